package io.omerta.sim.network.workload;

import static io.omerta.sim.network.TestNetworks.FAST_BYTE_NANOS;
import static io.omerta.sim.network.TestNetworks.MILLIS;
import static io.omerta.sim.network.TestNetworks.NEAR_NANOS;

import io.omerta.sim.kernel.VirtualTime;
import io.omerta.sim.network.fault.Fault;
import io.omerta.sim.network.overlay.OverlaySpec;
import io.omerta.sim.network.workload.WorkloadSpec.CompactFailureRate;
import io.omerta.sim.network.workload.WorkloadSpec.FailedBlockFractions;
import io.omerta.sim.network.workload.WorkloadSpec.MiningPower;
import io.omerta.sim.random.RandomStreams;
import java.util.List;

/**
 * A block relayed between nodes whose delays are constant. Times are counted from the moment when the first block is
 * found, so that they do not depend on the seed.
 */
final class Relays {
    static final int BLOCK_BYTES = 5000;
    static final int COMPACT_BYTES = 1000;

    /** The part that a churning sender sends after a failed compact block: a quarter. */
    static final int MISSING_BYTES = 1250;

    private static final long CONTROL_NANOS = 3 * MILLIS;
    private static final long PROCESSING_NANOS = 2 * MILLIS;

    /** An announcement or a request: 13 ms. */
    static final long CONTROL_HOP = NEAR_NANOS + CONTROL_NANOS;

    /** A block: 17 ms. */
    static final long BLOCK_HOP = PROCESSING_NANOS + NEAR_NANOS + BLOCK_BYTES * FAST_BYTE_NANOS;

    private static final MiningPower EQUAL_POWER = new MiningPower(100, 0);

    private final WorkloadRun run;
    private final long foundAtNanos;

    /** With the first block found by node 0. */
    Relays(WorkloadSpec.BlockPropagation spec, int nodes, OverlaySpec overlay) {
        long seed = seedOfMiners(nodes, 0);
        run = WorkloadRun.of(spec, overlay, nodes, seed);
        foundAtNanos = new Mining(spec.miningPower(), spec.intervalNanos(), nodes, new RandomStreams(seed))
                .nextIntervalNanos();
    }

    /** Blocks that go whole. */
    static WorkloadSpec.BlockPropagation whole(int blocks, long intervalNanos, long blockBytes) {
        return spec(blocks, intervalNanos, blockBytes, false, 1, 0);
    }

    /** One block that goes whole. */
    static WorkloadSpec.BlockPropagation whole() {
        return whole(1, VirtualTime.MINUTE, BLOCK_BYTES);
    }

    /**
     * One block that goes as a compact block where both ends can use one. Nodes that churn never rebuild it, the others
     * always do.
     */
    static WorkloadSpec.BlockPropagation compact(double usageRate, double churnRate) {
        return spec(1, VirtualTime.MINUTE, BLOCK_BYTES, true, usageRate, churnRate);
    }

    private static WorkloadSpec.BlockPropagation spec(
            int blocks, long intervalNanos, long blockBytes, boolean compact, double usageRate, double churnRate) {
        return new WorkloadSpec.BlockPropagation(
                blocks,
                intervalNanos,
                blockBytes,
                COMPACT_BYTES,
                compact,
                usageRate,
                churnRate,
                new CompactFailureRate(0, 1),
                new FailedBlockFractions(List.of(0.5), List.of(0.25)),
                CONTROL_NANOS,
                PROCESSING_NANOS,
                EQUAL_POWER);
    }

    /** The first seed with which these nodes, of equal power, find the first blocks. */
    static long seedOfMiners(int nodes, int... miners) {
        for (long seed = 1; ; seed++) {
            Mining mining = new Mining(EQUAL_POWER, 1, nodes, new RandomStreams(seed));
            boolean found = true;
            for (int miner : miners) {
                mining.nextIntervalNanos();
                found &= mining.nextMiner() == miner;
            }
            if (found) {
                return seed;
            }
        }
    }

    /** When the first block is found. */
    long foundAtNanos() {
        return foundAtNanos;
    }

    Relays faults(Fault... faults) {
        run.faults(faults);
        return this;
    }

    WorkloadRun run() {
        return run.run();
    }

    /** Messages that arrived, with their times since the block was found. */
    List<WorkloadRun.Message> arrived() {
        return run.arrived().stream().map(this::sinceFound).toList();
    }

    List<WorkloadRun.Message> arrivedAt(int node, String kind) {
        return arrived().stream()
                .filter(message -> message.to() == node && message.kind().equals(kind))
                .toList();
    }

    /** Times since the block was found at which messages of a kind were handed to the network. */
    List<Long> sentTimes(String kind) {
        return run.sent(kind).stream()
                .map(message -> sinceFound(message).atNanos())
                .toList();
    }

    private WorkloadRun.Message sinceFound(WorkloadRun.Message message) {
        return new WorkloadRun.Message(
                message.atNanos() - foundAtNanos, message.kind(), message.from(), message.to(), message.sizeBytes());
    }
}
