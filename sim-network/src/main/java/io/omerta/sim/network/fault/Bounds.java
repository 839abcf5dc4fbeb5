package io.omerta.sim.network.fault;

/** What the numbers of a fault may be. */
final class Bounds {
    private Bounds() {}

    static void time(long at, long duration) {
        notNegative("the time of a fault", at);
        notNegative("the duration of a fault", duration);
    }

    static void notNegative(String what, long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException(what + " must be at least 0, but is " + nanos + " ns");
        }
    }

    static void probability(String what, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(what + " must lie in [0, 1], but is " + probability);
        }
    }
}
