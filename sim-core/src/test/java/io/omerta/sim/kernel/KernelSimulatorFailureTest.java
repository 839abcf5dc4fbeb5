package io.omerta.sim.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.tudelft.simulation.dsol.simulators.ReplicationState;
import nl.tudelft.simulation.dsol.simulators.RunState;
import nl.tudelft.simulation.dsol.simulators.SimulatorInterface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A failing event reaches the caller, leaves the simulator stopped, and no thread behind. */
final class KernelSimulatorFailureTest {
    private record Breaking(String where, Consumer<SimulatorFixture> schedule, Class<? extends Throwable> cause) {
        @Override
        public String toString() {
            return where;
        }
    }

    static Stream<Breaking> failures() {
        return Stream.of(
                new Breaking(
                        "exception in a kernel event", f -> f.kernelEvent(7, breaks()), IllegalStateException.class),
                new Breaking("assertion in a kernel event", f -> f.kernelEvent(7, asserts()), AssertionError.class),
                new Breaking(
                        "exception in a DSOL lambda",
                        f -> f.simulator.scheduleEventAbs(7L, breaks()::run),
                        IllegalStateException.class),
                new Breaking(
                        "assertion in a DSOL lambda",
                        f -> f.simulator.scheduleEventAbs(7L, asserts()::run),
                        AssertionError.class),
                new Breaking(
                        "assertion in a DSOL call",
                        f -> f.simulator.scheduleEventAbs(7L, asserts(), "run", new Object[0]),
                        AssertionError.class));
    }

    private static Runnable breaks() {
        return new Breaks();
    }

    private static Runnable asserts() {
        return new Asserts();
    }

    static final class Breaks implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("broken");
        }
    }

    static final class Asserts implements Runnable {
        @Override
        public void run() {
            throw new AssertionError("false");
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsRethrownAndLeavesTheSimulatorStopped(Breaking breaking) {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.HEAP);
        breaking.schedule().accept(fixture);
        fixture.listen();
        SimulationFailure failure = assertThrows(SimulationFailure.class, fixture.simulator::start);
        assertInstanceOf(breaking.cause(), failure.getCause());
        assertEquals(7, failure.timeNanos());
        assertSame(failure, fixture.simulator.failure());
        assertEquals(RunState.STOPPED, fixture.simulator.getRunState());
        assertEquals(ReplicationState.STARTED, fixture.simulator.getReplicationState());
        assertEquals(7, fixture.simulator.getSimulatorTime());
        assertEquals(List.of("START_REPLICATION@0", "START@0", "STOP@7"), fixture.log);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailingStepIsRethrownAndLeavesTheSimulatorStopped(Breaking breaking) {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.HEAP);
        breaking.schedule().accept(fixture);
        SimulationFailure failure = assertThrows(SimulationFailure.class, fixture.simulator::step);
        assertInstanceOf(breaking.cause(), failure.getCause());
        assertEquals(RunState.STOPPED, fixture.simulator.getRunState());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theRunCanBeContinuedAfterAFailure(Breaking breaking) {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.WHEEL);
        breaking.schedule().accept(fixture);
        fixture.logKernelEvents(8);
        assertThrows(SimulationFailure.class, fixture.simulator::start);
        fixture.simulator.start();
        assertEquals(List.of("kernel@8"), fixture.log);
        assertEquals(RunState.ENDED, fixture.simulator.getRunState());
    }

    @Test
    void aFailureOfADsolCallNamesClassAndMethod() {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.HEAP);
        fixture.simulator.scheduleEventAbs(1_000L, breaks(), "run", new Object[0]);
        SimulationFailure failure = assertThrows(SimulationFailure.class, fixture.simulator::start);
        assertEquals(
                "event Breaks.run (DSOL) at virtual time 0.000001 s failed: java.lang.IllegalStateException: broken",
                failure.getMessage());
    }

    @Test
    void aListenerThatThrowsAtTheStartLeavesTheSimulatorStopped() {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.HEAP);
        fixture.simulator.addListener(
                event -> {
                    throw new IllegalStateException("listener");
                },
                SimulatorInterface.START_EVENT);
        assertThrows(IllegalStateException.class, fixture.simulator::start);
        assertEquals(RunState.STOPPED, fixture.simulator.getRunState());
    }

    private static List<String> threadsNamedAfterTheSimulator() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter("simulator under test"::equals)
                .toList();
    }

    @Test
    void noThreadIsLeftBehindByInitializing() {
        SimulatorFixture.initialized(QueueKind.HEAP);
        assertEquals(List.of(), threadsNamedAfterTheSimulator());
    }

    @Test
    void noThreadIsLeftBehindByAModelThatCannotBeConstructed() {
        assertThrows(
                IllegalStateException.class,
                () -> SimulatorFixture.initialized(QueueKind.HEAP, model -> {
                    throw new IllegalStateException("no such region");
                }));
        assertEquals(List.of(), threadsNamedAfterTheSimulator());
    }

    @Test
    void noThreadIsLeftBehindByARun() {
        SimulatorFixture.initialized(QueueKind.HEAP).simulator.start();
        assertEquals(List.of(), threadsNamedAfterTheSimulator());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void noThreadIsLeftBehindByAFailure(Breaking breaking) {
        SimulatorFixture fixture = SimulatorFixture.initialized(QueueKind.HEAP);
        breaking.schedule().accept(fixture);
        assertThrows(SimulationFailure.class, fixture.simulator::start);
        assertEquals(List.of(), threadsNamedAfterTheSimulator());
    }
}
