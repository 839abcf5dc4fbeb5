package io.omerta.sim.network.fault;

import io.omerta.sim.network.region.AccessType;
import io.omerta.sim.network.region.NetworkPreset;
import io.omerta.sim.network.region.NodePopulation;
import io.omerta.sim.network.region.Region;
import io.omerta.sim.random.RandomStream;
import java.util.BitSet;
import java.util.List;

/** Turns selectors into nodes. */
public final class NodeSelection {
    private final NodePopulation population;

    public NodeSelection(NodePopulation population) {
        this.population = population;
    }

    int nodes() {
        return population.nodes();
    }

    /**
     * @param stream for selectors that draw
     * @param taken nodes that earlier groups hold, for {@link NodeSelector.Others}
     */
    public BitSet select(NodeSelector selector, RandomStream stream, BitSet taken) {
        int nodes = population.nodes();
        BitSet selected = new BitSet(nodes);
        if (selector instanceof NodeSelector.All) {
            selected.set(0, nodes);
        } else if (selector instanceof NodeSelector.Ids ids) {
            for (String id : ids.ids()) {
                int node = population.indexOf(id);
                if (node < 0) {
                    throw new IllegalArgumentException(
                            "a selection names the node \"" + id + "\", which does not exist");
                }
                selected.set(node);
            }
        } else if (selector instanceof NodeSelector.InRegion in) {
            NetworkPreset preset = population.preset();
            int region = known(
                    preset.regionIndex(in.region()),
                    "region",
                    in.region(),
                    preset.regions().stream().map(Region::key).toList());
            for (int node = 0; node < nodes; node++) {
                selected.set(node, population.regionOf(node) == region);
            }
        } else if (selector instanceof NodeSelector.WithAccess with) {
            NetworkPreset preset = population.preset();
            int access = known(
                    preset.accessIndex(with.access()),
                    "access type",
                    with.access(),
                    preset.accessTypes().stream().map(AccessType::key).toList());
            for (int node = 0; node < nodes; node++) {
                selected.set(node, population.accessOf(node) == access);
            }
        } else if (selector instanceof NodeSelector.Fraction part) {
            draw((int) Math.floor(part.fraction() * nodes + 0.5), stream, selected);
        } else if (selector instanceof NodeSelector.Count count) {
            draw(Math.min(nodes, count.count()), stream, selected);
        } else if (selector instanceof NodeSelector.Others) {
            selected.set(0, nodes);
            selected.andNot(taken);
        }
        return selected;
    }

    /** Nobody lives in a region that does not exist, but a selection that names one is a mistake. */
    private int known(int index, String what, String key, List<String> keys) {
        if (index < 0) {
            throw new IllegalArgumentException("a selection names the " + what + " \"" + key + "\", but preset '"
                    + population.preset().name() + "' has " + String.join(", ", keys));
        }
        return index;
    }

    private void draw(int count, RandomStream stream, BitSet selected) {
        int[] order = new int[population.nodes()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        stream.shuffle(order);
        for (int i = 0; i < count; i++) {
            selected.set(order[i]);
        }
    }
}
