package io.omerta.sim.random;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * One named stream of pseudo-random numbers.
 *
 * <p>The generator is the splittable Weyl sequence of Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
 * Generators" (OOPSLA 2014): the state advances by an odd constant of the stream's own and is scrambled by David
 * Stafford's variant 13 of the MurmurHash3 finaliser. Two longs of state keep a generator for each node and purpose
 * affordable at a hundred thousand nodes. Not for cryptography.
 *
 * <p>Streams are made by {@link RandomStreams}; two streams of different names never influence each other.
 */
public final class RandomStream implements UniformRandomProvider {
    private static final double UNIT_53 = 0x1.0p-53;

    private final long gamma;
    private long state;

    /**
     * @param state first state, any value
     * @param gamma increment of the Weyl sequence; made odd
     */
    RandomStream(long state, long gamma) {
        this.state = state;
        this.gamma = gamma | 1L;
    }

    @Override
    public long nextLong() {
        state += gamma;
        return Mixing.stafford13(state);
    }

    @Override
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    /** Uniform in [0, bound) without bias (Lemire, "Fast Random Integer Generation in an Interval", 2019). */
    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, but is " + bound);
        }
        long product = (nextLong() >>> 32) * bound;
        long low = product & 0xffff_ffffL;
        if (low < bound) {
            long threshold = (1L << 32) % bound;
            while (low < threshold) {
                product = (nextLong() >>> 32) * bound;
                low = product & 0xffff_ffffL;
            }
        }
        return (int) (product >>> 32);
    }

    /** Uniform in [0, 1), a multiple of 2^-53. */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT_53;
    }

    /** Uniform in (0, 1], a multiple of 2^-53: safe under a logarithm or a negative power. */
    public double nextOpenDouble() {
        return ((nextLong() >>> 11) + 1) * UNIT_53;
    }

    @Override
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    /** True with the given probability, which must lie in [0, 1]. Always consumes exactly one draw. */
    public boolean nextBernoulli(double probability) {
        return nextDouble() < probability;
    }

    /** Exponential with mean 1, by inversion. */
    public double nextExponential() {
        return -StrictMath.log(nextOpenDouble());
    }

    /**
     * Standard normal, by Marsaglia's polar method. The second deviate of a pair is not kept, so that the state of a
     * stream stays two longs.
     */
    public double nextGaussian() {
        while (true) {
            double x = 2 * nextDouble() - 1;
            double y = 2 * nextDouble() - 1;
            double s = x * x + y * y;
            if (s > 0 && s < 1) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /** Fisher-Yates shuffle in place. */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }
}
