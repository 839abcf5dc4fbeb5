package io.omerta.sim.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kernel that runs everything: primitive events in pooled cells, a queue of two longs an event. */
public final class PrimitiveKernel implements EventKernel {
    /** Below this many cancelled entries the queue is not worth sweeping. */
    private static final int SWEEP_FLOOR = 1024;

    private final EventCells cells = new EventCells();
    private final EventQueue queue;
    private final Trace trace = new Trace();
    private final List<String> typeNames = new ArrayList<>();
    private EventHandler[] handlers = new EventHandler[8];
    private int types;
    private long[] counters = new long[64];
    private final int controlType;

    private long now;
    private long executed;
    private int cancelledInQueue;
    private boolean running;
    private boolean stopped;
    private boolean single;
    private boolean visiting;

    public PrimitiveKernel(QueueKind kind) {
        this.queue = switch (kind) {
            case HEAP -> new FourAryHeap(cells, 1024);
            case WHEEL -> new BucketWheel(cells, 1024);
        };
        this.controlType = eventType("control", (target, source, a, b, c, body) -> {
            if (body instanceof ControlEvent control) {
                control.action().run();
            }
        });
    }

    private record ControlEvent(String label, Runnable action) {}

    @Override
    public long now() {
        return now;
    }

    @Override
    public int eventType(String name, EventHandler handler) {
        int type = types;
        if (type == EventCells.CANCELLED) {
            throw new IllegalStateException("more than " + type + " types of event");
        }
        typeNames.add(name);
        if (type == handlers.length) {
            handlers = Arrays.copyOf(handlers, type * 2);
        }
        handlers[type] = handler;
        types++;
        trace.declare(name);
        return type;
    }

    @Override
    public String eventTypeName(int type) {
        return typeNames.get(type);
    }

    @Override
    public long schedule(
            long timeNanos, int source, int type, int target, long a, long b, long c, @Nullable Object body) {
        if (timeNanos < now || timeNanos > MAX_TIME_NANOS || (source | target | type) < 0 || type >= types) {
            throw unacceptable(timeNanos, source, type, target);
        }
        if (visiting) {
            throw new IllegalStateException("an event was scheduled while pending events were being visited");
        }
        long counter = nextCounter(source);
        int slot = cells.allocate(timeNanos, source, counter, type, target, a, b, c, body);
        queue.insert(timeNanos, EventQueue.entry(source, slot));
        return cells.handle(slot);
    }

    private long nextCounter(int source) {
        if (source >= counters.length) {
            counters = Arrays.copyOf(counters, Math.max(source + 1, (int) Math.min(1 << 30, counters.length * 2L)));
        }
        long counter = counters[source]++;
        if (counter > EventCells.MAX_COUNTER) {
            throw new IllegalStateException("source " + source + " scheduled more than 2^48 events");
        }
        return counter;
    }

    private IllegalArgumentException unacceptable(long timeNanos, int source, int type, int target) {
        if (type < 0 || type >= types) {
            return new IllegalArgumentException(
                    "event type " + type + " was not declared: the types are 0 to " + (types - 1));
        }
        String name = "\"" + typeNames.get(type) + "\"";
        if (source < 0 || target < 0) {
            return new IllegalArgumentException("event " + name + " from entity " + source + " to entity " + target
                    + " cannot be scheduled: entities are numbered from 0");
        }
        String why = timeNanos > MAX_TIME_NANOS
                ? "beyond the last time that can be scheduled, " + VirtualTime.format(MAX_TIME_NANOS)
                : "before now, " + VirtualTime.format(now);
        return new IllegalArgumentException(
                "event " + name + " cannot be scheduled at " + VirtualTime.format(timeNanos) + ": that is " + why);
    }

    @Override
    public long scheduleControl(long timeNanos, String label, Runnable action) {
        return schedule(timeNanos, CONTROL, controlType, 0, label.hashCode(), 0, 0, new ControlEvent(label, action));
    }

    @Override
    public boolean cancel(long handle) {
        int slot = cells.slotOf(handle);
        if (slot < 0) {
            return false;
        }
        cells.markCancelled(slot);
        cancelledInQueue++;
        if (cancelledInQueue > SWEEP_FLOOR && cancelledInQueue > queue.size() / 2 && !visiting) {
            queue.removeCancelled();
            cancelledInQueue = 0;
        }
        return true;
    }

    @Override
    public int pending() {
        return queue.size() - cancelledInQueue;
    }

    @Override
    public void forEachPending(int type, PendingEventVisitor visitor) {
        int[] slots = cells.pendingOfType(type);
        visiting = true;
        try {
            for (int slot : slots) {
                if (cells.isCancelled(slot)) {
                    continue; // by the visitor, a moment ago
                }
                visitor.visit(
                        cells.handle(slot),
                        cells.time(slot),
                        cells.source(slot),
                        cells.target(slot),
                        cells.a(slot),
                        cells.b(slot),
                        cells.c(slot),
                        cells.body(slot));
            }
        } finally {
            visiting = false;
        }
    }

    @Override
    public long nextTimeNanos() {
        dropCancelledInFront();
        return queue.firstTime();
    }

    private void dropCancelledInFront() {
        while (cancelledInQueue > 0 && queue.size() > 0) {
            int slot = EventQueue.slot(queue.firstEntry());
            if (!cells.isCancelled(slot)) {
                return;
            }
            queue.removeFirst();
            cells.free(slot);
            cancelledInQueue--;
        }
    }

    @Override
    public void runUntil(long timeNanos) {
        runPending(timeNanos);
        if (!stopped) {
            now = timeNanos;
        }
    }

    @Override
    public void runPending(long timeNanos) {
        if (timeNanos < now || timeNanos > MAX_TIME_NANOS) {
            throw new IllegalArgumentException("cannot run until " + VirtualTime.format(timeNanos) + ": it is "
                    + VirtualTime.format(now) + " now, and time ends at " + VirtualTime.format(MAX_TIME_NANOS));
        }
        if (running || visiting) {
            throw new IllegalStateException("the kernel cannot be run from inside an event or a visit of its own");
        }
        running = true;
        stopped = false;
        try {
            drain(timeNanos);
        } finally {
            running = false;
        }
    }

    private void drain(long timeNanos) {
        EventQueue q = queue;
        EventCells all = cells;
        while (!stopped) {
            long time = q.firstTime();
            if (time > timeNanos) {
                return;
            }
            int slot = EventQueue.slot(q.removeFirst());
            if (all.isCancelled(slot)) {
                all.free(slot);
                cancelledInQueue--;
                continue;
            }
            int type = all.type(slot);
            int source = all.source(slot);
            int target = all.target(slot);
            long a = all.a(slot);
            long b = all.b(slot);
            long c = all.c(slot);
            Object body = all.body(slot);
            now = time;
            executed++;
            trace.record(time, source, all.counter(slot), type, target, a, b, c);
            all.free(slot);
            stopped = single;
            try {
                handlers[type].handle(target, source, a, b, c, body);
            } catch (Throwable thrown) {
                // AssertionError and StackOverflowError too: a run must never end as if nothing had happened.
                throw new SimulationFailure(time, describe(type, source, target, body), thrown);
            }
        }
    }

    @Override
    public void advanceTo(long timeNanos) {
        long next = nextTimeNanos();
        if (timeNanos < now || timeNanos > MAX_TIME_NANOS || next < timeNanos) {
            throw new IllegalArgumentException("cannot set the clock to " + VirtualTime.format(timeNanos) + ": it is "
                    + VirtualTime.format(now) + " now, and the next event is due at "
                    + VirtualTime.format(Math.min(next, MAX_TIME_NANOS)));
        }
        now = timeNanos;
    }

    @Override
    public boolean step() {
        long next = nextTimeNanos();
        if (next == Long.MAX_VALUE) {
            return false;
        }
        long before = executed;
        single = true;
        try {
            runUntil(next);
        } finally {
            single = false;
        }
        return executed > before;
    }

    private String describe(int type, int source, int target, @Nullable Object body) {
        if (body instanceof ControlEvent control) {
            return "\"" + control.label() + "\" (control)";
        }
        return "\"" + typeNames.get(type) + "\" from entity " + source + " to entity " + target;
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public long executed() {
        return executed;
    }

    @Override
    public Trace trace() {
        return trace;
    }
}
