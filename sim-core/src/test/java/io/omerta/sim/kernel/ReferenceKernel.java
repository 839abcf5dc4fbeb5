package io.omerta.sim.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The kernel written the obvious way, with boxed events in a priority queue: the oracle for the fast one. */
public final class ReferenceKernel implements EventKernel {
    private record Event(
            long time,
            int source,
            long counter,
            long handle,
            int type,
            int target,
            long a,
            long b,
            long c,
            @Nullable Object body) {}

    private final PriorityQueue<Event> queue = new PriorityQueue<>(Comparator.comparingLong(Event::time)
            .thenComparingInt(Event::source)
            .thenComparingLong(Event::counter));
    private final TreeMap<Long, Event> pending = new TreeMap<>();
    private final TreeMap<Integer, Long> counters = new TreeMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<EventHandler> handlers = new ArrayList<>();
    private final Trace trace = new Trace();
    private long now;
    private long executed;
    private long handles;
    private boolean stopped;

    public ReferenceKernel() {
        eventType("control", (target, source, a, b, c, body) -> ((Runnable) java.util.Objects.requireNonNull(body))
                .run());
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public int eventType(String name, EventHandler handler) {
        names.add(name);
        handlers.add(handler);
        trace.declare(name);
        return names.size() - 1;
    }

    @Override
    public String eventTypeName(int type) {
        return names.get(type);
    }

    @Override
    public long schedule(long time, int source, int type, int target, long a, long b, long c, @Nullable Object body) {
        if (time < now || time > MAX_TIME_NANOS) {
            throw new IllegalArgumentException("time " + time);
        }
        long counter = counters.merge(source, 1L, Long::sum) - 1;
        Event event = new Event(time, source, counter, handles++, type, target, a, b, c, body);
        queue.add(event);
        pending.put(event.handle, event);
        return event.handle;
    }

    @Override
    public long scheduleControl(long time, String label, Runnable action) {
        return schedule(time, CONTROL, 0, 0, label.hashCode(), 0, 0, action);
    }

    @Override
    public boolean cancel(long handle) {
        Event event = pending.remove(handle);
        return event != null && queue.remove(event);
    }

    @Override
    public int pending() {
        return queue.size();
    }

    @Override
    public void forEachPending(int type, PendingEventVisitor visitor) {
        queue.stream()
                .filter(e -> e.type == type)
                .sorted(Comparator.comparingInt(Event::source).thenComparingLong(Event::counter))
                .toList()
                .forEach(e -> visitor.visit(e.handle, e.time, e.source, e.target, e.a, e.b, e.c, e.body));
    }

    @Override
    public long nextTimeNanos() {
        return queue.isEmpty() ? Long.MAX_VALUE : queue.peek().time;
    }

    @Override
    public void runUntil(long time) {
        runPending(time);
        now = stopped ? now : time;
    }

    @Override
    public void runPending(long time) {
        stopped = false;
        while (!stopped && nextTimeNanos() <= time && !queue.isEmpty()) {
            step();
        }
    }

    @Override
    public void advanceTo(long time) {
        now = time;
    }

    @Override
    public boolean step() {
        Event e = queue.poll();
        if (e == null) {
            return false;
        }
        pending.remove(e.handle);
        now = e.time;
        executed++;
        trace.record(e.time, e.source, e.counter, e.type, e.target, e.a, e.b, e.c);
        try {
            handlers.get(e.type).handle(e.target, e.source, e.a, e.b, e.c, e.body);
        } catch (SimulationFailure failure) {
            throw failure;
        } catch (Throwable thrown) {
            throw new SimulationFailure(e.time, names.get(e.type), thrown);
        }
        return true;
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
