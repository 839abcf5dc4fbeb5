package io.omerta.sim.network;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.network.fault.Conditions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which nodes are up, paused or clogged, their timers, and what waits at those that cannot take it now. */
final class NodeStates {
    private final EventKernel kernel;
    private final Conditions conditions;
    private final int heldLimit;
    private final HeldMessageDropped heldMessageDropped;

    private final int[] crashes;
    private final int[] pauses;
    private final int[] clogs;
    /** Counts restarts, so that a timer of an earlier life is known when it fires. */
    private final int[] incarnation;

    /** Nodes whose restart waits for the end of a pause. */
    private final BitSet restarting = new BitSet();

    private final TreeMap<Integer, Deque<Held>> held = new TreeMap<>();
    private final TreeSet<Integer> messageTypes = new TreeSet<>();
    private final List<NodeLifecycle> lifecycles = new ArrayList<>();

    /** Told of messages that waited at a node when it crashed. */
    @FunctionalInterface
    interface HeldMessageDropped {
        void dropped(int deliveryType, int to, long payload, long fromAndSize);
    }

    /** An event that waits at its node. */
    private record Held(int type, long a, long b, long c, @Nullable Object body) {}

    NodeStates(
            EventKernel kernel,
            Conditions conditions,
            int nodes,
            int heldLimit,
            HeldMessageDropped heldMessageDropped) {
        this.kernel = kernel;
        this.conditions = conditions;
        this.heldLimit = heldLimit;
        this.heldMessageDropped = heldMessageDropped;
        this.crashes = new int[nodes];
        this.pauses = new int[nodes];
        this.clogs = new int[nodes];
        this.incarnation = new int[nodes];
    }

    void declareMessage(int deliveryType) {
        messageTypes.add(deliveryType);
    }

    void addLifecycle(NodeLifecycle lifecycle) {
        lifecycles.add(lifecycle);
    }

    boolean isUp(int node) {
        return crashes[node] == 0;
    }

    boolean holdsMessages(int node) {
        return pauses[node] > 0 || clogs[node] > 0;
    }

    /** Keeps an event until the node can take it; false if too many wait already. */
    boolean hold(int type, int node, long a, long b, long c, @Nullable Object body) {
        Deque<Held> queue = held.computeIfAbsent(node, none -> new ArrayDeque<>());
        if (queue.size() >= heldLimit) {
            return false;
        }
        queue.add(new Held(type, a, b, c, body));
        return true;
    }

    long heldMessages() {
        return held.values().stream()
                .flatMap(Deque::stream)
                .filter(event -> messageTypes.contains(event.type()))
                .count();
    }

    int timerKind(String name, TimerHandler handler) {
        int[] type = new int[1];
        type[0] = kernel.eventType(name, (node, source, payload, life, unused, body) -> {
            if (life != incarnation[node] || !isUp(node)) {
                return; // the timer of an earlier life
            }
            if (pauses[node] > 0) {
                // Timers are few and the node's own: the limit guards against messages.
                held.computeIfAbsent(node, none -> new ArrayDeque<>()).add(new Held(type[0], payload, life, 0, null));
                return;
            }
            handler.onTimer(node, payload);
        });
        return type[0];
    }

    long startTimer(int node, int timerKind, long delayNanos, long payload) {
        if (delayNanos < 0) {
            throw new IllegalArgumentException("a timer cannot run for " + delayNanos + " ns");
        }
        long delay = conditions.clear(node, node) ? delayNanos : byTrueTime(node, delayNanos);
        long at = delay > EventKernel.MAX_TIME_NANOS - kernel.now() ? EventKernel.MAX_TIME_NANOS : kernel.now() + delay;
        return kernel.schedule(at, node + 1, timerKind, node, payload, incarnation[node], 0, null);
    }

    /** A clock that gains d in each unit of time shows a duration after 1 / (1 + d) of it. */
    private long byTrueTime(int node, long delayNanos) {
        double drift = conditions.clockDrift(node);
        if (drift <= -1) {
            return EventKernel.MAX_TIME_NANOS; // a clock that stands still
        }
        // As a correction, so that a good clock is exact however long the delay.
        long gain = Math.round(delayNanos * (drift / (1 + drift)));
        return gain <= delayNanos - EventKernel.MAX_TIME_NANOS ? EventKernel.MAX_TIME_NANOS : delayNanos - gain;
    }

    void crash(int node, boolean durableStateLost) {
        conditions.trouble(node);
        incarnation[node]++;
        restarting.clear(node);
        boolean wasUp = crashes[node]++ == 0;
        Deque<Held> queue = held.getOrDefault(node, new ArrayDeque<>());
        for (Held event = queue.poll(); event != null; event = queue.poll()) {
            if (messageTypes.contains(event.type())) {
                heldMessageDropped.dropped(event.type(), node, event.a(), event.b());
            }
        }
        if (wasUp || durableStateLost) {
            lifecycles.forEach(lifecycle -> lifecycle.onCrash(node, durableStateLost));
        }
    }

    void restart(int node) {
        conditions.relieve(node);
        if (--crashes[node] > 0) {
            return;
        }
        if (pauses[node] > 0) {
            restarting.set(node);
        } else {
            lifecycles.forEach(lifecycle -> lifecycle.onRestart(node));
        }
    }

    void pause(int node) {
        conditions.trouble(node);
        pauses[node]++;
    }

    void resume(int node) {
        conditions.relieve(node);
        if (--pauses[node] > 0) {
            return;
        }
        if (restarting.get(node)) {
            restarting.clear(node);
            lifecycles.forEach(lifecycle -> lifecycle.onRestart(node));
        }
        release(node);
    }

    void clog(int node) {
        conditions.trouble(node);
        clogs[node]++;
    }

    void unclog(int node) {
        conditions.relieve(node);
        clogs[node]--;
        release(node);
    }

    /**
     * Hands back what waits, as far as the node can take it now: as control events, so that it comes before what arrives
     * at this very instant.
     */
    private void release(int node) {
        Deque<Held> queue = pauses[node] > 0 ? null : held.remove(node);
        if (queue == null) {
            return;
        }
        Deque<Held> kept = new ArrayDeque<>();
        for (Held event : queue) {
            if (clogs[node] > 0 && messageTypes.contains(event.type())) {
                kept.add(event);
            } else {
                kernel.schedule(
                        kernel.now(),
                        EventKernel.CONTROL,
                        event.type(),
                        node,
                        event.a(),
                        event.b(),
                        event.c(),
                        event.body());
            }
        }
        if (!kept.isEmpty()) {
            held.put(node, kept);
        }
    }
}
