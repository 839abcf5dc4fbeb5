package io.omerta.sim.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cancelled events never happen, and leave nothing behind. */
final class CancellationTest {
    private final List<Long> executed = new ArrayList<>();

    private int recording(EventKernel kernel) {
        return kernel.eventType("record", (target, source, a, b, c, body) -> executed.add(a));
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void aCancelledEventIsNotExecutedAndItsNeighboursAre(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = recording(kernel);
        kernel.schedule(10, 1, type, 0, 1, 0, 0, null);
        long middle = kernel.schedule(10, 1, type, 0, 2, 0, 0, null);
        kernel.schedule(10, 1, type, 0, 3, 0, 0, null);
        assertTrue(kernel.cancel(middle));
        assertEquals(2, kernel.pending());
        kernel.runUntil(10);
        assertEquals(List.of(1L, 3L), executed);
        assertEquals(2, kernel.executed());
        assertEquals(2, kernel.trace().events());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void cancellingTwiceIsRefusedTheSecondTime(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        long handle = kernel.schedule(10, 1, recording(kernel), 0, 1, 0, 0, null);
        assertTrue(kernel.cancel(handle));
        assertFalse(kernel.cancel(handle));
        assertEquals(0, kernel.pending());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void cancellingAnExecutedEventIsRefused(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        long handle = kernel.schedule(10, 1, recording(kernel), 0, 1, 0, 0, null);
        kernel.runUntil(10);
        assertFalse(kernel.cancel(handle));
        assertEquals(0, kernel.pending());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void anEventCannotCancelItself(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        long[] own = new long[1];
        own[0] = kernel.scheduleControl(5, "self", () -> assertFalse(kernel.cancel(own[0])));
        kernel.runUntil(5);
        assertEquals(1, kernel.executed());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void anOldHandleDoesNotFitTheEventThatReusesItsCell(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = recording(kernel);
        long old = kernel.schedule(1, 1, type, 0, 1, 0, 0, null);
        kernel.runUntil(1);
        long fresh = kernel.schedule(2, 1, type, 0, 2, 0, 0, null);
        assertEquals((int) old, (int) fresh, "the cell is used again, which is what this test is about");
        assertFalse(kernel.cancel(old));
        kernel.runUntil(2);
        assertEquals(List.of(1L, 2L), executed);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void aHandleNeverGivenOutIsRefused(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        kernel.schedule(1, 1, recording(kernel), 0, 1, 0, 0, null);
        for (long handle : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 63, 1_000_000, 7L << 32}) {
            assertFalse(kernel.cancel(handle), "handle " + handle);
        }
        assertEquals(1, kernel.pending());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void theNextTimeSkipsCancelledEvents(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = recording(kernel);
        long first = kernel.schedule(10, 1, type, 0, 1, 0, 0, null);
        kernel.schedule(20, 1, type, 0, 2, 0, 0, null);
        kernel.cancel(first);
        assertEquals(20, kernel.nextTimeNanos());
        assertTrue(kernel.step());
        assertEquals(List.of(2L), executed);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void aQueueOfCancelledEventsOnlyCountsAsEmpty(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = recording(kernel);
        LongStream.range(0, 10).forEach(i -> kernel.cancel(kernel.schedule(10 + i, 1, type, 0, i, 0, 0, null)));
        assertEquals(Long.MAX_VALUE, kernel.nextTimeNanos());
        assertFalse(kernel.step());
        kernel.runUntil(100);
        assertEquals(100, kernel.now());
    }

    /** A protocol starts a timeout for each request and cancels it when the answer comes, long before it is due. */
    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void timersThatAreAlwaysCancelledDoNotFillTheQueue(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = recording(kernel);
        int highestCell = 0;
        for (int i = 0; i < 200_000; i++) {
            kernel.runUntil(i * 1_000L);
            long timeout = kernel.schedule(kernel.now() + VirtualTime.HOUR, i % 7, type, 0, i, 0, 0, null);
            highestCell = Math.max(highestCell, (int) timeout);
            assertTrue(kernel.cancel(timeout));
        }
        assertEquals(0, kernel.pending());
        assertTrue(highestCell < 4_096, "cells in use reached " + highestCell);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void sweepingKeepsWhatIsStillPendingWhereverItLies(QueueKind kind) {
        EventKernel kernel = new PrimitiveKernel(kind);
        int type = recording(kernel);
        List<Long> kept = new ArrayList<>();
        // Near, in buckets and far beyond them: times from a nanosecond to years.
        for (long i = 0; i < 30_000; i++) {
            long time = 1 + i * i * i * (i % 3 == 0 ? 1 : 7_000);
            long handle = kernel.schedule(time, 1, type, 0, time, 0, 0, null);
            if (i % 10 == 0) {
                kept.add(time);
            } else {
                kernel.cancel(handle);
            }
        }
        assertEquals(kept.size(), kernel.pending());
        kernel.runUntil(EventKernel.MAX_TIME_NANOS);
        assertEquals(kept.stream().sorted().toList(), executed);
    }
}
