package io.omerta.sim.network.region;

import java.util.List;

/** Small presets for tests. */
public final class Presets {
    private Presets() {}

    /** Two regions with rates of their own and three access types, one of which takes the region's rates. */
    public static NetworkPreset twoRegions(NetworkPreset.Assignment assignment) {
        return new NetworkPreset(
                "two",
                "Two regions",
                "made for tests",
                List.of(
                        new Region("north", "North", 0.7, 19_200_000, 52_000_000),
                        new Region("south", "South", 0.3, 5_800_000, 18_000_000)),
                List.of(List.of(32.0, 124.0), List.of(140.0, 11.0)),
                new DelayLaw.Pareto(5),
                assignment,
                List.of(
                        new AccessType("plain", "Regional", 0.5, 0, 0, 0, 0),
                        new AccessType("fiber", "Fiber", 0.3, 1_000_000_000, 1_000_000_000, 2_000_000, 0.0005),
                        new AccessType("dsl", "DSL", 0.2, 5_000_000, 50_000_000, 15_000_000, 0.005)),
                List.of());
    }

    /** The same with other mean delays. */
    public static NetworkPreset twoRegions(List<List<Double>> meanDelayMillis) {
        NetworkPreset preset = twoRegions(NetworkPreset.Assignment.QUOTA);
        return new NetworkPreset(
                preset.name(),
                preset.title(),
                preset.source(),
                preset.regions(),
                meanDelayMillis,
                preset.delayLaw(),
                preset.assignment(),
                preset.accessTypes(),
                preset.degreeDistribution());
    }
}
