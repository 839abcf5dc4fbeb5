package io.omerta.sim.network;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.network.delay.PropagationDelays;
import io.omerta.sim.network.fault.Conditions;
import io.omerta.sim.network.fault.NodeControl;
import io.omerta.sim.network.region.NodePopulation;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.ArrayList;
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
 * <p>Every draw comes from a stream of the sending node, so one node's messages never change another's luck.
 */
public final class Network {
    private static final long CORRUPTED_BIT = 1L << 31;
    private static final long SIZE_MASK = CORRUPTED_BIT - 1;

    private final EventKernel kernel;
    private final NodePopulation population;
    private final PropagationDelays delays;
    private final NetworkOptions options;
    private final Conditions conditions;
    private final Conditions.Fate fate = new Conditions.Fate();
    private final NodeStates states;

    private final int[] region;
    private final long[] addedDelayNanos;
    private final double[] loss;
    private final double[] uploadNanosPerByte;
    private final double[] downloadNanosPerByte;
    private final long[] uplinkFree;
    private final long[] downlinkFree;
    private final RandomStream[] delayStreams;
    private final RandomStream[] lossStreams;
    private final RandomStream[] faultStreams;
    private final TreeMap<Long, PathOverride> overrides = new TreeMap<>();

    private final List<Kind> kinds = new ArrayList<>();
    private final List<NetworkObserver> observers = new ArrayList<>();

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
        this.options = options;
        this.conditions = new Conditions(nodes);
        this.states = new NodeStates(kernel, conditions, nodes, options.heldLimit(), this::heldMessageDropped);
        this.region = new int[nodes];
        this.addedDelayNanos = new long[nodes];
        this.loss = new double[nodes];
        this.uploadNanosPerByte = new double[nodes];
        this.downloadNanosPerByte = new double[nodes];
        this.uplinkFree = new long[nodes];
        this.downlinkFree = new long[nodes];
        for (int node = 0; node < nodes; node++) {
            region[node] = population.regionOf(node);
            addedDelayNanos[node] = population.addedDelayNanos(node);
            loss[node] = options.randomLoss() ? population.loss(node) : 0;
            setRates(node);
        }
        this.delayStreams = streams.streams("network.delay", nodes);
        this.lossStreams = streams.streams("network.loss", nodes);
        this.faultStreams = streams.streams("network.fault", nodes);
        for (PathOverride override : options.overrides()) {
            overrides.put(pathKey(override.from(), override.to()), override);
            conditions.trouble(override.from());
        }
    }

    private static long pathKey(int from, int to) {
        return (long) from << 32 | to;
    }

    private void setRates(int node) {
        double factor = conditions.rateFactor(node);
        uploadNanosPerByte[node] = 8e9 / (population.uploadBitsPerSecond(node) * factor);
        downloadNanosPerByte[node] = 8e9 / (population.downloadBitsPerSecond(node) * factor);
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
        Kind kind = new Kind(kinds.size(), name, handler);
        kind.delivery = kernel.eventType(
                name,
                (to, source, payload, fromAndSize, sentAt, body) ->
                        arrive(kind, to, payload, fromAndSize, sentAt, body));
        kind.downlink = kernel.eventType(
                name + " at downlink",
                (to, source, payload, fromAndSize, sentAt, body) ->
                        enterDownlink(kind, to, payload, fromAndSize, sentAt, body));
        states.declareMessage(kind.delivery);
        kinds.add(kind);
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
     * @param delayNanos time by the node's own clock, at least 0
     * @return a handle for {@link #cancelTimer}
     */
    public long startTimer(int node, int timerKind, long delayNanos, long payload) {
        return states.startTimer(node, timerKind, delayNanos, payload);
    }

    /** Stops a timer; false if it has fired or was stopped. */
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
        observers.add(observer);
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
     * @param processingNanos time the sender takes before the message reaches its uplink
     * @return false if the message was dropped at once
     */
    public boolean send(
            int from, int to, int kind, int sizeBytes, long payload, @Nullable Object body, long processingNanos) {
        if (sizeBytes < 0) {
            throw new IllegalArgumentException("a message cannot have " + sizeBytes + " bytes");
        }
        Kind k = kinds.get(kind);
        k.traffic.countSent(sizeBytes);
        long now = kernel.now();
        for (int i = 0; i < observers.size(); i++) {
            observers.get(i).onSent(now, kind, from, to, sizeBytes);
        }
        if (!conditions.clear(from, to)) {
            return sendInTrouble(k, from, to, sizeBytes, payload, body, now + processingNanos);
        }
        long start = now + processingNanos;
        double lossProbability = Math.max(loss[from], loss[to]);
        if (lossProbability > 0 && lossStreams[from].nextBernoulli(lossProbability)) {
            reserveUplink(from, start, sizeBytes);
            return drop(k, to, from, payload, sizeBytes, DropReason.LOSS);
        }
        return launch(k, from, to, sizeBytes, payload, body, start, drawPropagation(from, to));
    }

    private long drawPropagation(int from, int to) {
        return delays.sampleNanos(region[from], region[to], delayStreams[from])
                + addedDelayNanos[from]
                + addedDelayNanos[to];
    }

    private boolean sendInTrouble(
            Kind k, int from, int to, int sizeBytes, long payload, @Nullable Object body, long readyAt) {
        if (!states.isUp(from)) {
            return drop(k, to, from, payload, sizeBytes, DropReason.SENDER_DOWN);
        }
        long start = readyAt + conditions.processingDelayNanos(from);
        PathOverride override = overrides.get(pathKey(from, to));
        double lossProbability = override != null && !Double.isNaN(override.lossProbability())
                ? override.lossProbability()
                : Math.max(loss[from], loss[to]);
        boolean lost = lossProbability > 0 && lossStreams[from].nextBernoulli(lossProbability);
        conditions.decide(from, to, faultStreams[from], fate);
        if (fate.partitioned() || lost || fate.lost()) {
            reserveUplink(from, start, sizeBytes);
            return drop(k, to, from, payload, sizeBytes, fate.partitioned() ? DropReason.PARTITION : DropReason.LOSS);
        }
        boolean duplicated = fate.duplicated();
        long copyExtraNanos = fate.copyExtraDelayNanos();
        long size = sizeBytes | (fate.corrupted() ? CORRUPTED_BIT : 0);
        boolean sent = launch(
                k, from, to, size, payload, body, start, propagation(override, from, to) + fate.extraDelayNanos());
        if (duplicated) {
            k.traffic.countDuplicate();
            launch(k, from, to, size, payload, body, start, propagation(override, from, to) + copyExtraNanos);
        }
        return sent;
    }

    private long propagation(@Nullable PathOverride override, int from, int to) {
        return override != null && override.delayNanos() >= 0 ? override.delayNanos() : drawPropagation(from, to);
    }

    private void reserveUplink(int from, long start, int sizeBytes) {
        if (options.contention() == Contention.QUEUES) {
            uplinkFree[from] = Math.max(start, uplinkFree[from]) + Math.round(sizeBytes * uploadNanosPerByte[from]);
        }
    }

    private boolean launch(
            Kind k,
            int from,
            int to,
            long flaggedSize,
            long payload,
            @Nullable Object body,
            long start,
            long propagationNanos) {
        int sizeBytes = (int) (flaggedSize & SIZE_MASK);
        long fromAndSize = (long) from << 32 | flaggedSize;
        long sentAt = kernel.now();
        if (options.contention() == Contention.NONE) {
            long transmission = Math.round(sizeBytes * Math.max(uploadNanosPerByte[from], downloadNanosPerByte[to]));
            kernel.schedule(
                    start + propagationNanos + transmission,
                    source(from),
                    k.delivery,
                    to,
                    payload,
                    fromAndSize,
                    sentAt,
                    body);
            return true;
        }
        long begin = Math.max(start, uplinkFree[from]);
        if (begin - start > options.queueLimitNanos()) {
            return drop(k, to, from, payload, sizeBytes, DropReason.QUEUE_FULL);
        }
        long up = Math.round(sizeBytes * uploadNanosPerByte[from]);
        long down = Math.round(sizeBytes * downloadNanosPerByte[to]);
        uplinkFree[from] = begin + up;
        // The receiver's link is needed for `down` at the end of the transfer: until the last bit, if it has to wait
        // for a slower uplink. Reserving it only for that long lets other messages through before.
        long needsDownlinkAt = begin + propagationNanos + Math.max(0, up - down);
        kernel.schedule(needsDownlinkAt, source(from), k.downlink, to, payload, fromAndSize, sentAt, body);
        return true;
    }

    private void enterDownlink(Kind k, int to, long payload, long fromAndSize, long sentAt, @Nullable Object body) {
        long now = kernel.now();
        long begin = Math.max(now, downlinkFree[to]);
        int sizeBytes = (int) (fromAndSize & SIZE_MASK);
        if (begin - now > options.queueLimitNanos()) {
            drop(k, to, (int) (fromAndSize >>> 32), payload, sizeBytes, DropReason.QUEUE_FULL);
            return;
        }
        long end = begin + Math.round(sizeBytes * downloadNanosPerByte[to]);
        downlinkFree[to] = end;
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
        for (int i = 0; i < observers.size(); i++) {
            observers.get(i).onDelivered(now, k.index, from, to, sizeBytes, now - sentAt);
        }
        k.handler.onMessage(to, from, payload, sizeBytes, body);
    }

    private boolean drop(Kind k, int to, int from, long payload, int sizeBytes, DropReason reason) {
        k.traffic.countDropped(reason);
        long now = kernel.now();
        for (int i = 0; i < observers.size(); i++) {
            observers.get(i).onDropped(now, k.index, from, to, sizeBytes, reason);
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
        return kinds.stream().map(kind -> kind.traffic).toList();
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
        return new Control();
    }

    private final class Control implements NodeControl {
        @Override
        public void crash(int node, boolean durableStateLost) {
            uplinkFree[node] = kernel.now();
            downlinkFree[node] = kernel.now();
            states.crash(node, durableStateLost);
        }

        @Override
        public void restart(int node) {
            states.restart(node);
        }

        @Override
        public void pause(int node) {
            states.pause(node);
        }

        @Override
        public void resume(int node) {
            states.resume(node);
        }

        @Override
        public void clog(int node) {
            states.clog(node);
        }

        @Override
        public void unclog(int node) {
            states.unclog(node);
        }

        @Override
        public void ratesChanged(int node) {
            setRates(node);
        }

        @Override
        public void dropInFlight(PathTest test, boolean becauseOfCrash) {
            DropReason reason = becauseOfCrash ? DropReason.CRASHED_IN_FLIGHT : DropReason.CUT_IN_FLIGHT;
            for (Kind kind : kinds) {
                List<long[]> doomed = new ArrayList<>();
                for (int type : new int[] {kind.downlink, kind.delivery}) {
                    kernel.forEachPending(type, (handle, time, source, to, payload, fromAndSize, sentAt, body) -> {
                        if (test.covers((int) (fromAndSize >>> 32), to)) {
                            doomed.add(new long[] {handle, to, payload, fromAndSize});
                        }
                    });
                }
                // Dropped after the visit, because a handler that is told may send again.
                for (long[] message : doomed) {
                    kernel.cancel(message[0]);
                    int from = (int) (message[3] >>> 32);
                    drop(kind, (int) message[1], from, message[2], (int) (message[3] & SIZE_MASK), reason);
                }
            }
        }
    }
}
