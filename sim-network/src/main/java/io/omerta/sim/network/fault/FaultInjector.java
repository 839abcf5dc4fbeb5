package io.omerta.sim.network.fault;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.network.fault.Fault.InFlight;
import io.omerta.sim.network.region.NodePopulation;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Lets faults begin and end at their times, as control events. */
public final class FaultInjector {
    private final EventKernel kernel;
    private final Conditions conditions;
    private final NodeControl control;
    private final NodeSelection selection;
    private final RandomStreams streams;

    public FaultInjector(
            EventKernel kernel,
            Conditions conditions,
            NodeControl control,
            NodePopulation population,
            RandomStreams streams) {
        this.kernel = kernel;
        this.conditions = conditions;
        this.control = control;
        this.selection = new NodeSelection(population);
        this.streams = streams;
    }

    /** Schedules faults; each draws its nodes from a stream of its own, by its place in the list. */
    public void schedule(List<Fault> faults) {
        for (int i = 0; i < faults.size(); i++) {
            schedule(faults.get(i), streams.stream("fault.nodes", i));
        }
    }

    private void schedule(Fault fault, RandomStream stream) {
        if (fault instanceof Fault.Partition partition) {
            schedule(partition, stream);
            return;
        }
        BitSet nodes = selection.select(fault.nodes(), stream, new BitSet());
        if (fault instanceof Fault.Crash crash) {
            window(fault, () -> crash(crash, nodes), () -> nodes.stream().forEach(control::restart));
        } else if (fault instanceof Fault.Pause) {
            window(fault, () -> nodes.stream().forEach(control::pause), () -> nodes.stream()
                    .forEach(control::resume));
        } else if (fault instanceof Fault.Clog) {
            window(fault, () -> nodes.stream().forEach(control::clog), () -> nodes.stream()
                    .forEach(control::unclog));
        } else if (fault instanceof Fault.Throttle throttle) {
            window(
                    fault,
                    () -> {
                        conditions.begin(throttle, nodes);
                        nodes.stream().forEach(control::ratesChanged);
                    },
                    () -> {
                        conditions.end(throttle, nodes);
                        nodes.stream().forEach(control::ratesChanged);
                    });
        } else if (fault instanceof Fault.Loss loss) {
            window(fault, () -> conditions.begin(loss, nodes), () -> conditions.end(loss, nodes));
        } else if (fault instanceof Fault.Duplicate duplicate) {
            window(fault, () -> conditions.begin(duplicate, nodes), () -> conditions.end(duplicate, nodes));
        } else if (fault instanceof Fault.Reorder reorder) {
            window(fault, () -> conditions.begin(reorder, nodes), () -> conditions.end(reorder, nodes));
        } else if (fault instanceof Fault.Corrupt corrupt) {
            window(fault, () -> conditions.begin(corrupt, nodes), () -> conditions.end(corrupt, nodes));
        } else if (fault instanceof Fault.Slow slow) {
            window(fault, () -> conditions.begin(slow, nodes), () -> conditions.end(slow, nodes));
        } else if (fault instanceof Fault.Clock clock) {
            window(fault, () -> conditions.begin(clock, nodes), () -> conditions.end(clock, nodes));
        } else {
            throw new IllegalStateException("no injection for " + fault);
        }
    }

    private void crash(Fault.Crash crash, BitSet nodes) {
        nodes.stream().forEach(node -> control.crash(node, crash.loseDurableState()));
        if (crash.inFlight() == InFlight.DROP) {
            control.dropInFlight((from, to) -> nodes.get(from) || nodes.get(to), true);
        }
    }

    private void schedule(Fault.Partition partition, RandomStream stream) {
        int[] groupOf = new int[selection.nodes()];
        Arrays.fill(groupOf, -1);
        BitSet taken = new BitSet();
        for (int group = 0; group < partition.groups().size(); group++) {
            BitSet members = selection.select(partition.groups().get(group), stream, taken);
            members.andNot(taken); // a node belongs to the first group that names it
            taken.or(members);
            int index = group;
            members.stream().forEach(node -> groupOf[node] = index);
        }
        ActivePartition active =
                new ActivePartition(partition.shape(), partition.groups().size(), groupOf);
        long end = endOf(partition);
        if (partition.flapPeriod() == 0) {
            window(partition, () -> close(partition, active), () -> conditions.end(active));
        } else {
            long half = Math.max(1, partition.flapPeriod() / 2);
            flap(partition, active, partition.at(), half, end);
        }
    }

    /** One period: closed for half of it, then open. The next is scheduled when this one begins. */
    private void flap(Fault.Partition partition, ActivePartition active, long at, long half, long end) {
        if (at >= end || at > EventKernel.MAX_TIME_NANOS) {
            return;
        }
        kernel.scheduleControl(at, "partition closes", () -> {
            close(partition, active);
            kernel.scheduleControl(Math.min(end, at + half), "partition opens", () -> {
                conditions.end(active);
                flap(partition, active, at + 2 * half, half, end);
            });
        });
    }

    private void close(Fault.Partition partition, ActivePartition active) {
        conditions.begin(active);
        if (partition.inFlight() == InFlight.DROP) {
            control.dropInFlight(active::blocks, false);
        }
    }

    private void window(Fault fault, Runnable begin, Runnable end) {
        String kind = kindOf(fault);
        kernel.scheduleControl(fault.at(), kind + " begins", begin);
        long until = endOf(fault);
        if (until <= EventKernel.MAX_TIME_NANOS) {
            kernel.scheduleControl(until, kind + " ends", end);
        }
    }

    private static String kindOf(Fault fault) {
        return fault.getClass().getSimpleName();
    }

    /** End of a fault; beyond the last time that can be scheduled for one that never ends. */
    static long endOf(Fault fault) {
        return fault.duration() > EventKernel.MAX_TIME_NANOS - fault.at()
                ? Long.MAX_VALUE
                : fault.at() + fault.duration();
    }
}
