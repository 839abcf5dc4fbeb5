package io.omerta.protocol.gossip;

/**
 * How much a peer passes on, keeps and puts up with.
 *
 * @param fanout to how many neighbours a new item is pushed
 * @param urgentFanout the same for proofs
 * @param itemsPerKeepalive most items that go along with one keepalive
 * @param itemsMax most items to keep
 * @param bytesMax most bytes of encoded items to keep
 * @param queueMax most items that wait to be pushed
 * @param seenMax how many items to remember that are not kept
 * @param ratePerSecond how many messages and new items a neighbour may send in the long run
 * @param burst how many it may send at once
 */
public record GossipParameters(
        int fanout,
        int urgentFanout,
        int itemsPerKeepalive,
        int itemsMax,
        long bytesMax,
        int queueMax,
        int seenMax,
        int ratePerSecond,
        int burst) {
    /** Most items that one keepalive may bring. */
    public static final int ITEMS_PER_KEEPALIVE_MAX = 5;

    /** What suits a node: up to 100,000 items in 256 MiB, and 50 messages or items per second from each neighbour. */
    public static final GossipParameters DEFAULT =
            new GossipParameters(3, 9, ITEMS_PER_KEEPALIVE_MAX, 100_000, 256L << 20, 4_096, 100_000, 50, 500);

    public GossipParameters {
        if (fanout < 1 || urgentFanout < fanout) {
            throw new IllegalArgumentException("items go to at least 1 neighbour, and urgent ones to no fewer, but "
                    + fanout + " and " + urgentFanout + " were given");
        }
        if (itemsPerKeepalive < 1 || itemsPerKeepalive > ITEMS_PER_KEEPALIVE_MAX) {
            throw new IllegalArgumentException(
                    "itemsPerKeepalive must be 1 to " + ITEMS_PER_KEEPALIVE_MAX + ", but was " + itemsPerKeepalive);
        }
        if (itemsMax < 1 || bytesMax < GossipItem.ENCODED_BYTES_MAX || queueMax < 1 || seenMax < 1) {
            throw new IllegalArgumentException("there must be room for at least 1 item, which may have "
                    + GossipItem.ENCODED_BYTES_MAX + " bytes, but there is for " + itemsMax + " kept, in " + bytesMax
                    + " bytes, " + queueMax + " waiting and " + seenMax + " seen");
        }
        if (ratePerSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("a neighbour may send at least 1 message per second, but "
                    + ratePerSecond + " and a burst of " + burst + " were given");
        }
    }

    /** The same with other numbers of neighbours to push to. */
    public GossipParameters withFanout(int ordinary, int urgent) {
        return new GossipParameters(
                ordinary, urgent, itemsPerKeepalive, itemsMax, bytesMax, queueMax, seenMax, ratePerSecond, burst);
    }

    int fanout(ItemType type) {
        return type.isUrgent() ? urgentFanout : fanout;
    }
}
