package io.omerta.sim.economics.trust;

import java.util.Arrays;

/**
 * Finds the trust of everyone: what one says of another counts as much as one is trusted oneself, so that trust is a fixed
 * point. Found by iteration from what each has earned by trade and age.
 */
public final class TrustSolver {
    private final TrustParameters parameters;
    private final AgeRule ageRule;
    private double[] own = new double[0];
    private double[] word = new double[0];
    private double[] next = new double[0];
    private double[] trust = new double[0];
    private int iterations;

    public TrustSolver(TrustParameters parameters, AgeRule ageRule) {
        this.parameters = parameters;
        this.ageRule = ageRule;
    }

    /**
     * Solves for today.
     *
     * @param clusterWeights what the trade of each identity counts, from 0 to 1
     * @return trust by identity; the array is reused by the next call
     */
    public double[] solve(TrustRecord record, double[] clusterWeights) {
        int size = record.size();
        if (own.length < size) {
            int capacity = Math.max(size, 2 * own.length);
            own = new double[capacity];
            word = new double[capacity];
            next = new double[capacity];
            trust = new double[capacity];
        }
        for (int i = 0; i < size; i++) {
            own[i] = ageRule.added(parameters, record.ageDays(i), record.hasProvided(i))
                    + record.gained(i) * clusterWeights[i]
                    - record.lost(i);
            trust[i] = derated(record, i, own[i]);
        }
        double change = Double.POSITIVE_INFINITY;
        for (iterations = 0; iterations < parameters.solverIterations() && change >= parameters.solverPrecision(); ) {
            iterations++;
            change = improve(record, size);
        }
        return trust;
    }

    private double improve(TrustRecord record, int size) {
        for (int i = 0; i < size; i++) {
            word[i] = Credibility.of(trust[i], parameters.credibilityReference());
        }
        Arrays.fill(next, 0, size, 0);
        PairTable assertions = record.assertions();
        for (int row = 0; row < assertions.size(); row++) {
            next[assertions.second(row)] += record.said(row) * word[assertions.first(row)];
        }
        double change = 0;
        for (int i = 0; i < size; i++) {
            double sum = own[i] + next[i] - record.contradicted(i);
            double value = Math.max(0, derated(record, i, sum));
            change = Math.max(change, Math.abs(value - trust[i]));
            trust[i] = value;
        }
        return change;
    }

    private double derated(TrustRecord record, int identity, double sum) {
        return sum * ageRule.factor(parameters, record.ageDays(identity));
    }

    /** How many iterations the last solution took. */
    public int iterations() {
        return iterations;
    }
}
