package io.omerta.sim.random.law;

import io.omerta.sim.random.RandomStream;

/**
 * A probability law on the real line, sampled by inversion.
 *
 * <p>One draw gives one variate whatever the law, and a larger upper-tail probability never gives a larger variate. Two
 * treatments that differ in the law alone therefore stay in step, and their variates are as strongly correlated as they
 * can be (common random numbers).
 */
public sealed interface Law extends Sampler
        permits Constant, Empirical, Exponential, Lognormal, Pareto, SimBlockPareto {
    /**
     * Variates are never drawn from beyond this upper-tail probability. It is met about once in 10^12 draws; without it
     * a single draw of a heavy tail could outlast the run.
     */
    double SMALLEST_TAIL = 0x1.0p-40;

    /** Inverts one uniform draw, taken as the upper-tail probability. */
    @Override
    default double sample(RandomStream stream) {
        return upperQuantile(Math.max(stream.nextOpenDouble(), SMALLEST_TAIL));
    }

    /** Expected value; may be infinite. */
    double mean();

    /** Variance; may be infinite. */
    double variance();

    /**
     * The value that is not exceeded with probability {@code p}; accurate for small {@code p}.
     *
     * @param p in [0, 1]; 1 may give infinity
     */
    double quantile(double p);

    /**
     * The value that is exceeded with probability {@code q}; accurate for small {@code q}.
     *
     * @param q in [0, 1]; 0 may give infinity
     */
    double upperQuantile(double q);

    /** The probability of a value of at most {@code x}. */
    double cumulative(double x);
}
