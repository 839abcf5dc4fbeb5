package io.omerta.sim.network.region;

import java.util.List;

/**
 * A network as data: read from a preset file, never written in code.
 *
 * @param name machine name, such as "simblock-2019"
 * @param title one line for people
 * @param source where the figures come from
 * @param regions regions in the order of the matrix
 * @param meanDelayMillis {@code meanDelayMillis[from][to]}: mean one-way propagation delay in milliseconds
 * @param delayLaw law of the propagation delay around its mean
 * @param assignment how nodes are given a region and an access type
 * @param accessTypes access types; at least one
 * @param degreeDistribution probability of 1, 2, 3 ... outbound links, for overlays that draw degrees; may be empty
 */
public record NetworkPreset(
        String name,
        String title,
        String source,
        List<Region> regions,
        List<List<Double>> meanDelayMillis,
        DelayLaw delayLaw,
        Assignment assignment,
        List<AccessType> accessTypes,
        List<Double> degreeDistribution) {
    public NetworkPreset {
        regions = List.copyOf(regions);
        meanDelayMillis = meanDelayMillis.stream().map(List::copyOf).toList();
        accessTypes = List.copyOf(accessTypes);
        degreeDistribution = List.copyOf(degreeDistribution);
    }

    /** How shares become nodes. */
    public enum Assignment {
        /** Exact quotas by cumulative share, then shuffled (SimBlock's way). */
        QUOTA,
        /** Each node drawn independently. */
        INDEPENDENT
    }

    /** Index of the region with this key, or -1. */
    public int regionIndex(String key) {
        for (int i = 0; i < regions.size(); i++) {
            if (regions.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the access type with this key, or -1. */
    public int accessIndex(String key) {
        for (int i = 0; i < accessTypes.size(); i++) {
            if (accessTypes.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
