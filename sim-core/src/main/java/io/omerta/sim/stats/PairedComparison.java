package io.omerta.sim.stats;

import io.omerta.sim.record.Estimate;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Two treatments that were run under common random numbers, compared replication by replication.
 *
 * @param difference mean of treatment minus baseline, with its Student t interval
 * @param pValue of the two-sided t test that the mean difference is 0; NaN with fewer than two pairs or an infinite
 *     difference. Where all differences are equal it is 1 if they are 0, and 0 otherwise
 * @param varianceRatio variance of the difference over what it would be under independent random numbers: how far below 1
 *     it is tells what pairing is worth. NaN where neither treatment varies
 */
public record PairedComparison(Estimate difference, double pValue, double varianceRatio) {
    /**
     * Compares two treatments.
     *
     * @param treatment one value for each replication
     * @param baseline one value for each replication, same order. A pair with NaN on either side is left out
     * @param level confidence level of the interval, in (0, 1)
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public static PairedComparison of(double[] treatment, double[] baseline, double level) {
        Estimate difference = MeanInterval.pairedDifference(treatment, baseline, level);
        Tally differences = new Tally();
        Tally treated = new Tally();
        Tally untreated = new Tally();
        for (int i = 0; i < treatment.length; i++) {
            if (Double.isFinite(treatment[i] - baseline[i])) {
                differences.add(treatment[i] - baseline[i]);
                treated.add(treatment[i]);
                untreated.add(baseline[i]);
            }
        }
        double independent = treated.variance() + untreated.variance();
        return new PairedComparison(
                difference,
                difference.hasInterval() ? pValue(differences) : Double.NaN,
                independent > 0 ? differences.variance() / independent : Double.NaN);
    }

    private static double pValue(Tally differences) {
        if (differences.standardError() == 0) {
            return differences.mean() == 0 ? 1 : 0;
        }
        double t = Math.abs(differences.mean()) / differences.standardError();
        return Math.min(1, 2 * TDistribution.of(differences.count() - 1.0).survivalProbability(t));
    }
}
