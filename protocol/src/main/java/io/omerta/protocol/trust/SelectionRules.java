package io.omerta.protocol.trust;

/**
 * What witnesses must be.
 *
 * @param witnessCount how many are needed, at least 1
 * @param highTrustMin how many of them are of high trust, 0 to the number needed; 0 in a network too young to have any
 * @param highTrustMilli the trust from which on it is high, in thousandths
 * @param priorInteractionsMax sessions with a party beyond which a peer is too close to it, at least 0
 */
public record SelectionRules(int witnessCount, int highTrustMin, long highTrustMilli, int priorInteractionsMax) {
    /** Five witnesses, of whom two have a trust of 1, and none shared more than five sessions with a party. */
    public static final SelectionRules DEFAULT = new SelectionRules(5, 2, 1_000, 5);

    /** Candidates for each witness needed, at least: where there are fewer, the draw has little left to decide. */
    private static final int CANDIDATES_PER_WITNESS = 2;

    public SelectionRules {
        if (witnessCount < 1 || highTrustMin < 0 || highTrustMin > witnessCount || priorInteractionsMax < 0) {
            throw new IllegalArgumentException("there are witnesses, of whom as many or fewer have high trust, but "
                    + witnessCount + " and " + highTrustMin + " were given, with " + priorInteractionsMax
                    + " prior interactions");
        }
    }

    /** How many candidates there must be. */
    public int candidatesMin() {
        return CANDIDATES_PER_WITNESS * witnessCount;
    }
}
