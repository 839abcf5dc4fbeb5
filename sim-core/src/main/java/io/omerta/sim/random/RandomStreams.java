package io.omerta.sim.random;

import java.nio.charset.StandardCharsets;

/**
 * The root of all randomness of one replication: derives a stream from (seed, purpose, entity).
 *
 * <p>A stream depends on nothing but its name. Adding a node, an agent or a message therefore changes nobody else's
 * draws, and the same entity meets the same luck under two treatments (common random numbers).
 */
public final class RandomStreams {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final long seed;

    public RandomStreams(long seed) {
        this.seed = seed;
    }

    public long seed() {
        return seed;
    }

    /**
     * The stream of one entity for one purpose.
     *
     * @param purpose what the numbers are used for, such as "network.delay"; part of the reproducible record
     * @param entity node index, agent index, or -1 where the purpose has a single stream
     */
    public RandomStream stream(String purpose, long entity) {
        long key = Mixing.stafford13(purposeKey(purpose) ^ Mixing.stafford13(entity + GOLDEN_GAMMA));
        return new RandomStream(key, evenlyMixedGamma(key));
    }

    /** The stream of a purpose that has only one. */
    public RandomStream stream(String purpose) {
        return stream(purpose, -1);
    }

    /** Streams of entities 0 to count - 1 for one purpose. */
    public RandomStream[] streams(String purpose, int count) {
        RandomStream[] streams = new RandomStream[count];
        for (int entity = 0; entity < count; entity++) {
            streams[entity] = stream(purpose, entity);
        }
        return streams;
    }

    /** The seed of replication {@code index} of an experiment: the same whatever the sweep point. */
    public static long replicationSeed(long experimentSeed, int index) {
        if (index == 0) {
            return experimentSeed; // so that "--seed S" replays a run of one replication as it was
        }
        return new RandomStreams(experimentSeed)
                .stream("experiment.replication", index).nextLong();
    }

    private long purposeKey(String purpose) {
        long key = Mixing.stafford13(seed + GOLDEN_GAMMA);
        byte[] bytes = purpose.getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            key = Mixing.stafford13((key ^ (b & 0xffL)) + GOLDEN_GAMMA);
        }
        return Mixing.stafford13(key ^ bytes.length);
    }

    /** An increment with enough bit transitions (Steele, Lea and Flood, section 5). */
    private static long evenlyMixedGamma(long key) {
        long gamma = Mixing.murmur3(key + GOLDEN_GAMMA) | 1L;
        return Long.bitCount(gamma ^ (gamma >>> 1)) < 24 ? gamma ^ 0xaaaaaaaaaaaaaaaaL : gamma;
    }
}
