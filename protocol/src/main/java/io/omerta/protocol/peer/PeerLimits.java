package io.omerta.protocol.peer;

import io.omerta.protocol.gossip.GossipParameters;
import io.omerta.protocol.transaction.SessionLimits;

/**
 * How often a peer does what nobody asks it for, and how much it keeps of others.
 *
 * @param sessions bounds of its sessions
 * @param gossip bounds of its gossip
 * @param keepaliveMillis time between two keepalives to each neighbour
 * @param comparisonMillis time between two comparisons with some neighbour
 * @param requestMillis how long the answer to a request for blocks may take
 * @param headMillis shortest time between two records of one peer's head in the own chain
 * @param headsPerHour most records of heads in an hour: identities are free, and must not fill the chain
 * @param peersMax of how many peers the heads are known
 * @param chainsMax of how many peers the chains are kept; that which was not used for longest gives way
 * @param chainBytesMax most bytes of one peer's chain
 * @param fetchesMax how many chains are asked for at once
 */
public record PeerLimits(
        SessionLimits sessions,
        GossipParameters gossip,
        long keepaliveMillis,
        long comparisonMillis,
        long requestMillis,
        long headMillis,
        int headsPerHour,
        int peersMax,
        int chainsMax,
        int chainBytesMax,
        int fetchesMax) {
    /**
     * What suits a node: keepalives every 15 s, a comparison each minute, a head at most once an hour and 64 in all; 4,096
     * peers, and the chains of 64 of them of up to 4 MiB each.
     */
    public static final PeerLimits DEFAULT = new PeerLimits(
            SessionLimits.DEFAULT,
            GossipParameters.DEFAULT,
            15_000,
            60_000,
            10_000,
            3_600_000,
            64,
            4_096,
            64,
            4 << 20,
            16);

    public PeerLimits {
        if (keepaliveMillis < 1 || comparisonMillis < 1 || requestMillis < 1 || headMillis < 0) {
            throw new IllegalArgumentException("a peer waits at least 1 ms between what it does, but keepalives "
                    + keepaliveMillis + ", comparisons " + comparisonMillis + ", requests " + requestMillis
                    + " and heads " + headMillis + " ms were given");
        }
        if (headsPerHour < 0 || peersMax < 1 || chainsMax < 1 || chainBytesMax < 1 || fetchesMax < 1) {
            throw new IllegalArgumentException("a peer has room for at least 1 peer, chain and fetch, but " + peersMax
                    + ", " + chainsMax + " of " + chainBytesMax + " bytes, " + fetchesMax + " and " + headsPerHour
                    + " heads an hour were given");
        }
    }
}
