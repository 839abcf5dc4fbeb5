package io.omerta.protocol.gossip;

import org.jspecify.annotations.Nullable;

/** How items of one type are read. */
interface ItemRule {
    /**
     * What an item claims, or null if its content is not what its type asks for. Verifies no signature, so that what is
     * known already costs nothing but this.
     */
    @Nullable
    Claim read(GossipItem item);
}
