package io.omerta.sim.stats;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.record.Estimate;
import java.util.ArrayList;
import java.util.List;

/**
 * Which share of the variance of a model's output is due to one parameter.
 *
 * @param first what the parameter does by itself: the expected part of the variance that would go if it were known
 * @param total what it does by itself and together with others: the part that would stay if all others were known
 */
public record SobolIndices(Estimate first, Estimate total) {
    private static final int RESAMPLES = 1000;
    private static final String METHOD = "bootstrap percentile";

    /**
     * Jansen's estimators ("Analysis of variance designs for model output", Computer Physics Communications 117, 1999),
     * the ones with the least error of those compared by Saltelli et al. (2010). Intervals by resampling rows of the
     * design. An index of a parameter without effect may be estimated slightly below 0.
     *
     * @param outputs of the model at each point of the design, in order
     * @param level confidence level in (0, 1)
     * @param stream source of the resamples
     * @return one for each parameter, in order; NaN where the output does not vary or some of it is missing
     */
    public static List<SobolIndices> of(SobolDesign design, double[] outputs, double level, RandomStream stream) {
        if (outputs.length != design.size()) {
            throw new IllegalArgumentException(
                    "the design has " + design.size() + " points, but there are " + outputs.length + " outputs");
        }
        double tail = ConfidenceLevel.tail(level);
        int rows = design.rows();
        int[] all = new int[rows];
        for (int row = 0; row < rows; row++) {
            all[row] = row;
        }
        double[][] point = estimates(design, outputs, all);
        double[][][] replicates = new double[2][design.parameters()][RESAMPLES];
        int[] resample = new int[rows];
        for (int r = 0; r < RESAMPLES; r++) {
            for (int i = 0; i < rows; i++) {
                resample[i] = stream.nextInt(rows);
            }
            double[][] estimates = estimates(design, outputs, resample);
            for (int p = 0; p < design.parameters(); p++) {
                replicates[0][p][r] = estimates[0][p];
                replicates[1][p][r] = estimates[1][p];
            }
        }
        List<SobolIndices> indices = new ArrayList<>();
        for (int p = 0; p < design.parameters(); p++) {
            indices.add(new SobolIndices(
                    estimate(point[0][p], replicates[0][p], tail, level, rows),
                    estimate(point[1][p], replicates[1][p], tail, level, rows)));
        }
        return indices;
    }

    private static Estimate estimate(double point, double[] replicates, double tail, double level, int rows) {
        if (Double.isNaN(point)) {
            return Estimate.point(Double.NaN, rows);
        }
        EmpiricalDistribution bootstrap = EmpiricalDistribution.of(replicates);
        return new Estimate(point, bootstrap.quantile(tail), bootstrap.quantile(1 - tail), level, METHOD, rows);
    }

    /** First and total indices of every parameter, from the given rows of the design. */
    private static double[][] estimates(SobolDesign design, double[] outputs, int[] rows) {
        int parameters = design.parameters();
        double[][] squares = new double[2][parameters];
        Tally tally = new Tally();
        for (int row : rows) {
            int base = row * design.stride();
            double a = outputs[base];
            double b = outputs[base + 1];
            tally.add(a);
            tally.add(b);
            for (int p = 0; p < parameters; p++) {
                double mixed = outputs[base + 2 + p];
                squares[0][p] += (b - mixed) * (b - mixed);
                squares[1][p] += (a - mixed) * (a - mixed);
            }
        }
        double scale = 2.0 * rows.length * tally.variance();
        for (int p = 0; p < parameters; p++) {
            squares[0][p] = scale > 0 ? 1 - squares[0][p] / scale : Double.NaN;
            squares[1][p] = scale > 0 ? squares[1][p] / scale : Double.NaN;
        }
        return squares;
    }
}
