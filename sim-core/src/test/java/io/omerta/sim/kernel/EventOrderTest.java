package io.omerta.sim.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In what order events happen, and what the clock says meanwhile. */
final class EventOrderTest {
    private final List<String> log = new ArrayList<>();

    private int logging(EventKernel kernel) {
        return kernel.eventType(
                "log", (target, source, a, b, c, body) -> log.add(kernel.now() + ":" + source + ":" + a));
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void eventsOfOneSourceAtOneTimeAreFirstInFirstOut(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = logging(kernel);
        IntStream.range(0, 500).forEach(i -> kernel.schedule(7, 3, type, 0, i, 0, 0, null));
        kernel.runUntil(7);
        assertEquals(IntStream.range(0, 500).mapToObj(i -> "7:3:" + i).toList(), log);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void firstInFirstOutSurvivesBeingStoppedBetweenTwoEventsOfOneTime(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = logging(kernel);
        kernel.schedule(10, 1, type, 0, 1, 0, 0, null);
        kernel.schedule(10, 1, type, 0, 2, 0, 0, null);
        kernel.runUntil(5);
        kernel.schedule(10, 1, type, 0, 3, 0, 0, null);
        kernel.runUntil(20);
        assertEquals(List.of("10:1:1", "10:1:2", "10:1:3"), log);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void eventsAreOrderedByTimeThenSourceThenTheCounterOfTheSource(QueueKind kind) {
        record Key(long time, int source, long counter) {}
        for (long seed = 1; seed <= 20; seed++) {
            RandomStream random = new RandomStreams(seed).stream("order");
            EventKernel kernel = new PrimitiveKernel(kind);
            List<Key> executed = new ArrayList<>();
            int type = kernel.eventType(
                    "key", (target, source, a, b, c, body) -> executed.add(new Key(kernel.now(), source, a)));
            long[] counters = new long[10];
            List<Key> scheduled = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                int source = random.nextInt(10);
                Key key = new Key(random.nextInt(40) * (1L << random.nextInt(40)), source, counters[source]++);
                scheduled.add(key);
                kernel.schedule(key.time(), source, type, 0, key.counter(), 0, 0, null);
            }
            kernel.runUntil(EventKernel.MAX_TIME_NANOS);
            scheduled.sort(Comparator.comparingLong(Key::time)
                    .thenComparingInt(Key::source)
                    .thenComparingLong(Key::counter));
            assertEquals(scheduled, executed, "seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void controlEventsComeBeforeEveryEntityOfTheSameTime(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = logging(kernel);
        kernel.schedule(4, 1, type, 0, 0, 0, 0, null);
        kernel.scheduleControl(4, "fault", () -> log.add("fault"));
        kernel.runUntil(4);
        assertEquals(List.of("fault", "4:1:0"), log);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void anEventForNowRunsAfterTheOneThatScheduledIt(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = logging(kernel);
        kernel.scheduleControl(4, "chain", () -> {
            kernel.schedule(kernel.now(), 1, type, 0, 1, 0, 0, null);
            log.add("chain");
        });
        kernel.runUntil(4);
        assertEquals(List.of("chain", "4:1:1"), log);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void anEventAtTheHorizonIsExecutedAndALaterOneIsNot(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = logging(kernel);
        kernel.schedule(100, 1, type, 0, 0, 0, 0, null);
        kernel.schedule(101, 1, type, 0, 1, 0, 0, null);
        kernel.runUntil(100);
        assertEquals(List.of("100:1:0"), log);
        assertEquals(1, kernel.pending());
        assertEquals(101, kernel.nextTimeNanos());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void theClockStandsAtTheHorizonAfterARunEvenWhenNothingHappened(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        kernel.runUntil(123);
        assertEquals(123, kernel.now());
        assertEquals(Long.MAX_VALUE, kernel.nextTimeNanos());
        assertEquals(0, kernel.executed());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void theLatestTimeCanBeScheduledAndReached(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = logging(kernel);
        kernel.schedule(EventKernel.MAX_TIME_NANOS, 1, type, 0, 0, 0, 0, null);
        kernel.schedule(1, 1, type, 0, 0, 0, 0, null);
        kernel.runUntil(EventKernel.MAX_TIME_NANOS);
        assertEquals(2, kernel.executed());
        assertEquals(EventKernel.MAX_TIME_NANOS, kernel.now());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void stepExecutesExactlyOneEvent(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = logging(kernel);
        kernel.schedule(5, 1, type, 0, 0, 0, 0, null);
        kernel.schedule(5, 1, type, 0, 1, 0, 0, null);
        assertTrue(kernel.step());
        assertEquals(List.of("5:1:0"), log);
        assertEquals(5, kernel.now());
        assertTrue(kernel.step());
        assertFalse(kernel.step());
        assertEquals(2, kernel.executed());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void runUntilAfterAStepRunsOnToTheHorizon(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = logging(kernel);
        IntStream.range(0, 3).forEach(i -> kernel.schedule(i, 1, type, 0, i, 0, 0, null));
        assertTrue(kernel.step());
        kernel.runUntil(10);
        assertEquals(3, kernel.executed());
        assertEquals(10, kernel.now());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void stopEndsTheRunAtTheEventAndTheNextRunResumesAfterIt(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = logging(kernel);
        kernel.schedule(1, 1, type, 0, 0, 0, 0, null);
        kernel.scheduleControl(2, "pause", kernel::stop);
        kernel.schedule(2, 1, type, 0, 1, 0, 0, null);
        kernel.schedule(3, 1, type, 0, 2, 0, 0, null);
        kernel.runUntil(10);
        assertEquals(2, kernel.now());
        assertEquals(List.of("1:1:0"), log);
        kernel.runUntil(10);
        assertEquals(10, kernel.now());
        assertEquals(List.of("1:1:0", "2:1:1", "3:1:2"), log);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void advanceToMovesTheClockUpToTheNextEventAndNoFurther(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = logging(kernel);
        kernel.schedule(50, 1, type, 0, 0, 0, 0, null);
        kernel.advanceTo(50);
        assertEquals(50, kernel.now());
        assertEquals(0, kernel.executed());
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> kernel.advanceTo(51));
        assertEquals(
                "cannot set the clock to 0.000000051 s: it is 0.00000005 s now, and the next event is due at 0.00000005 s",
                refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> kernel.advanceTo(49));
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void aPastTimeIsRefusedWithTheEventAndBothTimes(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = logging(kernel);
        kernel.runUntil(2 * VirtualTime.SECOND);
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> kernel.schedule(VirtualTime.SECOND + 1, 1, type, 0, 0, 0, 0, null));
        assertEquals(
                "event \"log\" cannot be scheduled at 1.000000001 s: that is before now, 2 s", refused.getMessage());
        assertEquals(0, kernel.pending());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void anOverflowingTimeIsRefused(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = logging(kernel);
        for (long time : new long[] {EventKernel.MAX_TIME_NANOS + 1, Long.MAX_VALUE, Long.MAX_VALUE + 1, -1}) {
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class, () -> kernel.schedule(time, 1, type, 0, 0, 0, 0, null));
            assertTrue(refused.getMessage().contains("cannot be scheduled at"), refused.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> kernel.runUntil(Long.MAX_VALUE));
        assertThrows(IllegalArgumentException.class, () -> kernel.advanceTo(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void undeclaredTypesAndNegativeEntitiesAreRefused(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = logging(kernel);
        assertEquals(
                "event type 2 was not declared: the types are 0 to 1",
                assertThrows(IllegalArgumentException.class, () -> kernel.schedule(0, 1, 2, 0, 0, 0, 0, null))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> kernel.schedule(0, 1, -1, 0, 0, 0, 0, null));
        assertEquals(
                "event \"log\" from entity -1 to entity 0 cannot be scheduled: entities are numbered from 0",
                assertThrows(IllegalArgumentException.class, () -> kernel.schedule(0, -1, type, 0, 0, 0, 0, null))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> kernel.schedule(0, 0, type, -1, 0, 0, 0, null));
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void aHandlerReceivesWhatWasScheduled(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        Object body = new Object();
        List<Object> seen = new ArrayList<>();
        int type = kernel.eventType(
                "all", (target, source, a, b, c, object) -> seen.addAll(List.of(target, source, a, b, c, object)));
        kernel.schedule(9, 70_000, type, Integer.MAX_VALUE, -1, Long.MIN_VALUE, 5, body);
        kernel.runUntil(9);
        assertEquals(List.of(Integer.MAX_VALUE, 70_000, -1L, Long.MIN_VALUE, 5L, body), seen);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void pendingEventsAreShownBySourceAndCounterWithoutTheCancelledAndTheExecuted(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = logging(kernel);
        int other = kernel.eventType("other", (target, source, a, b, c, body) -> {});
        kernel.schedule(90, 2, type, 0, 20, 0, 0, "body");
        kernel.schedule(10, 2, type, 0, 21, 0, 0, null);
        kernel.schedule(80, 1, type, 0, 10, 0, 0, null);
        kernel.schedule(1, 1, type, 0, 11, 0, 0, null);
        long cancelled = kernel.schedule(70, 1, type, 0, 12, 0, 0, null);
        kernel.schedule(60, 1, type, 0, 13, 0, 0, null);
        kernel.schedule(60, 1, other, 0, 99, 0, 0, null);
        kernel.cancel(cancelled);
        kernel.runUntil(1);
        List<String> seen = new ArrayList<>();
        kernel.forEachPending(
                type,
                (handle, time, source, target, a, b, c, body) -> seen.add(time + ":" + source + ":" + a + ":" + body));
        assertEquals(List.of("80:1:10:null", "60:1:13:null", "90:2:20:body", "10:2:21:null"), seen);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void aVisitorMayCancelWhatItIsShownAndWhatItWillBeShown(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = logging(kernel);
        long[] handles = new long[4];
        for (int i = 0; i < 4; i++) {
            handles[i] = kernel.schedule(10 + i, 1, type, 0, i, 0, 0, null);
        }
        List<Long> seen = new ArrayList<>();
        kernel.forEachPending(type, (handle, time, source, target, a, b, c, body) -> {
            seen.add(a);
            assertEquals(handles[(int) a], handle);
            kernel.cancel(handle);
            kernel.cancel(handles[2]);
        });
        assertEquals(List.of(0L, 1L, 3L), seen);
        assertEquals(0, kernel.pending());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void aVisitorMayNotSchedule(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = logging(kernel);
        kernel.schedule(1, 1, type, 0, 0, 0, 0, null);
        assertThrows(
                IllegalStateException.class,
                () -> kernel.forEachPending(
                        type,
                        (handle, time, source, target, a, b, c, body) ->
                                kernel.schedule(2, 1, type, 0, 0, 0, 0, null)));
        kernel.schedule(2, 1, type, 0, 0, 0, 0, null);
        assertEquals(2, kernel.pending(), "scheduling is possible again afterwards");
    }
}
