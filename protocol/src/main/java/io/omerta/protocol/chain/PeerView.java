package io.omerta.protocol.chain;

/**
 * What is known of another peer's chain.
 *
 * @param head the highest that its owner signed; at one height, the first that was seen
 * @param checkpoint of that head
 * @param firstContactMillis when the peer was first heard of
 * @param lastContactMillis when it was last heard of
 * @param forked whether it was proved to have two histories; the head is then one of them
 */
public record PeerView(
        SignedHeader head, Checkpoint checkpoint, long firstContactMillis, long lastContactMillis, boolean forked) {
    /** Age in milliseconds by what this node saw itself: a chain can be dated back, an acquaintance cannot. */
    public long ageMillis(long nowMillis) {
        return Math.max(0, nowMillis - firstContactMillis);
    }

    /** Time without word of the peer, in milliseconds. */
    public long silenceMillis(long nowMillis) {
        return Math.max(0, nowMillis - lastContactMillis);
    }
}
