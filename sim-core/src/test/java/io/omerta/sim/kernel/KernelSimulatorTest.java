package io.omerta.sim.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.simulators.ReplicationState;
import nl.tudelft.simulation.dsol.simulators.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DSOL's life cycle, driven through DSOL's own methods on the caller's thread. */
final class KernelSimulatorTest {
    private static void assertStates(RunState run, ReplicationState replication, SimulatorFixture fixture) {
        assertEquals(run, fixture.simulator.getRunState());
        assertEquals(replication, fixture.simulator.getReplicationState());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void startRunsTheWholeReplicationAndReturnsWhenItHasEnded(QueueKind kind) {
        SimulatorFixture fixture = SimulatorFixture.initialized(kind);
        assertStates(RunState.INITIALIZED, ReplicationState.INITIALIZED, fixture);
        fixture.listen();
        fixture.logKernelEvents(50, 999);
        fixture.simulator.start();
        assertEquals(
                List.of(
                        "START_REPLICATION@0",
                        "START@0",
                        "kernel@50",
                        "WARMUP@100",
                        "kernel@999",
                        "STOP@1000",
                        "END_REPLICATION@1000"),
                fixture.log);
        assertStates(RunState.ENDED, ReplicationState.ENDED, fixture);
        assertEquals(1_000, fixture.simulator.getSimulatorTime());
        assertEquals(1_000, fixture.kernel.now());
    }

    @Test
    void everythingRunsOnTheThreadOfTheCaller() {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.HEAP);
        Thread caller = Thread.currentThread();
        fixture.kernelEvent(5, () -> assertSame(caller, Thread.currentThread()));
        fixture.simulator.scheduleEventAbs(6L, () -> assertSame(caller, Thread.currentThread()));
        fixture.simulator.start();
        assertEquals(1, fixture.kernel.executed());
    }

    @Test
    void theModelIsConstructedByInitializeAndMayScheduleInBothLists() {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.WHEEL, model -> {
            model.logKernelEvents(3);
            model.logDsolEvents(2, 4);
        });
        fixture.simulator.start();
        assertEquals(List.of("dsol@2", "kernel@3", "dsol@4"), fixture.log);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void runUpToLeavesEventsOfTheStopTimeForLater(QueueKind kind) {
        SimulatorFixture fixture = SimulatorFixture.initialized(kind);
        fixture.logKernelEvents(10, 20, 30);
        fixture.logDsolEvents(20);
        fixture.simulator.runUpTo(20L);
        assertEquals(List.of("kernel@10"), fixture.log);
        assertEquals(20, fixture.simulator.getSimulatorTime());
        assertStates(RunState.STOPPED, ReplicationState.STARTED, fixture);
        fixture.simulator.runUpToAndIncluding(20L);
        assertEquals(List.of("kernel@10", "dsol@20", "kernel@20"), fixture.log);
        fixture.simulator.start();
        assertEquals(List.of("kernel@10", "dsol@20", "kernel@20", "kernel@30"), fixture.log);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void stepExecutesOneEventOfEitherList(QueueKind kind) {
        SimulatorFixture fixture = SimulatorFixture.initialized(kind);
        fixture.logKernelEvents(10, 10);
        fixture.logDsolEvents(10);
        fixture.simulator.step();
        assertEquals(List.of("dsol@10"), fixture.log);
        fixture.simulator.step();
        assertEquals(List.of("dsol@10", "kernel@10"), fixture.log);
        assertStates(RunState.STOPPED, ReplicationState.STARTED, fixture);
        fixture.simulator.step();
        assertEquals(3, fixture.log.size());
    }

    @Test
    void steppingOverTheLastEventEndsTheReplication() {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.HEAP);
        fixture.listen();
        fixture.simulator.step(); // warm-up
        fixture.simulator.step(); // end of replication
        assertStates(RunState.ENDED, ReplicationState.ENDED, fixture);
        assertEquals("END_REPLICATION@1000", fixture.log.get(fixture.log.size() - 1));
        assertThrows(SimRuntimeException.class, fixture.simulator::step);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void stopEndsTheRunAfterTheEventAndStartResumesIt(QueueKind kind) {
        SimulatorFixture fixture = SimulatorFixture.initialized(kind);
        fixture.logKernelEvents(10);
        fixture.kernelEvent(20, fixture.simulator::stop);
        fixture.logKernelEvents(20, 30);
        fixture.simulator.start();
        assertEquals(List.of("kernel@10"), fixture.log);
        assertEquals(20, fixture.simulator.getSimulatorTime());
        assertStates(RunState.STOPPED, ReplicationState.STARTED, fixture);
        fixture.simulator.start();
        assertEquals(List.of("kernel@10", "kernel@20", "kernel@30"), fixture.log);
        assertStates(RunState.ENDED, ReplicationState.ENDED, fixture);
    }

    @Test
    void stopFromADsolEventEndsTheRunToo() {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.HEAP);
        fixture.simulator.scheduleEventAbs(20L, fixture.simulator::stop);
        fixture.logKernelEvents(20);
        fixture.simulator.start();
        assertEquals(List.of(), fixture.log);
        assertStates(RunState.STOPPED, ReplicationState.STARTED, fixture);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void endingTheReplicationFromAKernelEventStopsAtThatEvent(QueueKind kind) {
        SimulatorFixture fixture = SimulatorFixture.initialized(kind);
        fixture.listen();
        fixture.kernelEvent(200, fixture.simulator::endReplication);
        fixture.logKernelEvents(200, 300);
        fixture.simulator.start();
        assertFalse(fixture.log.contains("kernel@200") || fixture.log.contains("kernel@300"), fixture.log::toString);
        assertStates(RunState.ENDED, ReplicationState.ENDED, fixture);
        assertThrows(SimRuntimeException.class, fixture.simulator::start);
    }

    @Test
    void endingTheReplicationBetweenRunsEndsItAtOnce() {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.HEAP);
        fixture.simulator.runUpTo(20L);
        fixture.listen();
        fixture.simulator.endReplication();
        assertStates(RunState.ENDED, ReplicationState.ENDED, fixture);
        assertEquals(List.of("END_REPLICATION@1000"), fixture.log);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void aStoppingConditionIsTestedAfterEveryKernelEventPastTheWarmup(QueueKind kind) {
        SimulatorFixture fixture = new SimulatorFixture(kind);
        KernelReplication replication = new KernelReplication("until three", 100, 1_000);
        replication.setStoppingCondition(model -> fixture.log.size() >= 3);
        fixture.simulator.initialize(new SimulatorFixture.Model(fixture.simulator, () -> {}), replication);
        fixture.logKernelEvents(10, 20, 30, 40, 150, 160);
        fixture.simulator.start();
        assertEquals(List.of("kernel@10", "kernel@20", "kernel@30", "kernel@40", "kernel@150"), fixture.log);
        assertStates(RunState.ENDED, ReplicationState.ENDED, fixture);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void theWarmupComesBeforeEveryOtherEventOfItsTime(QueueKind kind) {
        SimulatorFixture fixture = SimulatorFixture.initialized(kind);
        fixture.logKernelEvents(99, 100);
        fixture.logDsolEvents(100);
        fixture.listen();
        fixture.simulator.start();
        assertEquals(List.of("kernel@99", "WARMUP@100", "dsol@100", "kernel@100"), fixture.log.subList(2, 6));
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void theReplicationEndsAfterEveryOtherEventOfItsTime(QueueKind kind) {
        SimulatorFixture fixture = SimulatorFixture.initialized(kind);
        fixture.kernelEvent(1_000, () -> fixture.logKernelEvents(1_000));
        fixture.logDsolEvents(1_000);
        fixture.logKernelEvents(1_001);
        fixture.simulator.start();
        assertEquals(List.of("dsol@1000", "kernel@1000"), fixture.log);
        assertEquals(1, fixture.kernel.pending());
    }

    @Test
    void startingTwiceOrBeforeInitializingIsRefused() {
        SimulatorFixture fresh = new SimulatorFixture(QueueKind.HEAP);
        assertEquals(
                "the replication is NOT_INITIALIZED, so it cannot be started",
                assertThrows(SimRuntimeException.class, () -> fresh.simulator.runUpTo(5L))
                        .getMessage());
        assertThrows(SimRuntimeException.class, () -> fresh.simulator.scheduleEventRel(1L, () -> {}));
        SimulatorFixture ended = SimulatorFixture.initialized(QueueKind.HEAP);
        ended.simulator.start();
        assertThrows(SimRuntimeException.class, ended.simulator::start);
    }

    @Test
    void aKernelThatHasRunIsRefused() {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.HEAP);
        fixture.simulator.start();
        SimRuntimeException refused = assertThrows(
                SimRuntimeException.class,
                () -> fixture.simulator.initialize(
                        new SimulatorFixture.Model(fixture.simulator, () -> {}),
                        new KernelReplication("again", 0, 10)));
        assertEquals(
                "the kernel has run already: make a new kernel and simulator for each replication",
                refused.getMessage());
    }

    @Test
    void cleaningUpLeavesTheSimulatorUninitialized() {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.HEAP);
        fixture.kernelEvent(5, fixture.simulator::cleanUp);
        fixture.logKernelEvents(6);
        fixture.simulator.start();
        assertStates(RunState.NOT_INITIALIZED, ReplicationState.NOT_INITIALIZED, fixture);
        assertEquals(List.of(), fixture.log);
    }

    @Test
    void noFailureIsReportedByARunThatWentWell() {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.HEAP);
        fixture.simulator.start();
        assertNull(fixture.simulator.failure());
    }

    @Test
    void twoSimulatorsInTwoThreadsDoNotDisturbEachOther() throws InterruptedException {
        SimulatorFixture[] pair = new SimulatorFixture[2];
        Thread[] threads = new Thread[2];
        for (int i = 0; i < 2; i++) {
            int index = i;
            threads[i] = new Thread(() -> pair[index] = chatter(), "chatter-" + i);
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        SimulatorFixture alone = chatter();
        for (SimulatorFixture fixture : pair) {
            assertEquals(alone.log, fixture.log);
            assertEquals(alone.kernel.trace().sha256(), fixture.kernel.trace().sha256());
            assertStates(RunState.ENDED, ReplicationState.ENDED, fixture);
        }
        assertTrue(alone.log.size() > 1_000, "there was something to disturb");
    }

    /** A run in which kernel events and DSOL events schedule each other. */
    private static SimulatorFixture chatter() {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.WHEEL);
        for (int i = 0; i < 600; i++) {
            fixture.kernelEvent(1 + i, () -> {
                fixture.log("kernel");
                fixture.simulator.scheduleEventRel(7L, () -> {
                    fixture.log("dsol");
                    fixture.logKernelEvents(fixture.simulator.getSimulatorTime() + 3);
                });
            });
        }
        fixture.simulator.start();
        return fixture;
    }
}
