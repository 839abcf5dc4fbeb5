package io.omerta.sim.network.observe;

import io.omerta.sim.network.DropReason;
import io.omerta.sim.network.NetworkObserver;
import java.util.Arrays;

/**
 * Messages and bytes sent by kind, and drops by reason, in equal intervals of time. There are never more intervals than
 * asked for: when time outgrows them, they become twice as wide and neighbours are added up.
 */
public final class TrafficTimeline implements NetworkObserver {
    /** Enough intervals for a chart as wide as a page. */
    public static final int DEFAULT_INTERVALS = 240;

    private final int capacity;
    private long widthNanos;

    // The interval of the latest event, and where the next one begins: no division for each event.
    private int latest;
    private long nextBegin;

    // By kind, then by interval.
    private long[][] messages = {};
    private long[][] bytes = {};
    // By reason, then by interval.
    private final long[][] drops;

    /**
     * @param widthNanos width of an interval at first
     * @param intervals largest number of intervals, even
     */
    public TrafficTimeline(long widthNanos, int intervals) {
        if (widthNanos < 1 || intervals < 2 || intervals % 2 != 0) {
            throw new IllegalArgumentException(
                    "a timeline needs intervals of at least 1 ns and an even number of them, not " + intervals + " of "
                            + widthNanos + " ns");
        }
        this.capacity = intervals;
        this.widthNanos = widthNanos;
        this.nextBegin = widthNanos;
        this.drops = new long[DropReason.values().length][intervals];
    }

    @Override
    public void onSent(long timeNanos, int kind, int from, int to, int sizeBytes) {
        int interval = intervalOf(timeNanos);
        if (kind >= messages.length) {
            messages = withKind(messages, kind);
            bytes = withKind(bytes, kind);
        }
        messages[kind][interval]++;
        bytes[kind][interval] += sizeBytes;
    }

    @Override
    public void onDropped(long timeNanos, int kind, int from, int to, int sizeBytes, DropReason reason) {
        drops[reason.ordinal()][intervalOf(timeNanos)]++;
    }

    private long[][] withKind(long[][] rows, int kind) {
        long[][] more = Arrays.copyOf(rows, kind + 1);
        for (int row = rows.length; row <= kind; row++) {
            more[row] = new long[capacity];
        }
        return more;
    }

    private int intervalOf(long timeNanos) {
        if (timeNanos >= nextBegin) {
            advanceTo(timeNanos);
        }
        return latest;
    }

    private void advanceTo(long timeNanos) {
        while (timeNanos / widthNanos >= capacity) {
            widthNanos *= 2;
            for (long[][] rows : new long[][][] {messages, bytes, drops}) {
                for (long[] row : rows) {
                    addNeighbours(row);
                }
            }
        }
        latest = (int) (timeNanos / widthNanos);
        nextBegin = (latest + 1) * widthNanos;
    }

    private static void addNeighbours(long[] row) {
        int half = row.length / 2;
        for (int i = 0; i < half; i++) {
            row[i] = row[2 * i] + row[2 * i + 1];
        }
        Arrays.fill(row, half, row.length, 0);
    }

    /** Width of an interval now; the first begins at time 0. */
    public long widthNanos() {
        return widthNanos;
    }

    /** Number of intervals up to the latest event. */
    public int intervals() {
        return latest + 1;
    }

    /** Messages of a kind sent in each interval. */
    public long[] messagesSent(int kind) {
        return used(messages, kind);
    }

    /** Bytes of messages of a kind sent in each interval. */
    public long[] bytesSent(int kind) {
        return used(bytes, kind);
    }

    /** Messages dropped for a reason in each interval, by the time of the drop. */
    public long[] dropped(DropReason reason) {
        return used(drops, reason.ordinal());
    }

    private long[] used(long[][] rows, int row) {
        return row < rows.length ? Arrays.copyOf(rows[row], intervals()) : new long[intervals()];
    }
}
