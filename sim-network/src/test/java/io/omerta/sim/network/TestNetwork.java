package io.omerta.sim.network;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.kernel.QueueKind;
import io.omerta.sim.network.delay.PropagationDelays;
import io.omerta.sim.network.fault.Fault;
import io.omerta.sim.network.fault.FaultInjector;
import io.omerta.sim.network.fault.NodeSelector;
import io.omerta.sim.network.region.NodePopulation;
import io.omerta.sim.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network with one kind of message and one kind of timer, which writes down everything that happens. */
public final class TestNetwork {
    /** Seed of a network that is not given one. */
    public static final long SEED = 1;

    private final EventKernel kernel;
    private final Network network;
    private final FaultInjector faults;
    private final int message;
    private final int timer;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Drop> drops = new ArrayList<>();
    private final List<Firing> firings = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private Runnable onArrival = () -> {};

    /** A message arrived. */
    public record Arrival(long atNanos, int from, int to, long payload) {}

    /** A message was dropped. */
    public record Drop(long atNanos, int from, int to, long payload, DropReason reason) {}

    /** A timer fired. */
    public record Firing(long atNanos, int node, long payload) {}

    public TestNetwork(EventKernel kernel, NodePopulation population, NetworkOptions options, long seed) {
        RandomStreams streams = new RandomStreams(seed);
        this.kernel = kernel;
        this.network = new Network(kernel, population, PropagationDelays.of(population.preset()), options, streams);
        this.faults = new FaultInjector(kernel, network.conditions(), network.control(), population, streams);
        this.message = network.messageKind("message", new MessageHandler() {
            @Override
            public void onMessage(int to, int from, long payload, int sizeBytes, @Nullable Object body) {
                arrivals.add(new Arrival(kernel.now(), from, to, payload));
                story.add("message " + payload + " at n" + to);
                onArrival.run();
            }

            @Override
            public void onDropped(int to, int from, long payload, DropReason reason) {
                drops.add(new Drop(kernel.now(), from, to, payload, reason));
            }
        });
        this.timer = network.timerKind("timer", (node, payload) -> {
            firings.add(new Firing(kernel.now(), node, payload));
            story.add("timer " + payload + " at n" + node);
        });
        network.addLifecycle(new NodeLifecycle() {
            @Override
            public void onCrash(int node, boolean durableStateLost) {
                story.add((durableStateLost ? "crash and disk loss at n" : "crash at n") + node);
            }

            @Override
            public void onRestart(int node) {
                story.add("restart at n" + node);
            }
        });
    }

    /** Without contention and random loss. */
    public static TestNetwork plain(NodePopulation population) {
        return of(population, Contention.NONE, Long.MAX_VALUE);
    }

    /** With link queues of any length, without random loss. */
    public static TestNetwork queued(NodePopulation population) {
        return of(population, Contention.QUEUES, Long.MAX_VALUE);
    }

    /** With link queues of bounded length, without random loss. */
    public static TestNetwork of(NodePopulation population, Contention contention, long queueLimitNanos) {
        return of(population, new NetworkOptions(contention, false, queueLimitNanos, 1000, List.of()));
    }

    public static TestNetwork of(NodePopulation population, NetworkOptions options) {
        return new TestNetwork(new PrimitiveKernel(QueueKind.HEAP), population, options, SEED);
    }

    public Network network() {
        return network;
    }

    public EventKernel kernel() {
        return kernel;
    }

    /** Sends a message now; its payload is its name. */
    public boolean send(int from, int to, int sizeBytes, long payload) {
        return network.send(from, to, message, sizeBytes, payload, null);
    }

    /** Lets something happen at a time. */
    public TestNetwork at(long timeNanos, Runnable action) {
        kernel.scheduleControl(timeNanos, "test", action);
        return this;
    }

    /** Sends a message at a time. */
    public TestNetwork sendAt(long timeNanos, int from, int to, int sizeBytes, long payload) {
        return at(timeNanos, () -> send(from, to, sizeBytes, payload));
    }

    /** Starts a timer now. */
    public long startTimer(int node, long delayNanos, long payload) {
        return network.startTimer(node, timer, delayNanos, payload);
    }

    /** Starts a timer at a time. */
    public TestNetwork startTimerAt(long timeNanos, int node, long delayNanos, long payload) {
        return at(timeNanos, () -> startTimer(node, delayNanos, payload));
    }

    /** Called at each arrival. */
    public void onArrival(Runnable action) {
        onArrival = action;
    }

    public TestNetwork faults(Fault... list) {
        faults.schedule(List.of(list));
        return this;
    }

    /** Names nodes by index. */
    public static NodeSelector nodes(int... indices) {
        List<String> ids = new ArrayList<>();
        for (int index : indices) {
            ids.add("n" + index);
        }
        return new NodeSelector.Ids(ids);
    }

    /** Runs until nothing is left to happen. */
    public TestNetwork run() {
        while (kernel.step()) {
            // on to the next event
        }
        return this;
    }

    public List<Arrival> arrivals() {
        return arrivals;
    }

    /** Times of arrival, in order. */
    public List<Long> arrivalTimes() {
        return arrivals.stream().map(Arrival::atNanos).toList();
    }

    /** Names of the messages that arrived, in order. */
    public List<Long> arrived() {
        return arrivals.stream().map(Arrival::payload).toList();
    }

    public List<Drop> drops() {
        return drops;
    }

    /** Why messages were dropped, in order. */
    public List<DropReason> dropReasons() {
        return drops.stream().map(Drop::reason).toList();
    }

    public List<Firing> firings() {
        return firings;
    }

    /** Times at which timers fired, in order. */
    public List<Long> firingTimes() {
        return firings.stream().map(Firing::atNanos).toList();
    }

    /** Messages, timers, crashes and restarts in words, in order. */
    public List<String> story() {
        return story;
    }
}
