package io.omerta.sim.network.observe;

import io.omerta.sim.network.NetworkObserver;
import io.omerta.sim.network.region.NodePopulation;
import io.omerta.sim.network.region.Region;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Delays from sending to arrival, for each ordered pair of regions and for each kind of message. Memory grows with the
 * pairs and kinds that occur, not with messages.
 */
public final class DelayStatistics implements NetworkObserver {
    private final List<String> regionKeys;
    private final int[] regionOf;
    private final int regions;

    // By pair, from x regions + to; null where nothing arrived.
    private final @Nullable DelayDistribution[] pairs;
    // By kind.
    private @Nullable DelayDistribution[] kinds = new DelayDistribution[8];

    public DelayStatistics(NodePopulation population) {
        regionKeys = population.preset().regions().stream().map(Region::key).toList();
        regions = regionKeys.size();
        regionOf = new int[population.nodes()];
        Arrays.setAll(regionOf, population::regionOf);
        pairs = new DelayDistribution[regions * regions];
    }

    @Override
    public void onDelivered(long timeNanos, int kind, int from, int to, int sizeBytes, long delayNanos) {
        ofPair(regionOf[from] * regions + regionOf[to]).record(delayNanos);
        ofKnownKind(kind).record(delayNanos);
    }

    private DelayDistribution ofPair(int pair) {
        DelayDistribution known = pairs[pair];
        if (known == null) {
            known = new DelayDistribution();
            pairs[pair] = known;
        }
        return known;
    }

    private DelayDistribution ofKnownKind(int kind) {
        if (kind >= kinds.length) {
            kinds = Arrays.copyOf(kinds, Math.max(kind + 1, 2 * kinds.length));
        }
        DelayDistribution known = kinds[kind];
        if (known == null) {
            known = new DelayDistribution();
            kinds[kind] = known;
        }
        return known;
    }

    /** Keys of the regions, in the order of their indices. */
    public List<String> regionKeys() {
        return regionKeys;
    }

    /** Delays from one region to another, by index; empty if nothing arrived. */
    public DelayDistribution between(int fromRegion, int toRegion) {
        return orEmpty(pairs[fromRegion * regions + toRegion]);
    }

    /** Delays of one kind of message; empty if nothing arrived. */
    public DelayDistribution ofKind(int kind) {
        return orEmpty(kind < kinds.length ? kinds[kind] : null);
    }

    /** All delays. */
    public DelayDistribution all() {
        DelayDistribution all = new DelayDistribution();
        for (DelayDistribution pair : pairs) {
            if (pair != null) {
                all.add(pair);
            }
        }
        return all;
    }

    private static DelayDistribution orEmpty(@Nullable DelayDistribution distribution) {
        return distribution == null ? new DelayDistribution() : distribution;
    }

    /**
     * Adds what another replication saw.
     *
     * @throws IllegalArgumentException if its regions are others
     */
    public void add(DelayStatistics other) {
        if (!regionKeys.equals(other.regionKeys)) {
            throw new IllegalArgumentException("delays between " + String.join(", ", other.regionKeys)
                    + " cannot be added to delays between " + String.join(", ", regionKeys));
        }
        for (int pair = 0; pair < pairs.length; pair++) {
            DelayDistribution theirs = other.pairs[pair];
            if (theirs != null) {
                ofPair(pair).add(theirs);
            }
        }
        for (int kind = 0; kind < other.kinds.length; kind++) {
            DelayDistribution theirs = other.kinds[kind];
            if (theirs != null) {
                ofKnownKind(kind).add(theirs);
            }
        }
    }
}
