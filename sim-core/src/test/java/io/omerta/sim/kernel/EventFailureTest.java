package io.omerta.sim.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever an event throws reaches the caller, with when and which; the kernel can be looked at afterwards. */
final class EventFailureTest {
    private static SimulationFailure failureOf(EventKernel kernel, Runnable body) {
        int type = kernel.eventType("work", (target, source, a, b, c, object) -> body.run());
        kernel.schedule(1_500_000_000L, 4, type, 9, 0, 0, 0, null);
        return assertThrows(SimulationFailure.class, () -> kernel.runUntil(2 * VirtualTime.SECOND));
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void anExceptionNamesTheVirtualTimeAndTheEvent(QueueKind kind) {
        IllegalStateException thrown = new IllegalStateException("no quorum");
        SimulationFailure failure = failureOf(new PrimitiveKernel(kind), () -> {
            throw thrown;
        });
        assertEquals(
                "event \"work\" from entity 4 to entity 9 at virtual time 1.5 s failed: "
                        + "java.lang.IllegalStateException: no quorum",
                failure.getMessage());
        assertEquals(1_500_000_000L, failure.timeNanos());
        assertEquals("\"work\" from entity 4 to entity 9", failure.event());
        assertSame(thrown, failure.getCause());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void aFailedAssertionReachesTheCaller(QueueKind kind) {
        SimulationFailure failure = failureOf(new PrimitiveKernel(kind), () -> {
            throw new AssertionError("negative balance");
        });
        assertInstanceOf(AssertionError.class, failure.getCause());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void aStackOverflowReachesTheCaller(QueueKind kind) {
        SimulationFailure failure = failureOf(new PrimitiveKernel(kind), EventFailureTest::descend);
        assertInstanceOf(StackOverflowError.class, failure.getCause());
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int descend() {
        return 1 + descend();
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void aControlEventIsNamedByItsLabel(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        kernel.scheduleControl(3, "heal partition", () -> {
            throw new IllegalStateException("no such partition");
        });
        SimulationFailure failure = assertThrows(SimulationFailure.class, () -> kernel.runUntil(3));
        assertEquals("\"heal partition\" (control)", failure.event());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void theKernelStaysAtTheFailedEventAndCanBeInspectedAndContinued(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        List<Long> seen = new ArrayList<>();
        int type = kernel.eventType("after", (target, source, a, b, c, body) -> seen.add(a));
        kernel.schedule(1, 1, type, 0, 1, 0, 0, null);
        kernel.scheduleControl(2, "break", () -> {
            throw new IllegalStateException("broken");
        });
        kernel.schedule(3, 1, type, 0, 3, 0, 0, null);
        assertThrows(SimulationFailure.class, () -> kernel.runUntil(10));
        assertEquals(2, kernel.now());
        assertEquals(2, kernel.executed(), "the failed event counts as executed, as the trace has it");
        assertEquals(2, kernel.trace().events());
        assertEquals(1, kernel.pending());
        assertEquals(3, kernel.nextTimeNanos());
        kernel.runUntil(10);
        assertEquals(List.of(1L, 3L), seen);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void aFailedStepLeavesTheNextRunWhole(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        kernel.scheduleControl(1, "break", () -> {
            throw new IllegalStateException("broken");
        });
        kernel.scheduleControl(2, "second", () -> {});
        kernel.scheduleControl(3, "third", () -> {});
        assertThrows(SimulationFailure.class, kernel::step);
        kernel.runUntil(10);
        assertEquals(3, kernel.executed());
        assertEquals(10, kernel.now());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void anEventCannotRunItsOwnKernel(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        SimulationFailure failure = failureOf(kernel, () -> kernel.runUntil(2 * VirtualTime.SECOND));
        assertEquals(
                "the kernel cannot be run from inside an event or a visit of its own",
                failure.getCause().getMessage());
        kernel.runUntil(3 * VirtualTime.SECOND);
        assertEquals(3 * VirtualTime.SECOND, kernel.now());
    }
}
