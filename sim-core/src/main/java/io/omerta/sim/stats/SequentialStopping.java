package io.omerta.sim.stats;

import io.omerta.sim.record.Estimate;
import java.util.Arrays;

/**
 * Decides how many replications are enough to know a mean to a relative precision.
 *
 * <p>The interval's half width is compared with the estimated mean, and the demand is sharpened to {@code w / (1 + w)}
 * so that the error relative to the <em>true</em> mean is at most w (Law, "Simulation Modeling and Analysis", 5th edition
 * 2015, section 9.4.1). A sample that happens to vary little stops such a rule too early, after which the interval covers
 * less than it claims. Two guards are taken against that: a safe start of {@code atLeast} replications, and that the
 * demand must be met at each of the last {@value #LOOK_BACK} sample sizes (after Hoad, Robinson and Davies, "Automated
 * selection of the number of replications for a discrete-event simulation", JORS 61, 2010).
 *
 * @param atLeast replications before the first decision, at least {@link #SAFE_START}
 * @param atMost replications after which the rule gives up, at least {@code atLeast}
 * @param relativeHalfWidth half width of the interval as a fraction of the mean, above 0
 */
public record SequentialStopping(int atLeast, int atMost, double relativeHalfWidth) {
    /** The smallest sample on which a decision may rest. */
    public static final int SAFE_START = 10;

    private static final int LOOK_BACK = 5;

    public SequentialStopping {
        if (atLeast < SAFE_START || atMost < atLeast || !(relativeHalfWidth > 0)) {
            throw new IllegalArgumentException("needs " + SAFE_START
                    + " <= atLeast <= atMost and a half width above 0, but got " + atLeast + ", " + atMost + ", "
                    + relativeHalfWidth);
        }
    }

    /**
     * How many replications there should be in all. Follows from the values alone, so that a run stops at the same
     * replication however it is spread over threads.
     *
     * @param values one for each replication so far, in order; NaN where it observed nothing
     * @param level confidence level in (0, 1)
     * @return the number of values if they are enough or the most there may be; else more, by what the precision so far
     *     suggests, at most twice as many
     */
    public int wanted(double[] values, double level) {
        int count = values.length;
        if (count < atLeast) {
            return atLeast;
        }
        if (count >= atMost || isPrecise(values, level)) {
            return count;
        }
        double missing = roughness(values, level);
        double suggested = Double.isFinite(missing) ? count * missing * missing : 2.0 * count;
        double bounded = Math.min(Math.max(Math.ceil(suggested), count + 1.0), 2.0 * count);
        return (int) Math.min(bounded, atMost);
    }

    /**
     * Whether the mean is known well enough.
     *
     * @param values one for each replication, in order
     * @param level confidence level in (0, 1)
     */
    public boolean isPrecise(double[] values, double level) {
        for (int size = values.length - LOOK_BACK + 1; size <= values.length; size++) {
            if (size < 2 || !(roughness(Arrays.copyOf(values, size), level) <= 1)) {
                return false;
            }
        }
        return true;
    }

    /** Half width over what is demanded; NaN where there is no interval. */
    private double roughness(double[] values, double level) {
        Estimate mean = MeanInterval.studentT(values, level);
        double halfWidth = (mean.high() - mean.low()) / 2;
        if (halfWidth == 0) {
            return 0; // a mean of 0 that is known exactly, too
        }
        return halfWidth / (Math.abs(mean.value()) * relativeHalfWidth / (1 + relativeHalfWidth));
    }
}
