package io.omerta.sim.network.workload;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.network.Network;
import io.omerta.sim.network.NodeLifecycle;
import io.omerta.sim.network.overlay.Overlay;
import io.omerta.sim.random.Mixing;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.Panel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Push gossip, infect and die: a node that hears a rumour for the first time passes it on to {@code fanout} peers, once
 * (Eugster, Guerraoui, Kermarrec and Massoulie, "Epidemic information dissemination in distributed systems", 2004).
 * With uniform peers the reached fraction s follows s = 1 - exp(-fanout s).
 *
 * <p>Optional anti-entropy repairs what that misses (Demers et al., "Epidemic algorithms for replicated database
 * maintenance", 1987): in every period each node sends a random peer the digest of what it has heard; the peer sends what
 * the node lacks, and asks for what it lacks itself.
 */
final class Gossip implements Workload, NodeLifecycle {
    private static final int REQUEST_HEADER_BYTES = 16;

    private final WorkloadSpec.Gossip spec;
    private final Network network;
    private final EventKernel kernel;
    private final PeerChoice peers;
    private final Rumours rumours;
    private final RandomStream originStream;
    private final RandomStream[] peerStreams;
    private final RandomStream[] repairStreams;

    private final int push;
    private final int digest;
    private final int repair;
    private final int request;
    private final int rumourBegins;
    private final int repairTimer;

    private long pushes;
    private long redundant;
    private long completedAtNanos = -1;

    Gossip(WorkloadSpec.Gossip spec, Network network, Overlay overlay, RandomStreams streams) {
        int nodes = network.nodes();
        this.spec = spec;
        this.network = network;
        this.kernel = network.kernel();
        this.peers = new PeerChoice(spec.targets(), overlay, nodes);
        this.rumours = new Rumours(nodes, spec.messages());
        this.originStream = streams.stream("gossip.origin");
        this.peerStreams = streams.streams("gossip.peers", nodes);
        this.repairStreams = streams.streams("gossip.repair", nodes);
        this.push = network.messageKind("rumour", this::onPush);
        this.digest = network.messageKind("digest", this::onDigest);
        this.repair =
                network.messageKind("repair", (to, from, rumour, size, body) -> hear(to, (int) rumour, from, false));
        this.request = network.messageKind("repair request", this::onRequest);
        this.rumourBegins = kernel.eventType("rumour begins", (node, source, a, b, c, body) -> begin(node));
        this.repairTimer = network.timerKind("repair period", (node, unused) -> repairPeriod(node));
        network.addLifecycle(this);
    }

    @Override
    public void start() {
        for (int i = 0; i < spec.messages(); i++) {
            int origin = originStream.nextInt(network.nodes());
            kernel.schedule(i * spec.intervalNanos(), EventKernel.CONTROL, rumourBegins, origin, i, 0, 0, null);
        }
        if (spec.repair().enabled()) {
            for (int node = 0; node < network.nodes(); node++) {
                startRepairTimer(node, (long)
                        (repairStreams[node].nextDouble() * spec.repair().periodNanos()));
            }
        }
    }

    @Override
    public boolean finished() {
        return rumours.started() == spec.messages()
                && (spec.repair().enabled() ? rumours.complete() == rumours.started() : kernel.pending() == 0);
    }

    private void begin(int origin) {
        int rumour = rumours.start(kernel.now());
        if (network.isUp(origin)) {
            hear(origin, rumour, -1, true);
        }
    }

    private void onPush(int to, int from, long rumour, int sizeBytes, @Nullable Object body) {
        if (!hear(to, (int) rumour, from, true)) {
            redundant++;
        }
    }

    private boolean hear(int node, int rumour, int from, boolean passOn) {
        if (!rumours.hear(node, rumour, kernel.now())) {
            return false;
        }
        if (rumours.reached(rumour) == network.nodes()) {
            completedAtNanos = kernel.now();
            if (finished()) {
                kernel.stop();
            }
        }
        if (passOn) {
            int spared = spec.excludeSource() ? from : -1;
            for (int peer : peers.several(node, spec.fanout(), spared, peerStreams[node])) {
                pushes++;
                network.send(node, peer, push, (int) spec.messageBytes(), rumour, null);
            }
        }
        return true;
    }

    private void startRepairTimer(int node, long delayNanos) {
        network.startTimer(node, repairTimer, delayNanos, 0);
    }

    private void repairPeriod(int node) {
        startRepairTimer(node, spec.repair().periodNanos());
        if (peers.candidates(node) > 0) {
            long[] heard = rumours.digest(node);
            network.send(
                    node,
                    peers.one(node, repairStreams[node]),
                    digest,
                    (int) spec.repair().digestBytes(),
                    fingerprint(heard),
                    heard);
        }
    }

    private void onDigest(int to, int from, long fingerprint, int sizeBytes, @Nullable Object body) {
        long[] theirs = (long[]) java.util.Objects.requireNonNull(body);
        long[] mine = rumours.digest(to);
        sendMissing(to, from, mine, theirs);
        long[] wanted = new long[mine.length];
        int count = 0;
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = theirs[i] & ~mine[i];
            count += Long.bitCount(wanted[i]);
        }
        if (count > 0) {
            network.send(to, from, request, REQUEST_HEADER_BYTES + 4 * count, fingerprint(wanted), wanted);
        }
    }

    private void onRequest(int to, int from, long fingerprint, int sizeBytes, @Nullable Object body) {
        long[] wanted = (long[]) java.util.Objects.requireNonNull(body);
        long[] lacks = new long[wanted.length];
        for (int i = 0; i < lacks.length; i++) {
            lacks[i] = ~wanted[i];
        }
        sendMissing(to, from, rumours.digest(to), lacks);
    }

    /** Sends every rumour of the first digest that the second lacks. */
    private void sendMissing(int from, int to, long[] has, long[] lacks) {
        for (int i = 0; i < has.length; i++) {
            for (long bits = has[i] & ~lacks[i]; bits != 0; bits &= bits - 1) {
                int rumour = i * 64 + Long.numberOfTrailingZeros(bits);
                network.send(from, to, repair, (int) spec.messageBytes(), rumour, null);
            }
        }
    }

    /** Puts the content of a digest into the trace. */
    private static long fingerprint(long[] bits) {
        long hash = bits.length;
        for (long word : bits) {
            hash = Mixing.stafford13(hash ^ word);
        }
        return hash;
    }

    @Override
    public void onCrash(int node, boolean durableStateLost) {
        if (durableStateLost) {
            rumours.forget(node);
        }
    }

    @Override
    public void onRestart(int node) {
        if (spec.repair().enabled()) {
            startRepairTimer(node, (long)
                    (repairStreams[node].nextDouble() * spec.repair().periodNanos()));
        }
    }

    @Override
    public List<Observation> observations() {
        return new GossipStatistics(rumours, network.nodes())
                .observations(spec.fanout(), pushes, redundant, completedAtNanos);
    }

    @Override
    public List<Panel> panels() {
        return new GossipStatistics(rumours, network.nodes()).panels(spec.fanout());
    }
}
