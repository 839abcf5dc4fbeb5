package io.omerta.sim.network.fault;

import io.omerta.sim.network.fault.Fault.Burst;
import io.omerta.sim.random.RandomStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/**
 * What is wrong right now, and what it does to a message. Most nodes are well most of the time, so the one question
 * asked for every message is {@link #clear}.
 */
public final class Conditions {
    /** Number of conditions that touch a node. */
    private final int[] troubles;

    private final List<ActivePartition> partitions = new ArrayList<>();
    private final List<Spell<Fault.Loss>> losses = new ArrayList<>();
    private final List<Spell<Fault.Duplicate>> duplications = new ArrayList<>();
    private final List<Spell<Fault.Reorder>> reorderings = new ArrayList<>();
    private final List<Spell<Fault.Corrupt>> corruptions = new ArrayList<>();
    private final List<Spell<Fault.Slow>> slowdowns = new ArrayList<>();
    private final List<Spell<Fault.Throttle>> throttles = new ArrayList<>();
    private final List<Spell<Fault.Clock>> clocks = new ArrayList<>();

    public Conditions(int nodes) {
        troubles = new int[nodes];
    }

    /** A fault of one kind and the nodes it touches. */
    private record Spell<F extends Fault>(F fault, BitSet nodes, TreeMap<Integer, Boolean> badState) {
        /** By identity: two faults of equal value may be active at once. */
        @SuppressWarnings("ReferenceEquality")
        boolean wasBegunWith(BitSet other) {
            return nodes == other;
        }

        boolean touches(int from, int to) {
            return nodes.get(from) || nodes.get(to);
        }
    }

    /** What the conditions do to one message. */
    public static final class Fate {
        boolean partitioned;
        boolean lost;
        boolean corrupted;
        boolean duplicated;
        long extraDelayNanos;
        long copyExtraDelayNanos;

        /** A partition stands in its way. */
        public boolean partitioned() {
            return partitioned;
        }

        public boolean lost() {
            return lost;
        }

        public boolean corrupted() {
            return corrupted;
        }

        public boolean duplicated() {
            return duplicated;
        }

        /** Delay on the way on top of the usual, from reordering. */
        public long extraDelayNanos() {
            return extraDelayNanos;
        }

        /** The same for the copy. */
        public long copyExtraDelayNanos() {
            return copyExtraDelayNanos;
        }
    }

    /** Whether nothing at all is wrong with either node. */
    public boolean clear(int from, int to) {
        return (troubles[from] | troubles[to]) == 0;
    }

    /** Marks a node as touched by one more condition, so that {@link #clear} no longer holds for it. */
    public void trouble(int node) {
        troubles[node]++;
    }

    /** One condition of the node is over. */
    public void relieve(int node) {
        troubles[node]--;
    }

    /** Decides the fate of one message, with draws from the stream of its sender. */
    public void decide(int from, int to, RandomStream stream, Fate fate) {
        fate.partitioned = blocked(from, to);
        fate.lost = false;
        fate.corrupted = false;
        fate.duplicated = false;
        fate.extraDelayNanos = 0;
        fate.copyExtraDelayNanos = 0;
        for (Spell<Fault.Loss> spell : losses) {
            if (spell.touches(from, to)) {
                fate.lost |= loses(spell, spell.nodes.get(from) ? from : to, stream);
            }
        }
        for (Spell<Fault.Corrupt> spell : corruptions) {
            fate.corrupted |= spell.touches(from, to) && stream.nextBernoulli(spell.fault.probability());
        }
        for (Spell<Fault.Duplicate> spell : duplications) {
            fate.duplicated |= spell.touches(from, to) && stream.nextBernoulli(spell.fault.probability());
        }
        for (Spell<Fault.Reorder> spell : reorderings) {
            if (spell.touches(from, to)) {
                fate.extraDelayNanos += heldBack(spell.fault, stream);
                fate.copyExtraDelayNanos += heldBack(spell.fault, stream);
            }
        }
    }

    private static long heldBack(Fault.Reorder fault, RandomStream stream) {
        boolean held = stream.nextBernoulli(fault.probability());
        double part = stream.nextDouble();
        return held ? (long) (part * fault.maxDelay()) : 0;
    }

    private static boolean loses(Spell<Fault.Loss> spell, int node, RandomStream stream) {
        Burst burst = spell.fault.burst();
        if (burst == null) {
            return stream.nextBernoulli(spell.fault.probability());
        }
        boolean bad = spell.badState.getOrDefault(node, false);
        bad = bad ? !stream.nextBernoulli(burst.leave()) : stream.nextBernoulli(burst.enter());
        spell.badState.put(node, bad);
        return stream.nextBernoulli(bad ? burst.probability() : spell.fault.probability());
    }

    /** Whether a partition stands between two nodes, in this direction. */
    public boolean blocked(int from, int to) {
        for (ActivePartition partition : partitions) {
            if (partition.blocks(from, to)) {
                return true;
            }
        }
        return false;
    }

    /** Time that a node takes before each send, nanoseconds. */
    public long processingDelayNanos(int node) {
        long delay = 0;
        for (Spell<Fault.Slow> spell : slowdowns) {
            delay += spell.nodes.get(node) ? spell.fault.processingDelay() : 0;
        }
        return delay;
    }

    /** Fraction of their rate at which a node's links run. */
    public double rateFactor(int node) {
        double factor = 1;
        for (Spell<Fault.Throttle> spell : throttles) {
            factor *= spell.nodes.get(node) ? spell.fault.factor() : 1;
        }
        return factor;
    }

    /** What a node's clock shows when it is {@code now}, nanoseconds; never negative. */
    public long clockNanos(int node, long now) {
        double error = 0;
        for (Spell<Fault.Clock> spell : clocks) {
            if (spell.nodes.get(node)) {
                error += spell.fault.offset() + spell.fault.driftPartsPerMillion() * 1e-6 * (now - spell.fault.at());
            }
        }
        return Math.max(0, now + Math.round(error));
    }

    /** How fast a node's clock runs: 1 for a good one. */
    public double clockRate(int node) {
        double rate = 1;
        for (Spell<Fault.Clock> spell : clocks) {
            rate += spell.nodes.get(node) ? spell.fault.driftPartsPerMillion() * 1e-6 : 0;
        }
        return rate;
    }

    void begin(ActivePartition partition) {
        partitions.add(partition);
        for (int node = 0; node < troubles.length; node++) {
            troubles[node] += partition.holds(node) ? 1 : 0;
        }
    }

    void end(ActivePartition partition) {
        partitions.remove(partition);
        for (int node = 0; node < troubles.length; node++) {
            troubles[node] -= partition.holds(node) ? 1 : 0;
        }
    }

    void begin(Fault.Loss fault, BitSet nodes) {
        begin(losses, fault, nodes);
    }

    void begin(Fault.Duplicate fault, BitSet nodes) {
        begin(duplications, fault, nodes);
    }

    void begin(Fault.Reorder fault, BitSet nodes) {
        begin(reorderings, fault, nodes);
    }

    void begin(Fault.Corrupt fault, BitSet nodes) {
        begin(corruptions, fault, nodes);
    }

    void begin(Fault.Slow fault, BitSet nodes) {
        begin(slowdowns, fault, nodes);
    }

    void begin(Fault.Throttle fault, BitSet nodes) {
        begin(throttles, fault, nodes);
    }

    void begin(Fault.Clock fault, BitSet nodes) {
        begin(clocks, fault, nodes);
    }

    /** Ends a fault that was begun with the very same nodes. */
    void end(Fault fault, BitSet nodes) {
        for (List<? extends Spell<?>> spells :
                List.of(losses, duplications, reorderings, corruptions, slowdowns, throttles, clocks)) {
            if (spells.removeIf(spell -> spell.wasBegunWith(nodes))) {
                nodes.stream().forEach(this::relieve);
                return;
            }
        }
        throw new IllegalStateException("a fault ends that never began: " + fault);
    }

    private <F extends Fault> void begin(List<Spell<F>> spells, F fault, BitSet nodes) {
        spells.add(new Spell<>(fault, nodes, new TreeMap<>()));
        nodes.stream().forEach(this::trouble);
    }
}
