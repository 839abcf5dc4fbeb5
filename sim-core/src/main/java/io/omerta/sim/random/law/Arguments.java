package io.omerta.sim.random.law;

/** Argument checks shared by the laws. */
final class Arguments {
    private Arguments() {}

    static double positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be positive and finite, but is " + value);
        }
        return value;
    }

    static double probability(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability must lie in [0, 1], but is " + p);
        }
        return p;
    }
}
