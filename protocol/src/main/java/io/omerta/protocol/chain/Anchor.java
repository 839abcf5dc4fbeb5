package io.omerta.protocol.chain;

import io.omerta.protocol.wire.PeerId;

/** Where the verification of a segment begins: what is known of the chain before the segment's first block. */
public sealed interface Anchor {
    /** Whose chain it is. */
    PeerId owner();

    /** Nothing: the segment begins with the first block of the chain. */
    record Genesis(PeerId owner) implements Anchor {}

    /**
     * A block, and that the segment begins with the next one.
     *
     * @param block a head seen before, or the block of a finality checkpoint
     * @param timeMillis of that block, 0 if not known
     */
    record After(Checkpoint block, long timeMillis) implements Anchor {
        @Override
        public PeerId owner() {
            return block.owner();
        }
    }

    /**
     * A block, and that the segment begins with it: what is left of a chain that was pruned there.
     *
     * @param block the block of a finality checkpoint
     */
    record From(Checkpoint block) implements Anchor {
        @Override
        public PeerId owner() {
            return block.owner();
        }
    }
}
