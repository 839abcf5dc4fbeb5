package io.omerta.sim.network.region;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.random.law.Categorical;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who lives where: the region and the access type of every node, and what follows from them. Nodes are the indices 0 to
 * {@link #nodes} - 1, regions and access types indices in the preset's order.
 */
public final class NodePopulation {
    private final NetworkPreset preset;
    private final int[] regions;
    private final int[] accessTypes;

    // By region x access types + access type: rates after the access type's precedence over the region's.
    private final long[] uploadBitsPerSecond;
    private final long[] downloadBitsPerSecond;

    // By access type.
    private final long[] addedDelayNanos;
    private final double[] loss;

    private final NodeIds ids;

    private NodePopulation(NetworkPreset preset, int[] regions, int[] accessTypes, NodeIds ids) {
        this.preset = preset;
        this.regions = regions;
        this.accessTypes = accessTypes;
        this.ids = ids;
        int kinds = preset.regions().size() * preset.accessTypes().size();
        uploadBitsPerSecond = new long[kinds];
        downloadBitsPerSecond = new long[kinds];
        for (int kind = 0; kind < kinds; kind++) {
            Region region = preset.regions().get(kind / preset.accessTypes().size());
            AccessType access =
                    preset.accessTypes().get(kind % preset.accessTypes().size());
            uploadBitsPerSecond[kind] =
                    access.uploadBitsPerSecond() > 0 ? access.uploadBitsPerSecond() : region.uploadBitsPerSecond();
            downloadBitsPerSecond[kind] = access.downloadBitsPerSecond() > 0
                    ? access.downloadBitsPerSecond()
                    : region.downloadBitsPerSecond();
        }
        addedDelayNanos = preset.accessTypes().stream()
                .mapToLong(AccessType::addedDelayNanos)
                .toArray();
        loss = preset.accessTypes().stream()
                .mapToDouble(AccessType::lossProbability)
                .toArray();
        for (int node = 0; node < regions.length; node++) {
            requireRates(node);
        }
    }

    /**
     * Gives {@code nodes} nodes a region and an access type by the preset's shares and its way of assignment, from the
     * streams "population.region" and "population.access". Nodes are called node_0, node_1 and so on. Under independent
     * assignment the first nodes are the same whatever the number of nodes.
     *
     * @throws IllegalArgumentException if shares do not sum to 1, or a node would have no link rate
     */
    public static NodePopulation of(NetworkPreset preset, int nodes, RandomStreams streams) {
        if (nodes < 1) {
            throw new IllegalArgumentException(
                    "a population needs at least one node, but " + nodes + " were asked for");
        }
        Categorical regionLaw = new Categorical(
                preset.regions().stream().map(Region::share).toList(),
                "region shares of preset '" + preset.name() + "'");
        Categorical accessLaw = new Categorical(
                preset.accessTypes().stream().map(AccessType::share).toList(),
                "access type shares of preset '" + preset.name() + "'");
        return new NodePopulation(
                preset,
                assign(regionLaw, preset.assignment(), nodes, streams.stream("population.region")),
                assign(accessLaw, preset.assignment(), nodes, streams.stream("population.access")),
                new NumberedIds(nodes));
    }

    /**
     * The nodes of a list, in its order.
     *
     * @throws IllegalArgumentException if an identifier comes twice, a region or an access type is not in the preset, or
     *     a node would have no link rate
     */
    public static NodePopulation of(NetworkPreset preset, List<NodePlacement> placements) {
        if (placements.isEmpty()) {
            throw new IllegalArgumentException("a population needs at least one node, but the list is empty");
        }
        int[] regions = new int[placements.size()];
        int[] accessTypes = new int[placements.size()];
        for (int node = 0; node < regions.length; node++) {
            NodePlacement placement = placements.get(node);
            regions[node] = preset.regionIndex(placement.region());
            if (regions[node] < 0) {
                throw new IllegalArgumentException("node '" + placement.id() + "': preset '" + preset.name()
                        + "' has no region '" + placement.region() + "'; it has "
                        + String.join(
                                ", ", preset.regions().stream().map(Region::key).toList()));
            }
            accessTypes[node] = preset.accessIndex(placement.access());
            if (accessTypes[node] < 0) {
                throw new IllegalArgumentException("node '" + placement.id() + "': preset '" + preset.name()
                        + "' has no access type '" + placement.access() + "'; it has "
                        + String.join(
                                ", ",
                                preset.accessTypes().stream()
                                        .map(AccessType::key)
                                        .toList()));
            }
        }
        return new NodePopulation(preset, regions, accessTypes, new ListedIds(placements));
    }

    /** Number of nodes. */
    public int nodes() {
        return regions.length;
    }

    /** The preset whose regions and access types the indices mean. */
    public NetworkPreset preset() {
        return preset;
    }

    public int regionOf(int node) {
        return regions[node];
    }

    public int accessOf(int node) {
        return accessTypes[node];
    }

    /** Rate of the node's uplink: its access type's, or else its region's. */
    public long uploadBitsPerSecond(int node) {
        return uploadBitsPerSecond[kind(node)];
    }

    /** Rate of the node's downlink: its access type's, or else its region's. */
    public long downloadBitsPerSecond(int node) {
        return downloadBitsPerSecond[kind(node)];
    }

    /** One-way delay that the node's access adds to a path, nanoseconds. */
    public long addedDelayNanos(int node) {
        return addedDelayNanos[accessTypes[node]];
    }

    /** Probability in [0, 1] that the node's end of a path loses a message. */
    public double loss(int node) {
        return loss[accessTypes[node]];
    }

    public String id(int node) {
        return ids.id(node);
    }

    /** The node of this identifier, or -1. */
    public int indexOf(String id) {
        return ids.indexOf(id);
    }

    private int kind(int node) {
        return regions[node] * preset.accessTypes().size() + accessTypes[node];
    }

    private void requireRates(int node) {
        if (uploadBitsPerSecond(node) <= 0 || downloadBitsPerSecond(node) <= 0) {
            throw new IllegalArgumentException("node '" + id(node) + "' has no "
                    + (uploadBitsPerSecond(node) <= 0 ? "upload" : "download") + " rate: neither access type '"
                    + preset.accessTypes().get(accessTypes[node]).key() + "' nor region '"
                    + preset.regions().get(regions[node]).key() + "' of preset '" + preset.name()
                    + "' gives one; give it in bits per second to either");
        }
    }

    private static int[] assign(Categorical law, NetworkPreset.Assignment assignment, int nodes, RandomStream stream) {
        return switch (assignment) {
            case QUOTA -> law.byQuota(nodes, stream);
            case INDEPENDENT -> law.independent(nodes, stream);
        };
    }

    private sealed interface NodeIds {
        String id(int node);

        int indexOf(String id);
    }

    /** Names that are computed, because a hundred thousand strings would outweigh the population itself. */
    private record NumberedIds(int nodes) implements NodeIds {
        private static final String PREFIX = "node_";

        @Override
        public String id(int node) {
            if (node < 0 || node >= nodes) {
                throw new IndexOutOfBoundsException("node " + node + " of " + nodes);
            }
            return PREFIX + node;
        }

        @Override
        public int indexOf(String id) {
            if (!id.startsWith(PREFIX)) {
                return -1;
            }
            long number = 0;
            for (int i = PREFIX.length(); i < id.length(); i++) {
                char digit = id.charAt(i);
                if (digit < '0' || digit > '9' || number >= nodes) {
                    return -1;
                }
                number = number * 10 + (digit - '0');
            }
            // Comparing back rejects "node_" and leading zeros.
            return number < nodes && id(Math.toIntExact(number)).equals(id) ? (int) number : -1;
        }
    }

    private static final class ListedIds implements NodeIds {
        private final List<NodePlacement> placements;
        private final Map<String, Integer> index = new LinkedHashMap<>();

        private ListedIds(List<NodePlacement> placements) {
            this.placements = List.copyOf(placements);
            for (int node = 0; node < placements.size(); node++) {
                String id = placements.get(node).id();
                Integer earlier = index.putIfAbsent(id, node);
                if (earlier != null) {
                    throw new IllegalArgumentException("node '" + id + "' is listed twice, as number " + (earlier + 1)
                            + " and as number " + (node + 1));
                }
            }
        }

        @Override
        public String id(int node) {
            return placements.get(node).id();
        }

        @Override
        public int indexOf(String id) {
            return index.getOrDefault(id, -1);
        }
    }
}
