package io.omerta.sim.economics.trust;

import java.util.Arrays;

/**
 * Lets an accusation through only from one who has bought from the accused, once in a while, and in full only after several
 * purchases. What gets through makes verification look at the accused more often.
 */
public final class AccusationGate {
    private static final int WINDOW_DAYS = 90;
    private static final double FULL_WEIGHT_PURCHASES = 3;
    private static final double BASE_RATE = 0.1;
    private static final double LARGEST_RATE = 0.5;

    private final TrustRecord record;
    private final double credibilityReference;
    private double[] boost = new double[16];
    private int accepted;
    private int refused;

    /** @param record where accusations that get through are entered */
    public AccusationGate(TrustRecord record, TrustParameters parameters) {
        this.record = record;
        this.credibilityReference = parameters.credibilityReference();
    }

    /**
     * Hears an accusation.
     *
     * @param score below 0, at least -1
     * @param accuserTrust trust of the accuser as last solved
     * @return whether it counts
     */
    public boolean accuse(int accuser, int subject, double score, boolean evidenced, double accuserTrust) {
        int purchases = record.tradeCount(accuser, subject);
        if (purchases == 0 || record.daysSinceAccusation(accuser, subject) < WINDOW_DAYS) {
            refused++;
            return false;
        }
        double scaled = score * Math.min(purchases / FULL_WEIGHT_PURCHASES, 1);
        record.assertion(accuser, subject, scaled, evidenced);
        if (subject >= boost.length) {
            boost = Arrays.copyOf(boost, Math.max(subject + 1, 2 * boost.length));
        }
        boost[subject] += Credibility.of(accuserTrust, credibilityReference) * Math.abs(scaled);
        accepted++;
        return true;
    }

    /** The part of the trades of a provider that is verified. */
    public double verificationRate(int provider) {
        return provider < boost.length ? Math.min(BASE_RATE * (1 + boost[provider]), LARGEST_RATE) : BASE_RATE;
    }

    /** Accusations that counted. */
    public int accepted() {
        return accepted;
    }

    public int refused() {
        return refused;
    }
}
