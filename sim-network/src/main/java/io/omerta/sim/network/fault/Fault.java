package io.omerta.sim.network.fault;

import java.util.List;

/**
 * A fault with its time. Times are nanoseconds of virtual time from the start of the run, durations nanoseconds; a
 * duration of {@link #FOREVER} never ends. Faults of one kind may overlap: each is counted, and only the last one to
 * end heals what they share.
 */
public sealed interface Fault {
    long FOREVER = Long.MAX_VALUE;

    /** When it begins. */
    long at();

    /** How long it lasts. */
    long duration();

    /** The nodes it touches; for a partition every node, which its groups then divide. */
    NodeSelector nodes();

    /** What happens to messages already on their way when the fault begins. */
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
     * Nodes in no group reach and are reached by everyone.
     *
     * @param groups at least two sets of nodes
     * @param flapPeriod the partition alternates between closed and open with this period, beginning closed; 0 for a
     *     partition that stays closed
     */
    record Partition(
            long at, long duration, PartitionShape shape, List<NodeSelector> groups, long flapPeriod, InFlight inFlight)
            implements Fault {
        public Partition {
            groups = List.copyOf(groups);
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
            implements Fault {}

    /** The node freezes: messages and timers that become due wait in order, and are handled when it wakes. */
    record Pause(long at, long duration, NodeSelector nodes) implements Fault {}

    /**
     * Everything the node sends leaves later by this time, as if it computed slowly.
     *
     * @param processingDelay added before each send, nanoseconds
     */
    record Slow(long at, long duration, NodeSelector nodes, long processingDelay) implements Fault {}

    /**
     * The node's clock is wrong while the fault lasts: it shows now + offset + drift (now - at).
     *
     * @param offset jump at the beginning, nanoseconds; may be negative
     * @param driftPartsPerMillion rate error; positive runs fast
     */
    record Clock(long at, long duration, NodeSelector nodes, long offset, double driftPartsPerMillion)
            implements Fault {}

    /**
     * Messages from or to the nodes are lost.
     *
     * @param probability loss probability in the good state, in [0, 1]
     * @param burst Gilbert-Elliott bursts, or null for independent losses
     */
    record Loss(
            long at,
            long duration,
            NodeSelector nodes,
            double probability,
            @org.jspecify.annotations.Nullable Burst burst)
            implements Fault {}

    /**
     * Gilbert-Elliott model, advanced once for each message of a node.
     *
     * @param enter probability of going from the good to the bad state
     * @param leave probability of going back
     * @param probability loss probability in the bad state
     */
    record Burst(double enter, double leave, double probability) {}

    /** Messages from or to the nodes arrive twice with this probability; the copy draws its own delay. */
    record Duplicate(long at, long duration, NodeSelector nodes, double probability) implements Fault {}

    /**
     * Messages from or to the nodes are held back with this probability.
     *
     * @param maxDelay the extra delay is uniform in [0, maxDelay], nanoseconds
     */
    record Reorder(long at, long duration, NodeSelector nodes, double probability, long maxDelay) implements Fault {}

    /**
     * Messages from or to the nodes arrive damaged with this probability. A receiver that authenticates what it receives
     * discards them, so they are dropped on arrival and counted as corrupted, after using up their links.
     */
    record Corrupt(long at, long duration, NodeSelector nodes, double probability) implements Fault {}

    /**
     * The nodes' links run at a fraction of their rate. Overlapping throttles multiply.
     *
     * @param factor in (0, 1]
     */
    record Throttle(long at, long duration, NodeSelector nodes, double factor) implements Fault {}

    /** Messages to the nodes are held, not lost, and arrive in order when the clog ends. */
    record Clog(long at, long duration, NodeSelector nodes) implements Fault {}
}
