package io.omerta.sim.network.fault;

import io.omerta.sim.random.RandomStream;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault with its time. Times are nanoseconds of virtual time from the start of the run, durations nanoseconds; a
 * duration of {@link #FOREVER} never ends. Faults of one kind may overlap: each is counted, and only the last one to
 * end heals what they share.
 *
 * <p>Records reject what no fault can be, such as a probability above 1, with {@link IllegalArgumentException}.
 */
public sealed interface Fault permits Fault.Partition, NodeFault {
    long FOREVER = Long.MAX_VALUE;

    /** When it begins. */
    long at();

    /** How long it lasts. */
    long duration();

    /** The nodes it touches; for a partition every node, which its groups then divide. */
    NodeSelector nodes();

    /**
     * What happens to messages already on their way when the fault begins. A message is on its way from the moment it is
     * handed to the network, so also while it waits for a link.
     */
    enum InFlight {
        /** They arrive (if their receiver still can receive). */
        DELIVER,
        /** They are lost. */
        DROP
    }

    /** Who cannot reach whom. */
    enum PartitionShape {
        /** No messages between different groups. */
        SYMMETRIC,
        /** No messages from a group to a later one; the way back works. */
        ONE_WAY,
        /** No messages between different groups, except that the last group reaches and is reached by all. */
        BRIDGE,
        /** Each group reaches only itself and its two neighbours in the ring of groups. */
        RING
    }

    /**
     * Nodes in no group reach and are reached by everyone; a node in two groups belongs to the first.
     *
     * @param groups at least two sets of nodes
     * @param flapPeriod the partition alternates between closed and open with this period, closed for the first half of
     *     it; 0 for a partition that stays closed
     */
    record Partition(
            long at, long duration, PartitionShape shape, List<NodeSelector> groups, long flapPeriod, InFlight inFlight)
            implements Fault {
        public Partition {
            Bounds.time(at, duration);
            groups = List.copyOf(groups);
            if (groups.size() < 2) {
                throw new IllegalArgumentException("a partition needs at least two groups, but has " + groups.size());
            }
            if (flapPeriod < 0 || flapPeriod == 1) {
                throw new IllegalArgumentException(
                        "the period of a flapping partition must be at least 2 ns, or 0, but is " + flapPeriod + " ns");
            }
        }

        @Override
        public NodeSelector nodes() {
            return new NodeSelector.All();
        }
    }

    /**
     * The node stops: its timers are gone, its volatile state is lost, messages to it are dropped. After the duration it
     * restarts from its durable state.
     *
     * @param loseDurableState the disk is lost too: it restarts as new
     */
    record Crash(long at, long duration, NodeSelector nodes, boolean loseDurableState, InFlight inFlight)
            implements NodeFault {
        public Crash {
            Bounds.time(at, duration);
        }

        @Override
        public void begin(BitSet where, Conditions conditions, NodeControl control) {
            where.stream().forEach(node -> control.crash(node, loseDurableState));
            if (inFlight == InFlight.DROP) {
                control.dropCrashedInFlight(where);
            }
        }

        @Override
        public void end(BitSet where, Conditions conditions, NodeControl control) {
            where.stream().forEach(control::restart);
        }
    }

    /** The node freezes: messages and timers that become due wait in order, and are handled when it wakes. */
    record Pause(long at, long duration, NodeSelector nodes) implements NodeFault {
        public Pause {
            Bounds.time(at, duration);
        }

        @Override
        public void begin(BitSet where, Conditions conditions, NodeControl control) {
            where.stream().forEach(control::pause);
        }

        @Override
        public void end(BitSet where, Conditions conditions, NodeControl control) {
            where.stream().forEach(control::resume);
        }
    }

    /** Messages to the nodes are held, not lost, and arrive in order when the clog ends. */
    record Clog(long at, long duration, NodeSelector nodes) implements NodeFault {
        public Clog {
            Bounds.time(at, duration);
        }

        @Override
        public void begin(BitSet where, Conditions conditions, NodeControl control) {
            where.stream().forEach(control::clog);
        }

        @Override
        public void end(BitSet where, Conditions conditions, NodeControl control) {
            where.stream().forEach(control::unclog);
        }
    }

    /**
     * Everything the node sends leaves later by this time, as if it computed slowly.
     *
     * @param processingDelay added before each send, nanoseconds
     */
    record Slow(long at, long duration, NodeSelector nodes, long processingDelay) implements NodeFault {
        public Slow {
            Bounds.time(at, duration);
            Bounds.notNegative("the processing delay of a slow node", processingDelay);
        }

        @Override
        public long processingDelayNanos() {
            return processingDelay;
        }
    }

    /**
     * The node's clock is wrong while the fault lasts: it shows now + offset + drift (now - at). A running timer keeps
     * its time: a jump does not touch it, and the drift counts for those that are started while the fault lasts.
     *
     * @param offset jump at the beginning, nanoseconds; may be negative
     * @param driftPartsPerMillion rate error; positive runs fast; above -1,000,000, where the clock would stand still
     */
    record Clock(long at, long duration, NodeSelector nodes, long offset, double driftPartsPerMillion)
            implements NodeFault {
        public Clock {
            Bounds.time(at, duration);
            if (!(driftPartsPerMillion > -1e6 && driftPartsPerMillion < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the drift of a clock must be finite and above -1000000 parts per"
                        + " million, but is " + driftPartsPerMillion);
            }
        }

        @Override
        public double clockErrorNanos(long now) {
            return offset + clockDrift() * (now - at);
        }

        @Override
        public double clockDrift() {
            return driftPartsPerMillion * 1e-6;
        }
    }

    /**
     * Messages from or to the nodes are lost.
     *
     * @param probability loss probability in the good state, in [0, 1]
     * @param burst Gilbert-Elliott bursts, or null for independent losses
     */
    record Loss(long at, long duration, NodeSelector nodes, double probability, @Nullable Burst burst)
            implements NodeFault {
        public Loss {
            Bounds.time(at, duration);
            Bounds.probability("the loss probability", probability);
        }

        /** Remembers which nodes are in the bad state. */
        @Override
        public void strike(int node, BitSet bad, RandomStream stream, Conditions.Fate fate) {
            if (burst != null) {
                bad.set(
                        node,
                        bad.get(node) ? !stream.nextBernoulli(burst.leave()) : stream.nextBernoulli(burst.enter()));
            }
            double p = burst != null && bad.get(node) ? burst.probability() : probability;
            fate.lost |= stream.nextBernoulli(p);
        }
    }

    /**
     * Gilbert-Elliott model (Gilbert, "Capacity of a burst-noise channel", 1960; Elliott, 1963), advanced once for each
     * message of a node. Every node begins in the good state.
     *
     * @param enter probability of going from the good to the bad state
     * @param leave probability of going back
     * @param probability loss probability in the bad state
     */
    record Burst(double enter, double leave, double probability) {
        public Burst {
            Bounds.probability("the probability of entering a burst", enter);
            Bounds.probability("the probability of leaving a burst", leave);
            Bounds.probability("the loss probability in a burst", probability);
        }
    }

    /** Messages from or to the nodes arrive twice with this probability; the copy draws its own delay. */
    record Duplicate(long at, long duration, NodeSelector nodes, double probability) implements NodeFault {
        public Duplicate {
            Bounds.time(at, duration);
            Bounds.probability("the probability of duplication", probability);
        }

        @Override
        public void strike(int node, BitSet memory, RandomStream stream, Conditions.Fate fate) {
            fate.duplicated |= stream.nextBernoulli(probability);
        }
    }

    /**
     * Messages from or to the nodes are held back with this probability.
     *
     * @param maxDelay the extra delay is uniform in [0, maxDelay), nanoseconds
     */
    record Reorder(long at, long duration, NodeSelector nodes, double probability, long maxDelay) implements NodeFault {
        public Reorder {
            Bounds.time(at, duration);
            Bounds.probability("the probability of reordering", probability);
            Bounds.notNegative("the largest delay of reordering", maxDelay);
        }

        @Override
        public void strike(int node, BitSet memory, RandomStream stream, Conditions.Fate fate) {
            fate.extraDelayNanos += heldBackNanos(stream);
            fate.copyExtraDelayNanos += heldBackNanos(stream);
        }

        private long heldBackNanos(RandomStream stream) {
            boolean held = stream.nextBernoulli(probability);
            double part = stream.nextDouble(); // drawn in any case, so that the draws stay in step
            return held ? (long) (part * maxDelay) : 0;
        }
    }

    /**
     * Messages from or to the nodes arrive damaged with this probability. A receiver that authenticates what it receives
     * discards them, so they are dropped on arrival and counted as corrupted, after using up their links.
     */
    record Corrupt(long at, long duration, NodeSelector nodes, double probability) implements NodeFault {
        public Corrupt {
            Bounds.time(at, duration);
            Bounds.probability("the probability of corruption", probability);
        }

        @Override
        public void strike(int node, BitSet memory, RandomStream stream, Conditions.Fate fate) {
            fate.corrupted |= stream.nextBernoulli(probability);
        }
    }

    /**
     * The nodes' links run at a fraction of their rate. Overlapping throttles multiply.
     *
     * @param factor in (0, 1]
     */
    record Throttle(long at, long duration, NodeSelector nodes, double factor) implements NodeFault {
        public Throttle {
            Bounds.time(at, duration);
            if (!(factor > 0 && factor <= 1)) {
                throw new IllegalArgumentException("the factor of a throttle must lie in (0, 1], but is " + factor
                        + "; to stop all traffic use a partition or a clog");
            }
        }

        @Override
        public double rateFactor() {
            return factor;
        }

        @Override
        public void begin(BitSet where, Conditions conditions, NodeControl control) {
            conditions.begin(this, where);
            where.stream().forEach(control::ratesChanged);
        }

        @Override
        public void end(BitSet where, Conditions conditions, NodeControl control) {
            conditions.end(where);
            where.stream().forEach(control::ratesChanged);
        }
    }
}
