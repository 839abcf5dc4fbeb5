package io.omerta.protocol.trust;

/**
 * How much there is to suspect of a peer, from which follows how often its health is checked. Computed from what its chain
 * and the results of checks say up to a block, so that all who know that block agree.
 *
 * @param daysSinceCheck at least 0
 * @param failedChecks among the last {@link #CHECKS}
 * @param disagreements among the last {@link #QUERIES} answers as a witness
 * @param silences among the last {@link #QUERIES} queries to it
 * @param openAccusations at least 0
 * @param ageDays since others first recorded it, at least 0
 */
public record Suspicion(
        long daysSinceCheck, long failedChecks, long disagreements, long silences, long openAccusations, long ageDays) {
    /** How many checks are remembered. */
    public static final long CHECKS = 8;

    /** How many queries are remembered. */
    public static final long QUERIES = 32;

    /** Greatest score. */
    public static final long SCORE_MAX = 1000;

    /** Time between checks of a peer of whom nothing is suspected: a week. */
    public static final long INTERVAL_MAX_SECONDS = 604_800;

    /** Shortest time between checks of one peer: a day. */
    public static final long INTERVAL_MIN_SECONDS = 86_400;

    private static final long DAYS_MAX = 7;
    private static final long ACCUSATIONS_MAX = 2;
    private static final long MATURITY_DAYS = 90;

    public Suspicion {
        requireAtLeastZero("daysSinceCheck", daysSinceCheck);
        requireAtLeastZero("failedChecks", failedChecks);
        requireAtLeastZero("disagreements", disagreements);
        requireAtLeastZero("silences", silences);
        requireAtLeastZero("openAccusations", openAccusations);
        requireAtLeastZero("ageDays", ageDays);
    }

    /** From 0 to {@link #SCORE_MAX}; each term is rounded down. */
    public long score() {
        long score = share(100, daysSinceCheck, DAYS_MAX)
                + share(300, failedChecks, CHECKS)
                + share(200, disagreements, QUERIES)
                + share(200, silences, QUERIES)
                + 100 * Math.min(openAccusations, ACCUSATIONS_MAX)
                - share(100, ageDays, MATURITY_DAYS);
        return Math.max(0, Math.min(SCORE_MAX, score));
    }

    /** Time from one check to the next: a week without suspicion, a day from a score of 667 on. */
    public long intervalSeconds() {
        return Math.max(INTERVAL_MIN_SECONDS, INTERVAL_MAX_SECONDS * 1000 / (1000 + 9 * score()));
    }

    private static long share(long points, long count, long countMax) {
        return points * Math.min(count, countMax) / countMax;
    }

    private static void requireAtLeastZero(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " is at least 0, but was " + value);
        }
    }
}
