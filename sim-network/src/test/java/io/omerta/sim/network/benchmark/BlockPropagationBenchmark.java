package io.omerta.sim.network.benchmark;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.kernel.QueueKind;
import io.omerta.sim.network.Network;
import io.omerta.sim.network.NetworkOptions;
import io.omerta.sim.network.delay.PropagationDelays;
import io.omerta.sim.network.observe.NetworkFindings;
import io.omerta.sim.network.overlay.Overlay;
import io.omerta.sim.network.region.NodePopulation;
import io.omerta.sim.network.workload.Workload;
import io.omerta.sim.random.RandomStreams;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Events per second of block propagation in SimBlock's network of 2019: the event loop alone, from the first event to
 * the last, without building the network. Each run has a seed of its own, the same seeds for every combination.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class BlockPropagationBenchmark {
    @Param({"600 x 100", "10000 x 10"})
    public String nodesAndBlocks;

    @Param({"HEAP", "WHEEL"})
    public QueueKind queue;

    /** Whether delays and traffic are observed, as every run of a scenario does. */
    @Param({"false", "true"})
    public boolean observed;

    private long seed;
    private EventKernel kernel;

    /** Reported beside the runs per second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Executed {
        public long events;
    }

    @Setup(Level.Invocation)
    public void build() {
        String[] size = nodesAndBlocks.split(" x ");
        int nodes = Integer.parseInt(size[0]);
        RandomStreams streams = new RandomStreams(++seed);
        kernel = new PrimitiveKernel(queue);
        Network network = new Network(
                kernel,
                NodePopulation.of(SimBlock2019.PRESET, nodes, streams),
                PropagationDelays.of(SimBlock2019.PRESET),
                NetworkOptions.DEFAULT,
                streams);
        Overlay overlay = Overlay.build(SimBlock2019.OVERLAY, nodes, streams);
        if (observed) {
            new NetworkFindings(network).begin();
        }
        Workload.of(SimBlock2019.workload(Integer.parseInt(size[1])), network, overlay, streams)
                .start();
    }

    @Benchmark
    public String run(Executed executed) {
        kernel.runPending(EventKernel.MAX_TIME_NANOS);
        executed.events += kernel.executed();
        return kernel.trace().sha256();
    }
}
