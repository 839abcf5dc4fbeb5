package io.omerta.sim.random.law;

/**
 * Pareto law of type I: the value {@code x >= scale} is exceeded with probability {@code (scale / x)^shape}.
 *
 * @param scale smallest value, positive
 * @param shape tail index, positive; the mean is infinite at or below 1, the variance at or below 2
 */
public record Pareto(double scale, double shape) implements Law {
    public Pareto {
        Arguments.positive("Pareto scale", scale);
        Arguments.positive("Pareto shape", shape);
    }

    /**
     * The Pareto law with this mean.
     *
     * @param shape above 1, so that there is a mean
     */
    public static Pareto ofMean(double mean, double shape) {
        Arguments.positive("Pareto mean", mean);
        if (!(shape > 1) || Double.isInfinite(shape)) {
            throw new IllegalArgumentException(
                    "Pareto shape must be finite and above 1 for the law to have a mean, but is " + shape);
        }
        return new Pareto(mean * (shape - 1) / shape, shape);
    }

    @Override
    public double mean() {
        return shape > 1 ? scale * shape / (shape - 1) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double variance() {
        if (shape <= 2) {
            return Double.POSITIVE_INFINITY;
        }
        return scale * scale * shape / ((shape - 1) * (shape - 1) * (shape - 2));
    }

    @Override
    public double quantile(double p) {
        return scale * StrictMath.exp(-StrictMath.log1p(-Arguments.probability(p)) / shape);
    }

    @Override
    public double upperQuantile(double q) {
        return scale * StrictMath.pow(Arguments.probability(q), -1 / shape);
    }

    @Override
    public double cumulative(double x) {
        return x <= scale ? 0 : 1 - StrictMath.pow(scale / x, shape);
    }
}
