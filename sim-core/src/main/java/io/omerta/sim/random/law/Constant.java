package io.omerta.sim.random.law;

/** The law of a value that is certain. */
public record Constant(double value) implements Law {
    public Constant {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("constant must be finite, but is " + value);
        }
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double variance() {
        return 0;
    }

    @Override
    public double quantile(double p) {
        Arguments.probability(p);
        return value;
    }

    @Override
    public double upperQuantile(double q) {
        Arguments.probability(q);
        return value;
    }

    @Override
    public double cumulative(double x) {
        return x >= value ? 1 : 0;
    }
}
