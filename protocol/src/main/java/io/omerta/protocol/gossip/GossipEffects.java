package io.omerta.protocol.gossip;

import io.omerta.protocol.wire.PeerId;

/** What a {@link GossipNode} can ask for. The order of calls is the order of effects. */
public interface GossipEffects {
    /**
     * Sends a message, after every entry appended before it is durable. It may be lost on the way.
     *
     * @param payload bytes; nobody changes them afterwards
     */
    void send(PeerId to, byte[] payload);

    /** Appends an entry to the node's journal. */
    void append(byte[] entry);

    /** An item was verified that was not known before, or not with all of these signatures. */
    void accepted(GossipItem item);

    /**
     * Two locks of a consumer, asked for at different heads of its chain, may together exceed the balance. They are a double
     * lock unless the chain records the one before the head of the other: whoever gets the blocks between the heads can
     * tell, see {@link ItemRules#doubleLock}, and publish the proof.
     */
    void suspected(LockItem one, LockItem other);

    /** An item is no longer kept, because it is too old. Whoever keeps an archive takes it now. */
    void expired(GossipItem item);

    /** Something that a peer sent was not taken. */
    void refused(PeerId from, GossipRefusal reason);
}
