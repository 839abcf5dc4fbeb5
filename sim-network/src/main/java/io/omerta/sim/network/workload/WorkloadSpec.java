package io.omerta.sim.network.workload;

import java.util.List;

/** What the nodes of a scenario do. Times are nanoseconds, sizes bytes. */
public sealed interface WorkloadSpec
        permits WorkloadSpec.BlockPropagation, WorkloadSpec.Gossip, WorkloadSpec.Ping, SessionsSpec {
    /** Name of the kind, as {@code workload.type} gives it. */
    String type();

    /** Whether it goes on for ever, so that a scenario needs a duration. */
    boolean isEndless();

    /** Whom a node sends to. */
    enum Targets {
        /** Its neighbours in the overlay. */
        OVERLAY,
        /** Anyone, uniformly at random. */
        ANYONE
    }

    /**
     * Proof-of-work blocks spreading through the relay protocol of SimBlock: inv, rec, then a compact block or a full
     * block, and getblocktxn after a compact block that could not be rebuilt.
     *
     * @param blocks height at which the run ends
     * @param intervalNanos mean time between blocks
     * @param blockBytes size of a full block
     * @param compactBlockBytes size of a compact block
     * @param compactBlocks whether nodes that can use compact blocks do
     * @param compactUsageRate share of nodes that can
     * @param churnRate share of nodes that come and go, and therefore rebuild less often
     * @param compactFailureRate probability that a compact block cannot be rebuilt
     * @param failedBlockFractions what is then sent, as a fraction of the full block
     * @param controlDelayNanos added to the propagation of inv, rec and getblocktxn
     * @param blockProcessingNanos added to the transmission of a block or compact block
     * @param miningPower power of a node, in hashes per millisecond
     */
    record BlockPropagation(
            int blocks,
            long intervalNanos,
            long blockBytes,
            long compactBlockBytes,
            boolean compactBlocks,
            double compactUsageRate,
            double churnRate,
            CompactFailureRate compactFailureRate,
            FailedBlockFractions failedBlockFractions,
            long controlDelayNanos,
            long blockProcessingNanos,
            MiningPower miningPower)
            implements WorkloadSpec {
        @Override
        public String type() {
            return "block-propagation";
        }

        @Override
        public boolean isEndless() {
            return false;
        }
    }

    /**
     * Probability that a compact block cannot be rebuilt.
     *
     * @param control for nodes that are always connected
     * @param churn for nodes that come and go
     */
    record CompactFailureRate(double control, double churn) {}

    /**
     * Samples to draw from, each equally likely.
     *
     * @param control for nodes that are always connected
     * @param churn for nodes that come and go
     */
    record FailedBlockFractions(List<Double> control, List<Double> churn) {
        public FailedBlockFractions {
            control = List.copyOf(control);
            churn = List.copyOf(churn);
        }
    }

    /** Normal distribution, not below 1. */
    record MiningPower(double mean, double standardDeviation) {}

    /**
     * Rumours: each starts at one node and is passed on.
     *
     * @param messages number of rumours
     * @param fanout peers that a node passes a rumour on to
     * @param intervalNanos time between the starts of two rumours
     * @param messageBytes size of a rumour
     * @param mode how a node passes rumours on
     * @param targets whom it picks its peers from
     * @param excludeSource whether it spares the peer that it has the rumour from
     * @param repair anti-entropy
     */
    record Gossip(
            int messages,
            int fanout,
            long intervalNanos,
            long messageBytes,
            GossipMode mode,
            Targets targets,
            boolean excludeSource,
            Repair repair)
            implements WorkloadSpec {
        @Override
        public String type() {
            return "gossip";
        }

        @Override
        public boolean isEndless() {
            return repair.enabled();
        }
    }

    /** How a node passes rumours on. */
    enum GossipMode {
        /** Once, when it first hears a rumour (Eugster et al., IEEE Computer, 2004). */
        INFECT_AND_DIE
    }

    /**
     * Anti-entropy: each node compares what it has heard with a random peer and fetches what it lacks.
     *
     * @param enabled whether there is any
     * @param periodNanos time between two comparisons of a node
     * @param digestBytes size of the message that says what a node has heard
     */
    record Repair(boolean enabled, long periodNanos, long digestBytes) {}

    /**
     * Plain messages from every node.
     *
     * @param intervalNanos mean time between two messages of a node
     * @param messageBytes size of a message
     * @param targets whom they go to
     * @param arrivals how the times between them spread
     */
    record Ping(long intervalNanos, long messageBytes, Targets targets, Arrivals arrivals) implements WorkloadSpec {
        @Override
        public String type() {
            return "ping";
        }

        @Override
        public boolean isEndless() {
            return true;
        }
    }

    /** How the times between messages spread. */
    enum Arrivals {
        /** Exponential. */
        POISSON,
        /** All equal, each node with a random phase. */
        PERIODIC
    }
}
