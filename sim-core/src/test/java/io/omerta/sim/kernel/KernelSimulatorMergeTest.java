package io.omerta.sim.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DSOL's events and the kernel's are one sequence, ordered by time. */
final class KernelSimulatorMergeTest {
    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void dsolEventsAreMergedByTimeAndGoFirstAtEqualTimes(QueueKind kind) {
        SimulatorFixture fixture = SimulatorFixture.initialized(kind);
        fixture.logKernelEvents(1, 3, 5, 5, 9);
        fixture.logDsolEvents(2, 5, 8, 10);
        fixture.simulator.start();
        assertEquals(
                List.of(
                        "kernel@1",
                        "dsol@2",
                        "kernel@3",
                        "dsol@5",
                        "kernel@5",
                        "kernel@5",
                        "dsol@8",
                        "kernel@9",
                        "dsol@10"),
                fixture.log);
    }

    @Test
    void aDsolEventOfLowPriorityGoesAfterKernelEventsOfItsTime() {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.HEAP);
        fixture.simulator.scheduleEventAbs(5L, SimEventInterface.MIN_PRIORITY, () -> fixture.log("late"));
        fixture.logKernelEvents(5);
        fixture.simulator.start();
        assertEquals(List.of("kernel@5", "late@5"), fixture.log);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void aKernelEventMayScheduleADsolEventBeforeTheNextKernelEvent(QueueKind kind) {
        SimulatorFixture fixture = SimulatorFixture.initialized(kind);
        fixture.kernelEvent(10, () -> {
            fixture.log("first");
            fixture.logDsolEvents(15);
        });
        fixture.logKernelEvents(20);
        fixture.simulator.start();
        assertEquals(List.of("first@10", "dsol@15", "kernel@20"), fixture.log);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void relativeDsolTimesCountFromTheKernelEventThatSchedules(QueueKind kind) {
        SimulatorFixture fixture = SimulatorFixture.initialized(kind);
        fixture.logKernelEvents(300);
        fixture.kernelEvent(400, () -> {
            fixture.simulator.scheduleEventRel(5L, () -> fixture.log("relative"));
            fixture.simulator.scheduleEventRel(6L, fixture, "log", new Object[] {"relative call"});
            fixture.simulator.scheduleEventNow(() -> fixture.log("now"));
            fixture.simulator.scheduleEventNow(fixture, "log", new Object[] {"call now"});
        });
        fixture.logKernelEvents(405);
        fixture.simulator.start();
        assertEquals(
                List.of("kernel@300", "now@400", "call now@400", "relative@405", "kernel@405", "relative call@406"),
                fixture.log);
    }

    @Test
    void aDsolEventBeforeTheKernelEventThatSchedulesItIsRefused() {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.HEAP);
        fixture.logKernelEvents(300);
        fixture.kernelEvent(400, () -> fixture.logDsolEvents(399));
        SimulationFailure failure = assertThrows(SimulationFailure.class, fixture.simulator::start);
        assertEquals(SimRuntimeException.class, failure.getCause().getClass());
        assertEquals(400, failure.timeNanos());
    }

    @Test
    void aKernelEventMayCancelADsolEvent() {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.HEAP);
        SimEventInterface<Long> doomed = fixture.simulator.scheduleEventAbs(20L, () -> fixture.log("doomed"));
        fixture.kernelEvent(10, () -> fixture.simulator.cancelEvent(doomed));
        fixture.logKernelEvents(30);
        fixture.simulator.start();
        assertEquals(List.of("kernel@30"), fixture.log);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void timeNeverRunsBackwardsWhenBothListsScheduleAtRandom(QueueKind kind) {
        for (long seed = 1; seed <= 10; seed++) {
            SimulatorFixture fixture = SimulatorFixture.initialized(kind);
            RandomStream random = new RandomStreams(seed).stream("merge");
            List<Long> times = new ArrayList<>();
            int[] left = {2_000};
            Runnable[] action = new Runnable[1];
            action[0] = () -> {
                long now = fixture.simulator.getSimulatorTime();
                times.add(now);
                for (int children = random.nextInt(3); children > 0 && left[0] > 0; children--) {
                    left[0]--;
                    long delay = random.nextInt(4);
                    if (random.nextBoolean()) {
                        fixture.kernelEvent(now + delay, action[0]);
                    } else {
                        fixture.simulator.scheduleEventRel(delay, () -> action[0].run());
                    }
                }
            };
            for (int i = 0; i < 100; i++) {
                fixture.kernelEvent(random.nextInt(900), action[0]);
            }
            fixture.simulator.start();
            assertEquals(times.stream().sorted().toList(), times, "seed " + seed);
        }
    }
}
