package io.omerta.sim.network.workload;

import io.omerta.sim.kernel.VirtualTime;
import io.omerta.sim.network.DropReason;
import io.omerta.sim.network.MessageHandler;
import io.omerta.sim.network.Network;
import io.omerta.sim.network.NodeLifecycle;
import io.omerta.sim.network.overlay.Overlay;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.stats.DelayHistogram;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.Panel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plain messages from every node to random peers: what the network does to traffic that nothing repeats. */
final class Ping implements Workload, NodeLifecycle, MessageHandler {
    private static final long DELAY_BOUND_NANOS = VirtualTime.HOUR;

    private final WorkloadSpec.Ping spec;
    private final Network network;
    private final PeerChoice peers;
    private final RandomStream[] streams;
    private final int ping;
    private final int timer;
    private DelayHistogram delays = new DelayHistogram(DELAY_BOUND_NANOS);
    private long sent;
    private long delivered;
    private long dropped;

    Ping(WorkloadSpec.Ping spec, Network network, Overlay overlay, RandomStreams streams) {
        this.spec = spec;
        this.network = network;
        this.peers = new PeerChoice(spec.targets(), overlay, network.nodes());
        this.streams = streams.streams("ping", network.nodes());
        this.ping = network.messageKind("ping", this);
        this.timer = network.timerKind("ping timer", (node, unused) -> tick(node));
        network.addLifecycle(this);
    }

    @Override
    public void start() {
        for (int node = 0; node < network.nodes(); node++) {
            startFirst(node);
        }
    }

    private void startFirst(int node) {
        long first = spec.arrivals() == WorkloadSpec.Arrivals.POISSON
                ? nextGap(node)
                : (long) (streams[node].nextDouble() * spec.intervalNanos());
        network.startTimer(node, timer, first, 0);
    }

    private long nextGap(int node) {
        return spec.arrivals() == WorkloadSpec.Arrivals.POISSON
                ? (long) (streams[node].nextExponential() * spec.intervalNanos())
                : spec.intervalNanos();
    }

    private void tick(int node) {
        network.startTimer(node, timer, nextGap(node), 0);
        if (peers.candidates(node) > 0) {
            sent++;
            network.send(
                    node,
                    peers.one(node, streams[node]),
                    ping,
                    (int) spec.messageBytes(),
                    network.kernel().now(),
                    null);
        }
    }

    @Override
    public void warmUpEnded() {
        delays = new DelayHistogram(DELAY_BOUND_NANOS);
        sent = 0;
        delivered = 0;
        dropped = 0;
    }

    @Override
    public boolean finished() {
        return false;
    }

    @Override
    public void onMessage(int to, int from, long sentAtNanos, int sizeBytes, @Nullable Object body) {
        delivered++;
        delays.add(network.kernel().now() - sentAtNanos);
    }

    @Override
    public void onDropped(int to, int from, long sentAtNanos, DropReason reason) {
        dropped++;
    }

    @Override
    public void onRestart(int node) {
        startFirst(node);
    }

    @Override
    public List<Observation> observations() {
        double decided = delivered + dropped;
        return List.of(
                new Observation("ping.sent", "messages sent", "", sent),
                new Observation(
                        "ping.delivered",
                        "messages that arrived, of those decided",
                        "",
                        decided == 0 ? Double.NaN : delivered / decided),
                new Observation("ping.delay_mean", "mean delay", "ms", delays.meanNanos() / 1e6),
                new Observation("ping.delay_p50", "median delay", "ms", delays.quantileNanos(0.5) / 1e6),
                new Observation(
                        "ping.delay_p99", "99th percentile of the delay", "ms", delays.quantileNanos(0.99) / 1e6));
    }

    @Override
    public List<Panel> panels() {
        return List.of();
    }
}
