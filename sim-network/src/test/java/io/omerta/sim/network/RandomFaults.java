package io.omerta.sim.network;

import static io.omerta.sim.network.TestNetworks.MILLIS;

import io.omerta.sim.network.fault.Fault;
import io.omerta.sim.network.fault.Fault.InFlight;
import io.omerta.sim.network.fault.Fault.PartitionShape;
import io.omerta.sim.network.fault.NodeSelector;
import io.omerta.sim.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** Draws overlapping faults of all kinds, on a grid of times so coarse that many begin and end at the same instants. */
public final class RandomFaults {
    private static final int KINDS = 11;
    private static final long STEP = 10 * MILLIS;

    private final RandomStream stream;
    private final int nodes;
    private final int steps;

    /**
     * @param steps faults begin in the first so many steps of 10 ms
     */
    public RandomFaults(RandomStream stream, int nodes, int steps) {
        this.stream = stream;
        this.nodes = nodes;
        this.steps = steps;
    }

    public Fault[] draw(int count) {
        Fault[] faults = new Fault[count];
        for (int i = 0; i < count; i++) {
            faults[i] = fault();
        }
        return faults;
    }

    private Fault fault() {
        long at = stream.nextInt(steps) * STEP;
        long duration = stream.nextInt(20) == 0 ? Fault.FOREVER : stream.nextInt(steps / 2) * STEP;
        NodeSelector where = some();
        double p = stream.nextDouble();
        return switch (stream.nextInt(KINDS)) {
            case 0 -> new Fault.Partition(at, duration, shape(), groups(), stream.nextInt(3) * 3 * MILLIS, inFlight());
            case 1 -> new Fault.Crash(at, duration, where, stream.nextBoolean(), inFlight());
            case 2 -> new Fault.Pause(at, duration, where);
            case 3 -> new Fault.Clog(at, duration, where);
            case 4 -> new Fault.Slow(at, duration, where, stream.nextInt(5) * MILLIS);
            case 5 -> new Fault.Clock(at, duration, where, stream.nextInt(9) * MILLIS - 4 * MILLIS, p * 4e5 - 2e5);
            case 6 -> new Fault.Loss(
                    at, duration, where, p, stream.nextBoolean() ? null : new Fault.Burst(0.1, 0.3, 1));
            case 7 -> new Fault.Duplicate(at, duration, where, p);
            case 8 -> new Fault.Reorder(at, duration, where, p, 20 * MILLIS);
            case 9 -> new Fault.Corrupt(at, duration, where, p);
            default -> new Fault.Throttle(at, duration, where, 0.05 + 0.9 * p);
        };
    }

    private PartitionShape shape() {
        return PartitionShape.values()[stream.nextInt(PartitionShape.values().length)];
    }

    private InFlight inFlight() {
        return stream.nextBoolean() ? InFlight.DELIVER : InFlight.DROP;
    }

    private List<NodeSelector> groups() {
        List<NodeSelector> groups = new ArrayList<>();
        int count = 2 + stream.nextInt(3);
        for (int i = 0; i < count; i++) {
            groups.add(some());
        }
        if (stream.nextBoolean()) {
            groups.add(new NodeSelector.Others());
        }
        return groups;
    }

    private NodeSelector some() {
        return switch (stream.nextInt(4)) {
            case 0 -> TestNetwork.nodes(stream.nextInt(nodes), stream.nextInt(nodes));
            case 1 -> new NodeSelector.Fraction(stream.nextDouble());
            case 2 -> new NodeSelector.Count(1 + stream.nextInt(3));
            default -> new NodeSelector.InRegion(stream.nextBoolean() ? "near" : "far");
        };
    }
}
