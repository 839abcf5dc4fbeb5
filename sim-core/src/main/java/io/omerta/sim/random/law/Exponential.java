package io.omerta.sim.random.law;

/**
 * Exponential law.
 *
 * @param mean positive
 */
public record Exponential(double mean) implements Law {
    public Exponential {
        Arguments.positive("exponential mean", mean);
    }

    @Override
    public double variance() {
        return mean * mean;
    }

    @Override
    public double quantile(double p) {
        return -mean * StrictMath.log1p(-Arguments.probability(p));
    }

    @Override
    public double upperQuantile(double q) {
        return -mean * StrictMath.log(Arguments.probability(q));
    }

    @Override
    public double cumulative(double x) {
        return x <= 0 ? 0 : -StrictMath.expm1(-x / mean);
    }
}
