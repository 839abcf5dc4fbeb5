package io.omerta.sim.network;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.network.delay.PropagationDelays;
import io.omerta.sim.network.fault.Conditions;
import io.omerta.sim.network.fault.NodeControl;
import io.omerta.sim.network.region.NodePopulation;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that send each other messages.
 *
 * <p>A message takes: the sender's processing time, if any; its turn on the sender's uplink; propagation, drawn from the
 * law of the two regions, plus both access delays; its turn on the receiver's downlink. It is transmitted cut-through:
 * alone, it takes propagation plus size over the slower of the two rates, under either {@link Contention} model.
 *
 * <p>Every draw comes from a stream of the sending node, so one node's messages never change another's luck. Each message
 * takes the same draws for delay and loss whatever becomes of it, so a fault does not change the luck of later messages.
 */
public final class Network {
    private static final long CORRUPTED_BIT = 1L << 31;
    private static final long SIZE_MASK = CORRUPTED_BIT - 1;

    private final EventKernel kernel;
    private final NodePopulation population;
    private final PropagationDelays delays;
    private final Conditions conditions;
    private final Conditions.Fate fate = new Conditions.Fate();
    private final NodeStates states;
    private final Links links;

    private final int[] region;
    private final long[] addedDelayNanos;
    private final double[] loss;
    private final boolean lossy;
    private final RandomStream[] delayStreams;
    private final RandomStream[] lossStreams;
    private final RandomStream[] faultStreams;
    private final TreeMap<Long, PathOverride> overrides = new TreeMap<>();

    // Arrays, because every message walks them.
    private Kind[] kinds = {};
    private NetworkObserver[] observers = {};

    /** One kind of message: who receives it, how it is counted, and the events that carry it. */
    private static final class Kind {
        private final int index;
        private final Traffic traffic;
        private final MessageHandler handler;
        private int delivery;
        private int downlink;

        private Kind(int index, String name, MessageHandler handler) {
            this.index = index;
            this.traffic = new Traffic(name);
            this.handler = handler;
        }
    }

    /**
     * @throws IllegalArgumentException if an override names a node that does not exist, or a path that another one names
     */
    public Network(
            EventKernel kernel,
            NodePopulation population,
            PropagationDelays delays,
            NetworkOptions options,
            RandomStreams streams) {
        int nodes = population.nodes();
        this.kernel = kernel;
        this.population = population;
        this.delays = delays;
        this.conditions = new Conditions(nodes);
        this.states = new NodeStates(kernel, conditions, nodes, options.heldLimit(), this::heldMessageDropped);
        this.links = new Links(population, options.contention(), options.queueLimitNanos());
        this.region = new int[nodes];
        this.addedDelayNanos = new long[nodes];
        this.loss = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            region[node] = population.regionOf(node);
            addedDelayNanos[node] = population.addedDelayNanos(node);
            loss[node] = options.randomLoss() ? population.loss(node) : 0;
        }
        this.delayStreams = streams.streams("network.delay", nodes);
        this.lossStreams = streams.streams("network.loss", nodes);
        this.faultStreams = streams.streams("network.fault", nodes);
        options.overrides().forEach(this::override);
        this.lossy = Arrays.stream(loss).anyMatch(p -> p > 0)
                || overrides.values().stream().anyMatch(override -> override.lossProbability() > 0);
    }

    private void override(PathOverride override) {
        for (int node : new int[] {override.from(), override.to()}) {
            if (node < 0 || node >= nodes()) {
                throw new IllegalArgumentException("the override of the path from node " + override.from() + " to node "
                        + override.to() + " names node " + node + ", but nodes are numbered 0 to " + (nodes() - 1));
            }
        }
        if (overrides.put(pathKey(override.from(), override.to()), override) != null) {
            throw new IllegalArgumentException(
                    "the path from " + population.id(override.from()) + " to " + population.id(override.to())
                            + " is overridden twice; give its delay and its loss in one override");
        }
        conditions.trouble(override.from());
    }

    private static long pathKey(int from, int to) {
        return (long) from << 32 | to;
    }

    /** Who is where. */
    public NodePopulation population() {
        return population;
    }

    public int nodes() {
        return region.length;
    }

    public EventKernel kernel() {
        return kernel;
    }

    /** What is wrong right now, for a {@link io.omerta.sim.network.fault.FaultInjector}. */
    public Conditions conditions() {
        return conditions;
    }

    /**
     * Declares a kind of message.
     *
     * @param name name for traces and reports
     * @return the number to send it with; numbers count up from 0
     */
    public int messageKind(String name, MessageHandler handler) {
        Kind kind = new Kind(kinds.length, name, handler);
        kind.delivery = kernel.eventType(
                name,
                (to, source, payload, fromAndSize, sentAt, body) ->
                        arrive(kind, to, payload, fromAndSize, sentAt, body));
        kind.downlink = kernel.eventType(
                name + " at downlink",
                (to, source, payload, fromAndSize, sentAt, body) ->
                        enterDownlink(kind, to, payload, fromAndSize, sentAt, body));
        states.declareMessage(kind.delivery);
        kinds = Arrays.copyOf(kinds, kinds.length + 1);
        kinds[kind.index] = kind;
        return kind.index;
    }

    /**
     * Declares a kind of timer.
     *
     * @param name name for traces
     * @return the number to start it with
     */
    public int timerKind(String name, TimerHandler handler) {
        return states.timerKind(name, handler);
    }

    /**
     * Starts a timer of a node. It is gone if the node crashes, and waits if the node is paused.
     *
     * @param delayNanos time by the node's own clock at its rate of this moment, at least 0
     * @return a handle for {@link #cancelTimer}
     */
    public long startTimer(int node, int timerKind, long delayNanos, long payload) {
        return states.startTimer(node, timerKind, delayNanos, payload);
    }

    /** Stops a timer; false if it was stopped or has run out, even if it still waits at a paused node. */
    public boolean cancelTimer(long handle) {
        return kernel.cancel(handle);
    }

    /** What the node's own clock shows, nanoseconds. */
    public long clockNanos(int node) {
        return conditions.clear(node, node) ? kernel.now() : conditions.clockNanos(node, kernel.now());
    }

    /** Whether the node runs, paused or not. */
    public boolean isUp(int node) {
        return states.isUp(node);
    }

    public void addObserver(NetworkObserver observer) {
        observers = Arrays.copyOf(observers, observers.length + 1);
        observers[observers.length - 1] = observer;
    }

    public void addLifecycle(NodeLifecycle lifecycle) {
        states.addLifecycle(lifecycle);
    }

    /** {@link #send(int, int, int, int, long, Object, long)} without processing time. */
    public boolean send(int from, int to, int kind, int sizeBytes, long payload, @Nullable Object body) {
        return send(from, to, kind, sizeBytes, payload, body, 0);
    }

    /**
     * Hands a message to the network.
     *
     * @param kind from {@link #messageKind}
     * @param sizeBytes size on the wire, at least 0
     * @param payload a word for the receiver; part of the trace
     * @param body an object for the receiver, shared, so immutable; not part of the trace
     * @param processingNanos time the sender takes before the message reaches its uplink, at least 0
     * @return false if the message was dropped at once
     */
    public boolean send(
            int from, int to, int kind, int sizeBytes, long payload, @Nullable Object body, long processingNanos) {
        if (sizeBytes < 0 || processingNanos < 0) {
            throw new IllegalArgumentException(
                    "a message cannot have " + sizeBytes + " bytes and " + processingNanos + " ns of processing");
        }
        Kind k = kinds[kind];
        k.traffic.countSent(sizeBytes);
        long now = kernel.now();
        for (NetworkObserver observer : observers) {
            observer.onSent(now, kind, from, to, sizeBytes);
        }
        long readyAt = now + processingNanos;
        if (!conditions.clear(from, to)) {
            return sendInTrouble(k, from, to, sizeBytes, payload, body, readyAt);
        }
        long propagationNanos = drawPropagation(from, to, delayStreams[from]);
        boolean lost = lossy && lossStreams[from].nextBernoulli(Math.max(loss[from], loss[to]));
        long start = links.takeUplink(from, readyAt, sizeBytes);
        if (start == Links.FULL) {
            return drop(k, to, from, payload, sizeBytes, DropReason.QUEUE_FULL);
        }
        if (lost) {
            return drop(k, to, from, payload, sizeBytes, DropReason.LOSS);
        }
        launch(k, from, to, sizeBytes, payload, body, start, propagationNanos);
        return true;
    }

    private long drawPropagation(int from, int to, RandomStream stream) {
        return delays.sampleNanos(region[from], region[to], stream) + addedDelayNanos[from] + addedDelayNanos[to];
    }

    private boolean sendInTrouble(
            Kind k, int from, int to, int sizeBytes, long payload, @Nullable Object body, long readyAt) {
        if (!states.isUp(from)) {
            return drop(k, to, from, payload, sizeBytes, DropReason.SENDER_DOWN);
        }
        PathOverride override = overrides.get(pathKey(from, to));
        long propagationNanos = propagation(override, from, to, delayStreams[from]);
        boolean lost = lossy && lossStreams[from].nextBernoulli(lossProbability(override, from, to));
        conditions.decide(from, to, faultStreams[from], fate);
        long start = links.takeUplink(from, readyAt + conditions.processingDelayNanos(from), sizeBytes);
        if (start == Links.FULL) {
            return drop(k, to, from, payload, sizeBytes, DropReason.QUEUE_FULL);
        }
        if (fate.partitioned()) {
            return drop(k, to, from, payload, sizeBytes, DropReason.PARTITION);
        }
        if (lost || fate.lost()) {
            return drop(k, to, from, payload, sizeBytes, DropReason.LOSS);
        }
        long size = sizeBytes | (fate.corrupted() ? CORRUPTED_BIT : 0);
        launch(k, from, to, size, payload, body, start, propagationNanos + fate.extraDelayNanos());
        if (fate.duplicated()) {
            // Copied beyond the uplink, so it leaves with the original.
            long copyNanos = propagation(override, from, to, faultStreams[from]) + fate.copyExtraDelayNanos();
            k.traffic.countDuplicate();
            launch(k, from, to, size, payload, body, start, copyNanos);
        }
        return true;
    }

    private long propagation(@Nullable PathOverride override, int from, int to, RandomStream stream) {
        long drawn = drawPropagation(from, to, stream);
        return override != null && override.delayNanos() >= 0 ? override.delayNanos() : drawn;
    }

    private double lossProbability(@Nullable PathOverride override, int from, int to) {
        return override != null && !Double.isNaN(override.lossProbability())
                ? override.lossProbability()
                : Math.max(loss[from], loss[to]);
    }

    private void launch(
            Kind k,
            int from,
            int to,
            long flaggedSize,
            long payload,
            @Nullable Object body,
            long start,
            long propagationNanos) {
        int sizeBytes = (int) (flaggedSize & SIZE_MASK);
        int type;
        long at = start + propagationNanos;
        if (links.areShared()) {
            type = k.downlink;
            at += links.downlinkLagNanos(from, to, sizeBytes);
        } else {
            type = k.delivery;
            at += links.transmissionNanos(from, to, sizeBytes);
        }
        kernel.schedule(at, source(from), type, to, payload, (long) from << 32 | flaggedSize, kernel.now(), body);
    }

    private void enterDownlink(Kind k, int to, long payload, long fromAndSize, long sentAt, @Nullable Object body) {
        int sizeBytes = (int) (fromAndSize & SIZE_MASK);
        long end = links.takeDownlink(to, kernel.now(), sizeBytes);
        if (end == Links.FULL) {
            drop(k, to, (int) (fromAndSize >>> 32), payload, sizeBytes, DropReason.QUEUE_FULL);
            return;
        }
        kernel.schedule(end, source(to), k.delivery, to, payload, fromAndSize, sentAt, body);
    }

    private void arrive(Kind k, int to, long payload, long fromAndSize, long sentAt, @Nullable Object body) {
        int from = (int) (fromAndSize >>> 32);
        int sizeBytes = (int) (fromAndSize & SIZE_MASK);
        if (!conditions.clear(to, to)) {
            if (!states.isUp(to)) {
                drop(k, to, from, payload, sizeBytes, DropReason.RECEIVER_DOWN);
                return;
            }
            if (states.holdsMessages(to)) {
                if (!states.hold(k.delivery, to, payload, fromAndSize, sentAt, body)) {
                    drop(k, to, from, payload, sizeBytes, DropReason.QUEUE_FULL);
                }
                return;
            }
        }
        if ((fromAndSize & CORRUPTED_BIT) != 0) {
            drop(k, to, from, payload, sizeBytes, DropReason.CORRUPTED);
            return;
        }
        k.traffic.countDelivered(sizeBytes);
        long now = kernel.now();
        for (NetworkObserver observer : observers) {
            observer.onDelivered(now, k.index, from, to, sizeBytes, now - sentAt);
        }
        k.handler.onMessage(to, from, payload, sizeBytes, body);
    }

    private boolean drop(Kind k, int to, int from, long payload, int sizeBytes, DropReason reason) {
        k.traffic.countDropped(reason);
        long now = kernel.now();
        for (NetworkObserver observer : observers) {
            observer.onDropped(now, k.index, from, to, sizeBytes, reason);
        }
        k.handler.onDropped(to, from, payload, reason);
        return false;
    }

    private void heldMessageDropped(int deliveryType, int to, long payload, long fromAndSize) {
        for (Kind kind : kinds) {
            if (kind.delivery == deliveryType) {
                int from = (int) (fromAndSize >>> 32);
                drop(kind, to, from, payload, (int) (fromAndSize & SIZE_MASK), DropReason.RECEIVER_DOWN);
            }
        }
    }

    /** The kernel's number for a node; 0 is the source of control events. */
    private static int source(int node) {
        return node + 1;
    }

    /** Counts of each kind of message, in the order of declaration. */
    public List<Traffic> traffic() {
        return Arrays.stream(kinds).map(kind -> kind.traffic).toList();
    }

    /** The balance of all messages now. Counts what is in flight one by one: for the end of a run, not for every event. */
    public Accounting accounting() {
        long sent = 0;
        long duplicated = 0;
        long delivered = 0;
        long dropped = 0;
        long[] inFlight = {states.heldMessages()};
        for (Kind kind : kinds) {
            sent += kind.traffic.sent();
            duplicated += kind.traffic.duplicated();
            delivered += kind.traffic.delivered();
            dropped += kind.traffic.dropped();
            for (int type : new int[] {kind.delivery, kind.downlink}) {
                kernel.forEachPending(type, (handle, time, source, target, a, b, c, body) -> inFlight[0]++);
            }
        }
        return new Accounting(sent, duplicated, delivered, dropped, inFlight[0]);
    }

    /** What faults do to nodes, for a {@link io.omerta.sim.network.fault.FaultInjector}. */
    public NodeControl control() {
        return new FaultControl(kernel, conditions, states, links, this::dropInFlight);
    }

    private void dropInFlight(NodeControl.PathTest test, DropReason reason) {
        record Doomed(Kind kind, long handle, int to, long payload, long fromAndSize) {}
        List<Doomed> doomed = new ArrayList<>();
        for (Kind kind : kinds) {
            for (int type : new int[] {kind.downlink, kind.delivery}) {
                kernel.forEachPending(type, (handle, time, source, to, payload, fromAndSize, sentAt, body) -> {
                    if (test.covers((int) (fromAndSize >>> 32), to)) {
                        doomed.add(new Doomed(kind, handle, to, payload, fromAndSize));
                    }
                });
            }
        }
        // Dropped after the visit, because a handler that is told may send again: that message is not doomed.
        for (Doomed message : doomed) {
            kernel.cancel(message.handle());
            int from = (int) (message.fromAndSize() >>> 32);
            int sizeBytes = (int) (message.fromAndSize() & SIZE_MASK);
            drop(message.kind(), message.to(), from, message.payload(), sizeBytes, reason);
        }
    }
}
