package io.omerta.sim.network.fault;

import io.omerta.sim.random.RandomStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What is wrong right now, and what it does to a message. Most nodes are well most of the time, so the one question
 * asked for every message is {@link #clear}.
 */
public final class Conditions {
    /** Number of conditions that touch a node. */
    private final int[] troubles;

    private final List<ActivePartition> partitions = new ArrayList<>();
    private final List<Spell> spells = new ArrayList<>();

    public Conditions(int nodes) {
        troubles = new int[nodes];
    }

    /** A fault while it lasts: the nodes it touches, and what it remembers of each. */
    private record Spell(NodeFault fault, BitSet nodes, BitSet memory) {
        /** By identity: two faults of equal value may be active at once. */
        @SuppressWarnings("ReferenceEquality")
        boolean wasBegunWith(BitSet other) {
            return nodes == other;
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
        for (Spell spell : spells) {
            if (spell.nodes.get(from)) {
                spell.fault.strike(from, spell.memory, stream, fate);
            } else if (spell.nodes.get(to)) {
                spell.fault.strike(to, spell.memory, stream, fate);
            }
        }
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
        for (Spell spell : spells) {
            delay += spell.nodes.get(node) ? spell.fault.processingDelayNanos() : 0;
        }
        return delay;
    }

    /** Fraction of their rate at which a node's links run; exactly 1 if nothing slows them. */
    public double rateFactor(int node) {
        double factor = 1;
        for (Spell spell : spells) {
            factor *= spell.nodes.get(node) ? spell.fault.rateFactor() : 1;
        }
        return factor;
    }

    /** What a node's clock shows when it is {@code now}, nanoseconds; never negative. */
    public long clockNanos(int node, long now) {
        double error = 0;
        for (Spell spell : spells) {
            error += spell.nodes.get(node) ? spell.fault.clockErrorNanos(now) : 0;
        }
        return Math.max(0, now + Math.round(error));
    }

    /** What a node's clock gains in each unit of time: 0 for a good one. */
    public double clockDrift(int node) {
        double drift = 0;
        for (Spell spell : spells) {
            drift += spell.nodes.get(node) ? spell.fault.clockDrift() : 0;
        }
        return drift;
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

    void begin(NodeFault fault, BitSet nodes) {
        spells.add(new Spell(fault, nodes, new BitSet()));
        nodes.stream().forEach(this::trouble);
    }

    /** Ends the fault that was begun with the very same set of nodes. */
    void end(BitSet nodes) {
        if (!spells.removeIf(spell -> spell.wasBegunWith(nodes))) {
            throw new IllegalStateException("a fault ends that never began");
        }
        nodes.stream().forEach(this::relieve);
    }
}
