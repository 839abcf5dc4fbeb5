package io.omerta.sim.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two runs have one trace exactly when they executed the same events. */
final class TraceTest {
    private record Event(long time, int source, long counter, int type, int target, long a, long b, long c) {
        void recordIn(Trace trace) {
            trace.record(time, source, counter, type, target, a, b, c);
        }
    }

    private static final Event FIRST = new Event(5, 1, 0, 1, 2, 3, 4, 5);
    private static final Event SECOND = new Event(1_000_000_007L, 7, 41, 3, 12, 100, 0, -1);
    private static final Event THIRD = new Event(1_000_000_008L, 8, 42, 3, 12, 0, 0, 0);

    private static Trace trace(Event... events) {
        Trace trace = new Trace();
        for (Event event : events) {
            event.recordIn(trace);
        }
        return trace;
    }

    static Stream<Event> mutationsOfTheSecondEvent() {
        Event e = SECOND;
        return Stream.of(
                new Event(e.time + 1, e.source, e.counter, e.type, e.target, e.a, e.b, e.c),
                new Event(e.time ^ 1L << 61, e.source, e.counter, e.type, e.target, e.a, e.b, e.c),
                new Event(e.time, e.source + 1, e.counter, e.type, e.target, e.a, e.b, e.c),
                new Event(e.time, e.source ^ 1 << 30, e.counter, e.type, e.target, e.a, e.b, e.c),
                new Event(e.time, e.source, e.counter + 1, e.type, e.target, e.a, e.b, e.c),
                new Event(e.time, e.source, e.counter ^ 1L << 47, e.type, e.target, e.a, e.b, e.c),
                new Event(e.time, e.source, e.counter, e.type + 1, e.target, e.a, e.b, e.c),
                new Event(e.time, e.source, e.counter, e.type ^ 1 << 15, e.target, e.a, e.b, e.c),
                new Event(e.time, e.source, e.counter, e.type, e.target + 1, e.a, e.b, e.c),
                new Event(e.time, e.source, e.counter, e.type, e.target ^ 1 << 30, e.a, e.b, e.c),
                new Event(e.time, e.source, e.counter, e.type, e.target, e.a + 1, e.b, e.c),
                new Event(e.time, e.source, e.counter, e.type, e.target, e.a ^ 1L << 63, e.b, e.c),
                new Event(e.time, e.source, e.counter, e.type, e.target, e.a, e.b + 1, e.c),
                new Event(e.time, e.source, e.counter, e.type, e.target, e.a, e.b ^ 1L << 63, e.c),
                new Event(e.time, e.source, e.counter, e.type, e.target, e.a, e.b, e.c + 1),
                new Event(e.time, e.source, e.counter, e.type, e.target, e.a, e.b, e.c ^ 1L << 63),
                // Swapped fields must not cancel out either.
                new Event(e.time, e.target, e.counter, e.type, e.source, e.a, e.b, e.c),
                new Event(e.time, e.source, e.counter, e.type, e.target, e.b, e.a, e.c),
                new Event(e.time, e.source, e.counter, e.type, e.target, e.a, e.c, e.b));
    }

    @ParameterizedTest
    @MethodSource("mutationsOfTheSecondEvent")
    void aChangeOfAnyFieldChangesTheHash(Event mutated) {
        assertNotEquals(
                trace(FIRST, SECOND, THIRD).sha256(),
                trace(FIRST, mutated, THIRD).sha256());
    }

    @Test
    void equalEventsGiveEqualHashesAndTheHashCanBeReadMidway() {
        Trace watched = new Trace();
        FIRST.recordIn(watched);
        assertEquals(trace(FIRST).sha256(), watched.sha256());
        SECOND.recordIn(watched);
        assertEquals(trace(FIRST, SECOND).sha256(), watched.sha256());
        assertEquals(2, watched.events());
    }

    @Test
    void orderAndNumberOfEventsAreHashed() {
        String both = trace(FIRST, SECOND).sha256();
        assertNotEquals(both, trace(SECOND, FIRST).sha256());
        assertNotEquals(both, trace(FIRST, SECOND, SECOND).sha256());
        assertNotEquals(
                trace().sha256(), trace(new Event(0, 0, 0, 0, 0, 0, 0, 0)).sha256());
    }

    @Test
    void namesOfEventTypesAreHashed() {
        Trace vote = new Trace();
        vote.declare("vote");
        Trace lock = new Trace();
        lock.declare("lock");
        assertNotEquals(vote.sha256(), lock.sha256());
        Trace split = new Trace();
        split.declare("vo");
        split.declare("te");
        assertNotEquals(vote.sha256(), split.sha256());
    }

    @Test
    void theHashIsTheOneOfEveryPlatform() {
        assertEquals(GOLDEN, trace(FIRST, SECOND, THIRD).sha256());
    }

    private static final String GOLDEN = "4788f05664d9b9b3d8eef0b95f6bcff2da63e113eb17694046885a4c37b12cfe";

    @Test
    void anObserverSeesEachEventOnceWithItsIndex() {
        Trace trace = new Trace();
        List<String> seen = new ArrayList<>();
        FIRST.recordIn(trace);
        trace.observe((index, time, source, counter, type, target, a, b, c) ->
                seen.add(index + ":" + new Event(time, source, counter, type, target, a, b, c)));
        SECOND.recordIn(trace);
        THIRD.recordIn(trace);
        assertEquals(List.of("1:" + SECOND, "2:" + THIRD), seen);
        assertEquals(trace(FIRST, SECOND, THIRD).sha256(), trace.sha256(), "observing changes nothing");
    }

    private static Trace longTrace(long events, long differentFrom) {
        Trace trace = new Trace();
        for (long i = 0; i < events; i++) {
            trace.record(i, 1, i, 1, 2, i >= differentFrom ? 1 : 0, 0, 0);
        }
        return trace;
    }

    @Test
    void marksAreTakenEvery1024Events() {
        assertEquals(0, longTrace(1023, Long.MAX_VALUE).marks().digests().length);
        Trace.Marks marks = longTrace(10 * 1024, Long.MAX_VALUE).marks();
        assertEquals(1024, marks.interval());
        assertEquals(10, marks.digests().length);
    }

    @Test
    void theCommonPrefixEndsWithinOneIntervalBeforeTheFirstDifference() {
        Trace.Marks marks = longTrace(20_000, Long.MAX_VALUE).marks();
        assertEquals(19 * 1024, marks.commonPrefix(marks));
        for (long difference : new long[] {0, 1023, 1024, 1025, 7 * 1024, 7 * 1024 + 1, 19_000}) {
            long common = marks.commonPrefix(longTrace(20_000, difference).marks());
            assertTrue(common <= difference && difference < common + 1024, difference + " found as " + common);
        }
    }

    @Test
    void beyond4096MarksEverySecondOneIsKeptAndTheirNumberStaysBounded() {
        Trace.Marks full = longTrace(4096 * 1024L, Long.MAX_VALUE).marks();
        assertEquals(1024, full.interval());
        assertEquals(4096, full.digests().length);
        Trace.Marks thinned = longTrace(4100 * 1024L, Long.MAX_VALUE).marks();
        assertEquals(2048, thinned.interval());
        assertEquals(2050, thinned.digests().length);
        for (int i = 0; i < 2048; i++) {
            assertEquals(full.digests()[2 * i + 1], thinned.digests()[i], "mark " + i);
        }
    }

    @Test
    void aCoarseTraceAndAFineOneAreComparedAtTheCoarseInterval() {
        Trace.Marks coarse = longTrace(4500 * 1024L, Long.MAX_VALUE).marks();
        Trace.Marks fine = longTrace(3001 * 1024L, Long.MAX_VALUE).marks();
        assertEquals(3000 * 1024L, coarse.commonPrefix(fine));
        assertEquals(3000 * 1024L, fine.commonPrefix(coarse));
        Trace.Marks other = longTrace(3001 * 1024L, 1001 * 1024L + 5).marks();
        assertEquals(1000 * 1024L, coarse.commonPrefix(other));
        assertEquals(1000 * 1024L, other.commonPrefix(coarse));
        assertEquals(1001 * 1024L, fine.commonPrefix(other));
    }
}
