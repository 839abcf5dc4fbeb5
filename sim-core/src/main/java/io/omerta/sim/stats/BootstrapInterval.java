package io.omerta.sim.stats;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.record.Estimate;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Bias-corrected and accelerated bootstrap intervals (Efron, "Better bootstrap confidence intervals", JASA 82, 1987;
 * Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, section 14.3).
 *
 * <p>For statistics without a formula, such as a ratio or a Gini coefficient. With few observations it covers less than
 * it claims: for a mean at 95 %, 93.3 % with 30 normal values and 94.2 % with 100, 92.4 % with 30 exponential ones and
 * 93.9 % with 100. For a plain mean {@link MeanInterval} is no worse.
 */
public final class BootstrapInterval {
    /** Enough that the limits move little from one stream to another beside the width of the interval. */
    private static final int RESAMPLES = 2000;

    private static final String METHOD = "bootstrap BCa";
    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    private BootstrapInterval() {}

    /**
     * Any statistic of independent observations.
     *
     * @param values observations; NaN is left out
     * @param statistic function of a sample; may reorder the array that it is given, but not keep it
     * @param level confidence level in (0, 1)
     * @param stream source of the resamples
     * @return the statistic of the sample; without interval where the bootstrap has nothing to work on: fewer
     *     observations than an interval for a median needs (6 at 95 %), a statistic that is not finite on the sample or
     *     a resample of it, or one that all resamples put on one side of the sample's. Where every resample gives the
     *     same value the interval has width zero
     */
    public static Estimate bca(
            double[] values, ToDoubleFunction<double[]> statistic, double level, RandomStream stream) {
        double tail = ConfidenceLevel.tail(level);
        double[] sample = Observations.present(values);
        int count = sample.length;
        double point = count == 0 ? Double.NaN : statistic.applyAsDouble(sample.clone());
        if (count < 2) {
            return Estimate.point(point, count);
        }
        if (QuantileInterval.tooFewForMedian(count, level)) {
            return withoutInterval(point, level, "too few observations for a bootstrap", count);
        }
        double[] replicates = replicates(sample, statistic, stream);
        double bias = bias(replicates, point);
        double acceleration = acceleration(sample, statistic);
        EmpiricalDistribution bootstrap = EmpiricalDistribution.of(replicates);
        double low = limit(bootstrap, bias, acceleration, STANDARD_NORMAL.inverseCumulativeProbability(tail));
        double high = limit(bootstrap, bias, acceleration, STANDARD_NORMAL.inverseSurvivalProbability(tail));
        if (!Double.isFinite(point) || !Double.isFinite(low) || !Double.isFinite(high)) {
            return withoutInterval(point, level, "the bootstrap degenerates", count);
        }
        return new Estimate(point, low, high, level, METHOD, count);
    }

    private static Estimate withoutInterval(double point, double level, String reason, int count) {
        return new Estimate(point, Double.NaN, Double.NaN, level, reason, count);
    }

    private static double[] replicates(double[] sample, ToDoubleFunction<double[]> statistic, RandomStream stream) {
        double[] replicates = new double[RESAMPLES];
        double[] resample = new double[sample.length];
        for (int r = 0; r < RESAMPLES; r++) {
            for (int i = 0; i < resample.length; i++) {
                resample[i] = sample[stream.nextInt(sample.length)];
            }
            replicates[r] = statistic.applyAsDouble(resample);
        }
        return replicates;
    }

    /** z0: the normal quantile of the share of replicates below the point, a tie counting half; NaN if any is NaN. */
    private static double bias(double[] replicates, double point) {
        double below = 0;
        for (double replicate : replicates) {
            if (Double.isNaN(replicate)) {
                return Double.NaN;
            }
            below += replicate < point ? 1 : replicate == point ? 0.5 : 0;
        }
        return STANDARD_NORMAL.inverseCumulativeProbability(below / replicates.length);
    }

    /** a: a sixth of the skewness of the jackknife values. */
    private static double acceleration(double[] sample, ToDoubleFunction<double[]> statistic) {
        int count = sample.length;
        double[] jackknife = new double[count];
        for (int left = 0; left < count; left++) {
            double[] others = new double[count - 1];
            System.arraycopy(sample, 0, others, 0, left);
            System.arraycopy(sample, left + 1, others, left, count - 1 - left);
            jackknife[left] = statistic.applyAsDouble(others);
        }
        double mean = 0;
        for (double value : jackknife) {
            mean += value / count;
        }
        double squares = 0;
        double cubes = 0;
        for (double value : jackknife) {
            double deviation = mean - value;
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }
        return squares == 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
    }

    /** The replicate quantile that the corrections put in place of the normal quantile {@code z}; NaN if undefined. */
    private static double limit(EmpiricalDistribution bootstrap, double bias, double acceleration, double z) {
        double shifted = bias + z;
        double stretch = 1 - acceleration * shifted;
        if (!(stretch > 0) || Double.isInfinite(bias)) {
            return Double.NaN;
        }
        double probability = STANDARD_NORMAL.cumulativeProbability(bias + shifted / stretch);
        return bootstrap.quantile(probability);
    }
}
