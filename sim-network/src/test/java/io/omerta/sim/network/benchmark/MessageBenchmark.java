package io.omerta.sim.network.benchmark;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.kernel.QueueKind;
import io.omerta.sim.network.Contention;
import io.omerta.sim.network.DropReason;
import io.omerta.sim.network.MessageHandler;
import io.omerta.sim.network.Network;
import io.omerta.sim.network.NetworkOptions;
import io.omerta.sim.network.delay.PropagationDelays;
import io.omerta.sim.network.observe.DelayStatistics;
import io.omerta.sim.network.region.AccessType;
import io.omerta.sim.network.region.DelayLaw;
import io.omerta.sim.network.region.NetworkPreset;
import io.omerta.sim.network.region.NodePopulation;
import io.omerta.sim.network.region.Region;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Messages per second through the full network model: Pareto delays between six regions, access types with their own
 * rates, delays and loss. Ten messages are under way for each node; whoever gets one sends one to a random node, and a
 * message that is lost is replaced.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MessageBenchmark {
    private static final int BATCH = 10_000;
    private static final int UNDER_WAY_PER_NODE = 10;
    private static final int SIZE_BYTES = 300;

    @Param("1000")
    public int nodes;

    @Param({"NONE", "QUEUES"})
    public Contention contention;

    @Param({"false", "true"})
    public boolean delayStatistics;

    @Param({"HEAP", "WHEEL"})
    public QueueKind queue;

    private EventKernel kernel;
    private Ball ball;

    @Setup
    public void fill() {
        RandomStreams streams = new RandomStreams(1);
        NetworkPreset preset = preset();
        NodePopulation population = NodePopulation.of(preset, nodes, streams);
        kernel = new PrimitiveKernel(queue);
        Network network = new Network(
                kernel, population, PropagationDelays.of(preset), NetworkOptions.DEFAULT.with(contention), streams);
        if (delayStatistics) {
            network.addObserver(new DelayStatistics(population));
        }
        ball = new Ball(network, streams.stream("benchmark"));
        for (int i = 0; i < UNDER_WAY_PER_NODE * nodes; i++) {
            ball.pass(i % nodes);
        }
        messages();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long messages() {
        ball.left = BATCH;
        kernel.runUntil(EventKernel.MAX_TIME_NANOS);
        return kernel.executed();
    }

    /** Passes messages on, and stops the kernel after a batch of sends. */
    private static final class Ball implements MessageHandler {
        private final Network network;
        private final RandomStream stream;
        private final int kind;
        private long left = Long.MAX_VALUE;

        Ball(Network network, RandomStream stream) {
            this.network = network;
            this.stream = stream;
            this.kind = network.messageKind("ball", this);
        }

        void pass(int from) {
            if (--left == 0) {
                network.kernel().stop();
            }
            network.send(from, stream.nextInt(network.nodes()), kind, SIZE_BYTES, 0, null);
        }

        @Override
        public void onMessage(int to, int from, long payload, int sizeBytes, @Nullable Object body) {
            pass(to);
        }

        @Override
        public void onDropped(int to, int from, long payload, DropReason reason) {
            pass(from);
        }
    }

    /** Six regions and four ways of access with the rates, delays and losses of common households and data centres. */
    private static NetworkPreset preset() {
        List<String> keys = List.of("na", "eu", "as", "jp", "au", "sa");
        List<Double> shares = List.of(0.35, 0.38, 0.12, 0.05, 0.05, 0.05);
        return new NetworkPreset(
                "benchmark",
                "six regions",
                "like the default preset",
                IntStream.range(0, keys.size())
                        .mapToObj(i -> new Region(keys.get(i), keys.get(i), shares.get(i), 0, 0))
                        .toList(),
                List.of(
                        List.of(32.0, 124.0, 252.0, 151.0, 189.0, 162.0),
                        List.of(124.0, 12.0, 268.0, 287.0, 350.0, 221.0),
                        List.of(252.0, 268.0, 70.0, 42.0, 120.0, 340.0),
                        List.of(151.0, 287.0, 42.0, 2.0, 130.0, 290.0),
                        List.of(189.0, 350.0, 120.0, 130.0, 56.0, 322.0),
                        List.of(162.0, 221.0, 340.0, 290.0, 322.0, 85.0)),
                new DelayLaw.Pareto(5),
                NetworkPreset.Assignment.QUOTA,
                List.of(
                        new AccessType("datacenter", "", 0.10, 10_000_000_000L, 10_000_000_000L, 1_000_000, 0.0001),
                        new AccessType("fiber", "", 0.25, 1_000_000_000, 1_000_000_000, 2_000_000, 0.0005),
                        new AccessType("cable", "", 0.45, 20_000_000, 200_000_000, 10_000_000, 0.001),
                        new AccessType("dsl", "", 0.20, 5_000_000, 50_000_000, 15_000_000, 0.005)),
                List.of());
    }
}
