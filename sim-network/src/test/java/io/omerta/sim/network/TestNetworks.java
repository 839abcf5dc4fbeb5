package io.omerta.sim.network;

import io.omerta.sim.network.region.AccessType;
import io.omerta.sim.network.region.DelayLaw;
import io.omerta.sim.network.region.NetworkPreset;
import io.omerta.sim.network.region.NodePlacement;
import io.omerta.sim.network.region.NodePopulation;
import io.omerta.sim.network.region.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Small networks whose times can be worked out by hand: delays are constant, a byte takes whole microseconds. */
public final class TestNetworks {
    public static final long MICROS = 1_000;
    public static final long MILLIS = 1_000_000;

    /** Propagation within the region "near". */
    public static final long NEAR_NANOS = 10 * MILLIS;

    /** Propagation between "near" and "far". */
    public static final long FAR_NANOS = 50 * MILLIS;

    /** Time of a byte on a fast link. */
    public static final long FAST_BYTE_NANOS = MICROS;

    /** Time of a byte on a slow link. */
    public static final long SLOW_BYTE_NANOS = 10 * MICROS;

    /** What each "remote" end adds to a path. */
    public static final long REMOTE_NANOS = 3 * MILLIS;

    /** Probability with which a "lossy" end loses a message. */
    public static final double LOSSY = 0.25;

    /** Constant delays; 10 ms within a region, 50 ms between the two. */
    public static final NetworkPreset CONSTANT = preset(new DelayLaw.Constant());

    /** The same means under the Pareto law. */
    public static final NetworkPreset PARETO = preset(new DelayLaw.Pareto(5));

    private TestNetworks() {}

    private static NetworkPreset preset(DelayLaw law) {
        long fast = 8_000_000;
        long slow = 800_000;
        return new NetworkPreset(
                "test",
                "two regions, delays in round numbers",
                "made by hand",
                List.of(new Region("near", "Near", 0.5, 0, 0), new Region("far", "Far", 0.5, 0, 0)),
                List.of(List.of(10.0, 50.0), List.of(50.0, 10.0)),
                law,
                NetworkPreset.Assignment.QUOTA,
                List.of(
                        new AccessType("fast", "Fast", 0.5, fast, fast, 0, 0),
                        new AccessType("slow-up", "Slow up", 0.1, slow, fast, 0, 0),
                        new AccessType("slow-down", "Slow down", 0.1, fast, slow, 0, 0),
                        new AccessType("remote", "Remote", 0.1, fast, fast, REMOTE_NANOS, 0),
                        new AccessType("lossy", "Lossy", 0.2, fast, fast, 0, LOSSY)),
                List.of());
    }

    /** Nodes n0, n1, ... in the region "near", one for each access type named. */
    public static NodePopulation near(String... access) {
        return population(CONSTANT, access);
    }

    /** Nodes n0, n1, ...; "far:fast" places one in the region "far". */
    public static NodePopulation population(NetworkPreset preset, String... access) {
        List<NodePlacement> placements = new ArrayList<>();
        for (int node = 0; node < access.length; node++) {
            boolean far = access[node].startsWith("far:");
            placements.add(new NodePlacement(
                    "n" + node, far ? "far" : "near", far ? access[node].substring(4) : access[node]));
        }
        return NodePopulation.of(preset, placements);
    }

    /** So many fast nodes in the region "near". */
    public static NodePopulation fast(int nodes) {
        String[] access = new String[nodes];
        Arrays.fill(access, "fast");
        return near(access);
    }
}
