package io.omerta.sim.stats;

import io.omerta.sim.record.Estimate;
import java.util.Arrays;
import java.util.List;

/**
 * The mean of the curves of many replications, with a Student t interval at each abscissa on its own. The level holds
 * for each point; the chance that the whole true curve lies inside is smaller.
 *
 * @param x common abscissae
 * @param mean mean over replications at each x; NaN where none observed anything
 * @param low lower limit at each x; NaN where fewer than two replications observed something
 * @param high upper limit at each x; NaN likewise
 * @param level confidence level in (0, 1)
 */
public record PointwiseBand(double[] x, double[] mean, double[] low, double[] high, double level) {

    /**
     * The band of the given curves.
     *
     * @param x common abscissae
     * @param curves {@code curves.get(replication)[i]} at {@code x[i]}; NaN is left out at its abscissa only
     * @param level confidence level in (0, 1)
     * @throws IllegalArgumentException if a curve has not one ordinate per abscissa
     */
    public static PointwiseBand of(double[] x, List<double[]> curves, double level) {
        for (int replication = 0; replication < curves.size(); replication++) {
            int length = curves.get(replication).length;
            if (length != x.length) {
                throw new IllegalArgumentException("the curve of replication " + replication + " has " + length
                        + " ordinates, but there are " + x.length + " abscissae");
            }
        }
        double[] mean = new double[x.length];
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int point = i;
            Estimate estimate = MeanInterval.studentT(
                    curves.stream().mapToDouble(curve -> curve[point]).toArray(), level);
            mean[i] = estimate.value();
            low[i] = estimate.low();
            high[i] = estimate.high();
        }
        return new PointwiseBand(x.clone(), mean, low, high, level);
    }

    /** The band cut at the limits of what the ordinate can be, such as 0 and 1 for a probability. */
    public PointwiseBand within(double smallest, double largest) {
        return new PointwiseBand(
                x,
                mean,
                Arrays.stream(low).map(limit -> Math.max(smallest, limit)).toArray(),
                Arrays.stream(high).map(limit -> Math.min(largest, limit)).toArray(),
                level);
    }
}
