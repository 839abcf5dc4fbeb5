package io.omerta.sim.network.workload;

import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.kernel.QueueKind;
import io.omerta.sim.network.Contention;
import io.omerta.sim.network.NetworkObserver;
import io.omerta.sim.network.NetworkOptions;
import io.omerta.sim.network.TestNetwork;
import io.omerta.sim.network.TestNetworks;
import io.omerta.sim.network.fault.Fault;
import io.omerta.sim.network.overlay.Overlay;
import io.omerta.sim.network.overlay.OverlaySpec;
import io.omerta.sim.network.region.NodePopulation;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.stats.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A workload on a small network, and every message it sent and that arrived. */
final class WorkloadRun {
    static final OverlaySpec COMPLETE = new OverlaySpec.Complete();

    private final TestNetwork network;
    private final Workload workload;
    private final List<Message> sent = new ArrayList<>();
    private final List<Message> arrived = new ArrayList<>();
    private boolean started;

    /** A message at the moment when it was handed to the network, or when it arrived. */
    record Message(long atNanos, String kind, int from, int to, int sizeBytes) {}

    WorkloadRun(WorkloadSpec spec, OverlaySpec overlay, NodePopulation population, boolean randomLoss, long seed) {
        NetworkOptions options =
                new NetworkOptions(Contention.NONE, randomLoss, Long.MAX_VALUE, Integer.MAX_VALUE, List.of());
        RandomStreams streams = new RandomStreams(seed);
        network = new TestNetwork(new PrimitiveKernel(QueueKind.HEAP), population, options, seed);
        workload = Workload.of(spec, network.network(), Overlay.build(overlay, population.nodes(), streams), streams);
        network.network().addObserver(new NetworkObserver() {
            @Override
            public void onSent(long timeNanos, int kind, int from, int to, int sizeBytes) {
                sent.add(new Message(timeNanos, nameOf(kind), from, to, sizeBytes));
            }

            @Override
            public void onDelivered(long timeNanos, int kind, int from, int to, int sizeBytes, long delayNanos) {
                arrived.add(new Message(timeNanos, nameOf(kind), from, to, sizeBytes));
            }
        });
    }

    private String nameOf(int kind) {
        return network.network().traffic().get(kind).kind();
    }

    /** On fast nodes that lose nothing, with constant delays. */
    static WorkloadRun of(WorkloadSpec spec, OverlaySpec overlay, int nodes, long seed) {
        return new WorkloadRun(spec, overlay, TestNetworks.fast(nodes), false, seed);
    }

    /** On nodes whose links lose every fourth message. */
    static WorkloadRun lossy(WorkloadSpec spec, OverlaySpec overlay, int nodes, long seed) {
        String[] access = new String[nodes];
        Arrays.fill(access, "lossy");
        return new WorkloadRun(spec, overlay, TestNetworks.near(access), true, seed);
    }

    /** Links as pairs: {@code links(0, 1, 1, 2)} is a line of three nodes. */
    static OverlaySpec links(int... ends) {
        List<OverlaySpec.Link> links = new ArrayList<>();
        for (int i = 0; i < ends.length; i += 2) {
            links.add(new OverlaySpec.Link(ends[i], ends[i + 1]));
        }
        return new OverlaySpec.Explicit(links);
    }

    WorkloadRun faults(Fault... faults) {
        network.faults(faults);
        return this;
    }

    /** Runs until the workload is finished or nothing is left to happen. */
    WorkloadRun run() {
        start();
        while (!workload.finished() && network.kernel().step()) {
            // on to the next event
        }
        return this;
    }

    /** Runs to a time, or until the workload stops the kernel. */
    WorkloadRun runUntil(long timeNanos) {
        start();
        network.kernel().runUntil(timeNanos);
        return this;
    }

    private void start() {
        if (!started) {
            started = true;
            workload.start();
        }
    }

    Workload workload() {
        return workload;
    }

    long now() {
        return network.kernel().now();
    }

    /** What the workload observed so far. */
    double observed(String name) {
        for (Observation observation : workload.observations()) {
            if (observation.name().equals(name)) {
                return observation.value();
            }
        }
        throw new IllegalArgumentException("no observation is called " + name);
    }

    List<Message> sent() {
        return sent;
    }

    List<Message> sent(String kind) {
        return sent.stream().filter(message -> message.kind().equals(kind)).toList();
    }

    List<Message> arrived() {
        return arrived;
    }

    List<Message> arrived(String kind) {
        return arrived.stream().filter(message -> message.kind().equals(kind)).toList();
    }
}
