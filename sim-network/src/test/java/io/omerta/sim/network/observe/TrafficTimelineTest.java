package io.omerta.sim.network.observe;

import static io.omerta.sim.network.TestNetworks.MILLIS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.network.DropReason;
import io.omerta.sim.network.TestNetwork;
import io.omerta.sim.network.TestNetworks;
import io.omerta.sim.network.fault.Fault;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Traffic over time, in a bounded number of intervals. */
final class TrafficTimelineTest {
    private static void send(TrafficTimeline timeline, long at, int kind, int sizeBytes) {
        timeline.onSent(at, kind, 0, 1, sizeBytes);
    }

    @Test
    void messagesAndBytesFallIntoTheIntervalOfTheirSending() {
        TrafficTimeline timeline = new TrafficTimeline(10, 4);
        send(timeline, 0, 0, 100);
        send(timeline, 9, 0, 50);
        send(timeline, 10, 0, 7);
        send(timeline, 39, 0, 1);
        assertEquals(4, timeline.intervals());
        assertArrayEquals(new long[] {2, 1, 0, 1}, timeline.messagesSent(0));
        assertArrayEquals(new long[] {150, 7, 0, 1}, timeline.bytesSent(0));
    }

    @Test
    void kindsAreCountedApart() {
        TrafficTimeline timeline = new TrafficTimeline(10, 4);
        send(timeline, 0, 2, 100);
        send(timeline, 10, 0, 50);
        assertArrayEquals(new long[] {0, 50}, timeline.bytesSent(0));
        assertArrayEquals(new long[] {0, 0}, timeline.bytesSent(1));
        assertArrayEquals(new long[] {100, 0}, timeline.bytesSent(2));
        assertArrayEquals(new long[] {0, 0}, timeline.bytesSent(3));
    }

    @Test
    void intervalsDoubleWhenTimeOutgrowsThem() {
        TrafficTimeline timeline = new TrafficTimeline(10, 4);
        for (long at = 0; at < 40; at += 10) {
            send(timeline, at, 0, 1);
        }
        send(timeline, 40, 0, 1);
        assertEquals(20, timeline.widthNanos());
        assertArrayEquals(new long[] {2, 2, 1}, timeline.messagesSent(0));
    }

    @Test
    void aLongSilenceDoublesThemAsOftenAsNeeded() {
        TrafficTimeline timeline = new TrafficTimeline(1, 4);
        send(timeline, 0, 0, 1);
        send(timeline, 3, 0, 1);
        send(timeline, 1000, 0, 1);
        assertEquals(256, timeline.widthNanos());
        assertArrayEquals(new long[] {2, 0, 0, 1}, timeline.messagesSent(0));
    }

    @Test
    void theLastInstantOfVirtualTimeHasAnInterval() {
        TrafficTimeline timeline = new TrafficTimeline(1, TrafficTimeline.DEFAULT_INTERVALS);
        send(timeline, EventKernel.MAX_TIME_NANOS, 0, 1);
        assertTrue(timeline.intervals() <= TrafficTimeline.DEFAULT_INTERVALS);
        assertEquals(1, Arrays.stream(timeline.messagesSent(0)).sum());
    }

    @Test
    void dropsAreCountedByReasonAtTheTimeOfTheDrop() {
        TestNetwork network = TestNetwork.plain(TestNetworks.fast(2))
                .faults(
                        new Fault.Loss(0, 5 * MILLIS, TestNetwork.nodes(0), 1, null),
                        new Fault.Corrupt(5 * MILLIS, MILLIS, TestNetwork.nodes(0), 1));
        TrafficTimeline timeline = new TrafficTimeline(5 * MILLIS, 4);
        network.network().addObserver(timeline);
        network.sendAt(1, 0, 1, 100, 1).sendAt(5 * MILLIS, 0, 1, 100, 2).run();
        assertArrayEquals(new long[] {1, 0, 0, 0}, timeline.dropped(DropReason.LOSS));
        assertArrayEquals(new long[] {0, 0, 0, 1}, timeline.dropped(DropReason.CORRUPTED));
        assertArrayEquals(new long[] {1, 1, 0, 0}, timeline.messagesSent(0));
    }

    @Test
    void nothingIsLostHoweverOftenIntervalsDouble() {
        TrafficTimeline timeline = new TrafficTimeline(1, 6);
        for (long at = 0; at < 10_000; at += 3) {
            send(timeline, at, 0, 2);
        }
        assertTrue(timeline.intervals() <= 6);
        assertEquals(3334, Arrays.stream(timeline.messagesSent(0)).sum());
        assertEquals(6668, Arrays.stream(timeline.bytesSent(0)).sum());
    }

    @Test
    void intervalsOfNoWidthOrOfAnOddNumberAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> new TrafficTimeline(0, 4));
        assertThrows(IllegalArgumentException.class, () -> new TrafficTimeline(1, 5));
        assertThrows(IllegalArgumentException.class, () -> new TrafficTimeline(1, 0));
    }
}
