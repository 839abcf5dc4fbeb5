package io.omerta.sim.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both queues execute exactly what the reference kernel executes, under random schedules, ties and cancellations. */
final class KernelEquivalenceTest {
    /** How far apart events lie decides which parts of a queue they exercise. */
    enum Spread {
        /** Whole milliseconds within a second: most events tie with others. */
        MILLISECOND_TIES,
        /** Exponential gaps. */
        EXPONENTIAL,
        /** From one nanosecond to a year. */
        HEAVY_TAIL,
        /** Everything at the same few instants. */
        FEW_INSTANTS
    }

    private record Case(long seed, Spread spread) {}

    static Stream<Case> cases() {
        return Stream.of(Spread.values())
                .flatMap(spread -> LongStream.rangeClosed(1, 12).mapToObj(seed -> new Case(seed, spread)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void heapAndWheelExecuteWhatTheReferenceExecutes(Case random) {
        String expected = traceOf(ReferenceKernel::new, random, Long.MAX_VALUE / 4);
        assertEquals(expected, traceOf(() -> new PrimitiveKernel(QueueKind.HEAP), random, Long.MAX_VALUE / 4));
        assertEquals(expected, traceOf(() -> new PrimitiveKernel(QueueKind.WHEEL), random, Long.MAX_VALUE / 4));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void slicingARunChangesNothing(Case random) {
        String whole = traceOf(() -> new PrimitiveKernel(QueueKind.HEAP), random, Long.MAX_VALUE / 4);
        for (QueueKind kind : QueueKind.values()) {
            assertEquals(whole, traceOf(() -> new PrimitiveKernel(kind), random, 37 * VirtualTime.MILLISECOND));
        }
    }

    @Test
    void anotherSeedGivesAnotherTrace() {
        Supplier<EventKernel> heap = () -> new PrimitiveKernel(QueueKind.HEAP);
        assertNotEquals(
                traceOf(heap, new Case(1, Spread.EXPONENTIAL), Long.MAX_VALUE / 4),
                traceOf(heap, new Case(2, Spread.EXPONENTIAL), Long.MAX_VALUE / 4));
    }

    private static String traceOf(Supplier<EventKernel> make, Case random, long slice) {
        EventKernel kernel = make.get();
        RandomStream stream = new RandomStreams(random.seed()).stream("test");
        int entities = 1 + stream.nextInt(50);
        int budget = 6000;
        long[] handles = new long[256];
        int[] scheduled = {0};
        int[] type = new int[1];
        type[0] = kernel.eventType("work", (target, source, a, b, c, body) -> {
            int children = scheduled[0] < budget ? stream.nextInt(4) : 0;
            for (int i = 0; i < children; i++) {
                long at = kernel.now() + gap(stream, random.spread());
                handles[scheduled[0]++ & 255] =
                        kernel.schedule(at, target, type[0], stream.nextInt(entities) + 1, at, a + 1, i, null);
            }
            if (stream.nextInt(3) == 0) {
                kernel.cancel(handles[stream.nextInt(256)]);
            }
        });
        for (int i = 0; i < 2000; i++) {
            long at = gap(stream, random.spread());
            handles[i & 255] = kernel.schedule(at, 1 + i % entities, type[0], 1, i, 0, 0, null);
        }
        long until = 0;
        while (kernel.pending() > 0) {
            // Slices beyond the millisecond scale grow, so that a heavy tail does not need a billion of them.
            until = Math.min(EventKernel.MAX_TIME_NANOS, Math.max(until + slice, kernel.nextTimeNanos() - 1));
            kernel.runUntil(until);
        }
        assertTrue(kernel.executed() > 2000, "the schedule was exercised");
        return kernel.trace().sha256();
    }

    private static long gap(RandomStream stream, Spread spread) {
        return switch (spread) {
            case MILLISECOND_TIES -> stream.nextInt(1000) * VirtualTime.MILLISECOND;
            case EXPONENTIAL -> (long) (stream.nextExponential() * VirtualTime.SECOND);
            case HEAVY_TAIL -> (long) StrictMath.pow(3e16, stream.nextDouble());
            case FEW_INSTANTS -> stream.nextInt(3) * VirtualTime.HOUR;
        };
    }
}
