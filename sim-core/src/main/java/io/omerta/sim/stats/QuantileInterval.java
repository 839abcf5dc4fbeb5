package io.omerta.sim.stats;

import io.omerta.sim.record.Estimate;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Distribution-free intervals for a quantile between two order statistics (David and Nagaraja, "Order Statistics", 3rd
 * edition 2003, section 7.1).
 */
public final class QuantileInterval {
    private QuantileInterval() {}

    /**
     * The quantile of independent observations. The number of observations below the true quantile is binomial; the
     * limits are the closest order statistics that leave at most half of the error on either side. The coverage is
     * therefore at least the level for every continuous distribution.
     *
     * @param values observations; NaN is left out. Infinite ones (never reached) are allowed
     * @param probability of the quantile, in [0, 1]; 0.5 for the median
     * @param level confidence level in (0, 1)
     * @return the sample quantile (type 7), without interval where the sample has no order statistic far enough out:
     *     below 6 observations for a median at 95 %
     */
    public static Estimate orderStatistics(double[] values, double probability, double level) {
        double tail = ConfidenceLevel.tail(level);
        EmpiricalDistribution sample = EmpiricalDistribution.of(values);
        double point = sample.quantile(probability);
        int count = sample.count();
        if (count < 2) {
            return Estimate.point(point, count);
        }
        BinomialDistribution below = BinomialDistribution.of(count, probability);
        int lowRank = below.inverseCumulativeProbability(tail);
        int highRank = below.inverseSurvivalProbability(tail) + 1;
        if (lowRank < 1 || highRank > count) {
            return new Estimate(
                    point, Double.NaN, Double.NaN, level, "too few observations for order statistics", count);
        }
        return new Estimate(
                point,
                sample.orderStatistic(lowRank),
                sample.orderStatistic(highRank),
                level,
                "order statistics",
                count);
    }

    /** Whether even the whole range of a sample covers the median too seldom for the level. */
    static boolean tooFewForMedian(int count, double level) {
        return Math.scalb(1.0, -count) > ConfidenceLevel.tail(level);
    }
}
