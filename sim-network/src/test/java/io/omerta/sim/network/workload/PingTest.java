package io.omerta.sim.network.workload;

import static io.omerta.sim.network.TestNetwork.nodes;
import static io.omerta.sim.network.TestNetworks.FAST_BYTE_NANOS;
import static io.omerta.sim.network.TestNetworks.LOSSY;
import static io.omerta.sim.network.TestNetworks.NEAR_NANOS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.kernel.VirtualTime;
import io.omerta.sim.network.fault.Fault;
import io.omerta.sim.network.fault.Fault.InFlight;
import io.omerta.sim.network.overlay.OverlaySpec;
import io.omerta.sim.network.workload.WorkloadSpec.Arrivals;
import io.omerta.sim.network.workload.WorkloadSpec.Targets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Statistical tests allow five standard deviations: an error rate below 1e-6, at fixed seeds. */
final class PingTest {
    private static final long SECOND = VirtualTime.SECOND;
    private static final int BYTES = 1000;
    private static final double HOP_MILLIS = (NEAR_NANOS + BYTES * FAST_BYTE_NANOS) / 1e6;

    private static WorkloadSpec every(long intervalNanos, Targets targets, Arrivals arrivals) {
        return new WorkloadSpec.Ping(intervalNanos, BYTES, targets, arrivals);
    }

    private static WorkloadSpec periodic() {
        return every(SECOND, Targets.ANYONE, Arrivals.PERIODIC);
    }

    private static WorkloadSpec poisson() {
        return every(SECOND, Targets.ANYONE, Arrivals.POISSON);
    }

    private static WorkloadRun among(int nodes, WorkloadSpec spec) {
        return WorkloadRun.of(spec, WorkloadRun.COMPLETE, nodes, 1);
    }

    private static long[] timesOf(int node, WorkloadRun run) {
        return run.sent("ping").stream()
                .filter(message -> message.from() == node)
                .mapToLong(WorkloadRun.Message::atNanos)
                .toArray();
    }

    @Test
    void periodicNodesSendOnceInEveryInterval() {
        WorkloadRun run = among(4, periodic()).runUntil(10 * SECOND - 1);
        assertEquals(40, run.observed("ping.sent"));
        for (int node = 0; node < 4; node++) {
            long[] times = timesOf(node, run);
            assertEquals(10, times.length);
            assertTrue(times[0] < SECOND);
            for (int i = 1; i < times.length; i++) {
                assertEquals(SECOND, times[i] - times[i - 1]);
            }
        }
    }

    @Test
    void periodicNodesEachHaveTheirOwnPhase() {
        WorkloadRun run = among(50, periodic()).runUntil(SECOND - 1);
        assertEquals(
                50,
                run.sent().stream().map(WorkloadRun.Message::atNanos).distinct().count());
    }

    /** 20 nodes for 1000 s at one a second: Poisson of mean 20000, standard deviation 141. */
    @Test
    void poissonNodesSendAtTheirRate() {
        WorkloadRun run = among(20, poisson()).runUntil(1000 * SECOND);
        assertEquals(20_000, run.observed("ping.sent"), 5 * Math.sqrt(20_000));
    }

    /** For n exponential gaps of mean 1 the sum of squares has mean 2 n and variance 20 n. */
    @Test
    void poissonNodesSendAtExponentialGaps() {
        WorkloadRun run = among(2, poisson()).runUntil(10_000 * SECOND);
        long[] times = timesOf(0, run);
        int n = times.length - 1;
        double squares = IntStream.range(0, n)
                .mapToDouble(i -> (times[i + 1] - times[i]) / 1e9)
                .map(gap -> gap * gap)
                .sum();
        assertEquals(2.0 * n, squares, 5 * Math.sqrt(20.0 * n));
    }

    @Test
    void whatArrivesIsCountedWithItsDelay() {
        WorkloadRun run = among(4, periodic()).runUntil(10 * SECOND - 1);
        assertEquals(1, run.observed("ping.delivered"));
        assertEquals(HOP_MILLIS, run.observed("ping.delay_mean"));
        // The histogram has three digits.
        assertEquals(HOP_MILLIS, run.observed("ping.delay_p50"), HOP_MILLIS * 1e-3);
        assertEquals(HOP_MILLIS, run.observed("ping.delay_p99"), HOP_MILLIS * 1e-3);
    }

    @Test
    void whatIsDroppedIsCounted() {
        int sent = 50 * 400;
        WorkloadRun run =
                WorkloadRun.lossy(periodic(), WorkloadRun.COMPLETE, 50, 1).runUntil(400 * SECOND - 1);
        double share = 1 - LOSSY;
        assertEquals(sent, run.observed("ping.sent"));
        assertEquals(share, run.observed("ping.delivered"), 5 * Math.sqrt(share * (1 - share) / sent));
    }

    @Test
    void aPathThatLosesEverythingHasNoDelay() {
        WorkloadRun run = among(2, periodic())
                .faults(new Fault.Loss(0, Fault.FOREVER, nodes(0), 1, null))
                .runUntil(10 * SECOND);
        assertEquals(0, run.observed("ping.delivered"));
        assertTrue(Double.isNaN(run.observed("ping.delay_mean")));
    }

    @Test
    void whatWasCountedBeforeTheEndOfTheWarmUpIsForgotten() {
        WorkloadRun run = among(4, periodic())
                .faults(new Fault.Loss(0, 10 * SECOND, nodes(0, 1, 2, 3), 1, null))
                .runUntil(10 * SECOND - 1);
        assertEquals(0, run.observed("ping.delivered"));
        run.workload().warmUpEnded();
        run.runUntil(15 * SECOND - 1);
        assertEquals(20, run.observed("ping.sent"));
        assertEquals(1, run.observed("ping.delivered"));
    }

    @Test
    void neighboursAreThePeersInAnOverlay() {
        OverlaySpec line = WorkloadRun.links(0, 1, 1, 2);
        WorkloadRun run = WorkloadRun.of(every(SECOND, Targets.OVERLAY, Arrivals.PERIODIC), line, 4, 1)
                .runUntil(50 * SECOND - 1);
        assertEquals(List.of("0>1", "1>0", "1>2", "2>1"), paths(run));
        assertEquals(0, timesOf(3, run).length, "a node without neighbours sends nothing");
    }

    @Test
    void anyoneIsAPeerWithoutAnOverlay() {
        WorkloadRun run =
                WorkloadRun.of(periodic(), WorkloadRun.links(0, 1), 3, 1).runUntil(50 * SECOND - 1);
        assertEquals(List.of("0>1", "0>2", "1>0", "1>2", "2>0", "2>1"), paths(run));
    }

    private static List<String> paths(WorkloadRun run) {
        return run.sent().stream()
                .map(message -> message.from() + ">" + message.to())
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void aCrashedNodeIsSilentAndGoesOnAfterItsRestart() {
        WorkloadRun run = among(2, periodic())
                .faults(new Fault.Crash(10 * SECOND, 10 * SECOND, nodes(0), false, InFlight.DELIVER))
                .runUntil(30 * SECOND - 1);
        long[] times = timesOf(0, run);
        assertEquals(20, times.length);
        assertEquals(10, LongStream.of(times).filter(at -> at < 10 * SECOND).count());
        assertEquals(10, LongStream.of(times).filter(at -> at >= 20 * SECOND).count());
    }

    @Test
    void itGoesOnForEver() {
        WorkloadRun run = among(2, periodic()).runUntil(SECOND);
        assertFalse(run.workload().finished());
        assertTrue(periodic().isEndless());
    }
}
