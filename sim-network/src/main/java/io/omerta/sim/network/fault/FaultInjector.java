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

    /**
     * Schedules faults; each draws its nodes from a stream of its own, by its place in the list.
     *
     * @throws IllegalArgumentException if a fault names a node, region or access type that does not exist, or has begun
     */
    public void schedule(List<Fault> faults) {
        for (int i = 0; i < faults.size(); i++) {
            schedule(faults.get(i), streams.stream("fault.nodes", i));
        }
    }

    private void schedule(Fault fault, RandomStream stream) {
        if (fault instanceof NodeFault atNodes) {
            BitSet nodes = selection.select(fault.nodes(), stream, new BitSet());
            String kind = fault.getClass().getSimpleName();
            kernel.scheduleControl(fault.at(), kind + " begins", () -> atNodes.begin(nodes, conditions, control));
            scheduleUnlessNever(endOf(fault), kind + " ends", () -> atNodes.end(nodes, conditions, control));
        } else {
            Fault.Partition partition = (Fault.Partition) fault;
            close(partition, groups(partition, stream), partition.at());
        }
    }

    private ActivePartition groups(Fault.Partition partition, RandomStream stream) {
        int[] groupOf = new int[selection.nodes()];
        Arrays.fill(groupOf, ActivePartition.NO_GROUP);
        BitSet taken = new BitSet();
        for (int group = 0; group < partition.groups().size(); group++) {
            BitSet members = selection.select(partition.groups().get(group), stream, taken);
            members.andNot(taken); // a node belongs to the first group that names it
            taken.or(members);
            int index = group;
            members.stream().forEach(node -> groupOf[node] = index);
        }
        return new ActivePartition(partition.shape(), partition.groups().size(), groupOf);
    }

    /** Closes the partition at a time. If it flaps, it closes again one period later, which is scheduled only then. */
    private void close(Fault.Partition partition, ActivePartition active, long at) {
        long period = partition.flapPeriod();
        long end = endOf(partition);
        kernel.scheduleControl(at, "Partition closes", () -> {
            conditions.begin(active);
            if (partition.inFlight() == InFlight.DROP) {
                control.dropCutInFlight(active::blocks);
            }
            long opens = period == 0 || period / 2 > end - at ? end : at + period / 2;
            scheduleUnlessNever(opens, "Partition opens", () -> conditions.end(active));
            if (period > 0 && period < Math.min(end, EventKernel.MAX_TIME_NANOS) - at) {
                close(partition, active, at + period);
            }
        });
    }

    private void scheduleUnlessNever(long at, String label, Runnable action) {
        if (at <= EventKernel.MAX_TIME_NANOS) {
            kernel.scheduleControl(at, label, action);
        }
    }

    /** End of a fault; beyond the last time that can be scheduled for one that never ends. */
    private static long endOf(Fault fault) {
        return fault.duration() > EventKernel.MAX_TIME_NANOS - fault.at()
                ? Fault.FOREVER
                : fault.at() + fault.duration();
    }
}
