package io.omerta.sim.network.workload;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.VirtualTime;
import io.omerta.sim.network.DropReason;
import io.omerta.sim.network.MessageHandler;
import io.omerta.sim.network.Network;
import io.omerta.sim.network.NodeLifecycle;
import io.omerta.sim.network.overlay.Overlay;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.Panel;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Blocks found by proof of work and spread by the relay protocol of SimBlock (Aoki et al., "SimBlock: A Blockchain
 * Network Simulator", 2019): a node that adopts a block announces it to its neighbours (inv); who lacks it asks for it
 * (rec); the holder sends a compact block where both ends can use one, else the block; who cannot rebuild a compact block
 * asks for the missing part (getblocktxn). A node has one transmission under way at a time and starts the next when the
 * last has arrived.
 *
 * <p>Connections are reliable: what the network drops is sent again after a second, then two, four and so on, up to
 * {@link #MAX_ATTEMPTS} times. SimBlock's own network drops nothing.
 */
final class BlockPropagation implements Workload, NodeLifecycle {
    private static final int MAX_ATTEMPTS = 8;
    private static final long RETRANSMISSION_NANOS = VirtualTime.SECOND;
    /** Announcements and requests are small: SimBlock counts their time as a constant, not by size. */
    private static final int CONTROL_BYTES = 0;

    private final WorkloadSpec.BlockPropagation spec;
    private final Network network;
    private final EventKernel kernel;
    private final Overlay overlay;
    private final BlockLedger ledger;
    private final Mining mining;
    private final RandomStream[] relayStreams;

    private final int[] tip;
    private final BitSet compactCapable;
    private final BitSet churning;
    private final BitSet[] downloading;
    private final BitSet transmitting;
    private final TransmissionQueues queues;

    private final int inv;
    private final int rec;
    private final int getBlockTxn;
    private final int compactBlock;
    private final int block;
    private final int blockFound;
    private final int retransmission;

    /** Set while a send is under way, so that a drop at sending is told from one on the way. */
    private boolean launching;

    BlockPropagation(WorkloadSpec.BlockPropagation spec, Network network, Overlay overlay, RandomStreams streams) {
        int nodes = network.nodes();
        this.spec = spec;
        this.network = network;
        this.kernel = network.kernel();
        this.overlay = overlay;
        this.ledger = new BlockLedger(nodes, spec.blocks());
        this.mining = new Mining(spec.miningPower(), spec.intervalNanos(), nodes, streams);
        this.relayStreams = streams.streams("block.relay", nodes);
        this.tip = new int[nodes];
        this.compactCapable =
                share(nodes, spec.compactBlocks() ? spec.compactUsageRate() : 0, streams, "block.compact");
        this.churning = share(nodes, spec.churnRate(), streams, "block.churn");
        this.downloading = new BitSet[spec.blocks() + 1];
        this.transmitting = new BitSet(nodes);
        this.queues = new TransmissionQueues(nodes);
        this.inv = network.messageKind("inv", new Control(Control.INV));
        this.rec = network.messageKind("rec", new Control(Control.REC));
        this.getBlockTxn = network.messageKind("getblocktxn", new Control(Control.GET_BLOCK_TXN));
        this.compactBlock = network.messageKind("compact block", new Transmission(true));
        this.block = network.messageKind("block", new Transmission(false));
        this.blockFound = kernel.eventType("block found", (miner, source, a, b, c, body) -> blockFound(miner));
        this.retransmission = network.timerKind("retransmission", this::retransmit);
        network.addLifecycle(this);
    }

    /** Exactly the rounded share of nodes, drawn without replacement, as SimBlock assigns it. */
    private static BitSet share(int nodes, double share, RandomStreams streams, String purpose) {
        int[] order = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            order[node] = node;
        }
        streams.stream(purpose).shuffle(order);
        BitSet chosen = new BitSet(nodes);
        int count = (int) Math.floor(share * nodes + 0.5);
        for (int i = 0; i < count; i++) {
            chosen.set(order[i]);
        }
        return chosen;
    }

    @Override
    public void start() {
        scheduleNextBlock();
    }

    @Override
    public boolean finished() {
        return ledger.count() > spec.blocks() && kernel.pending() == 0;
    }

    private void scheduleNextBlock() {
        long at = kernel.now() + mining.nextIntervalNanos();
        kernel.schedule(at, EventKernel.CONTROL, blockFound, mining.nextMiner(), ledger.count(), 0, 0, null);
    }

    private void blockFound(int miner) {
        if (network.isUp(miner)) {
            int found = ledger.create(tip[miner], kernel.now());
            downloading[found] = new BitSet(network.nodes());
            receive(found, miner);
        }
        if (ledger.count() <= spec.blocks()) {
            scheduleNextBlock();
        }
    }

    private void receive(int newBlock, int node) {
        downloading[newBlock].clear(node);
        if (!ledger.receive(newBlock, node, kernel.now())) {
            return;
        }
        if (ledger.height(newBlock) > ledger.height(tip[node])) {
            tip[node] = newBlock;
            int degree = overlay.degree(node);
            for (int i = 0; i < degree; i++) {
                sendControl(node, overlay.neighbour(node, i), inv, newBlock, 0);
            }
        }
    }

    private void sendControl(int from, int to, int kind, int subject, int attempt) {
        network.send(from, to, kind, CONTROL_BYTES, word(subject, attempt), null, spec.controlDelayNanos());
    }

    private void onInv(int node, int from, int announced) {
        if (ledger.has(announced, node) || downloading[announced].get(node)) {
            return;
        }
        if (ledger.height(announced) > ledger.height(tip[node]) || !ledger.onSameChain(announced, tip[node])) {
            downloading[announced].set(node);
            sendControl(node, from, rec, announced, 0);
        }
    }

    private void onRequest(int node, int from, int requested, boolean missingPart) {
        queues.add(node, TransmissionQueues.request(from, requested, missingPart, 0));
        if (!transmitting.get(node)) {
            transmitNext(node);
        }
    }

    private void transmitNext(int node) {
        while (!queues.isEmpty(node)) {
            long request = queues.remove(node);
            if (transmit(node, request)) {
                transmitting.set(node);
                return;
            }
        }
        transmitting.clear(node);
    }

    private boolean transmit(int node, long request) {
        int to = TransmissionQueues.to(request);
        int subject = TransmissionQueues.block(request);
        int attempt = TransmissionQueues.attempt(request);
        int kind = block;
        long bytes = spec.blockBytes();
        if (TransmissionQueues.missingPart(request)) {
            bytes = missingPartBytes(node);
        } else if (compactCapable.get(node) && compactCapable.get(to)) {
            kind = compactBlock;
            bytes = spec.compactBlockBytes();
        }
        launching = true;
        try {
            return network.send(node, to, kind, (int) bytes, word(subject, attempt), null, spec.blockProcessingNanos());
        } finally {
            launching = false;
        }
    }

    /** What a receiver lacks after a failed compact block; drawn by the sender, as SimBlock does. */
    private long missingPartBytes(int node) {
        List<Double> fractions = churning.get(node)
                ? spec.failedBlockFractions().churn()
                : spec.failedBlockFractions().control();
        return (long) (spec.blockBytes() * fractions.get(relayStreams[node].nextInt(fractions.size())));
    }

    private boolean rebuilds(int node) {
        double failure = churning.get(node)
                ? spec.compactFailureRate().churn()
                : spec.compactFailureRate().control();
        return !relayStreams[node].nextBernoulli(failure);
    }

    /** A message about a block: the block and how often it was sent before. */
    private static long word(int subject, int attempt) {
        return (long) subject << 8 | attempt;
    }

    private static int subject(long word) {
        return (int) (word >>> 8);
    }

    private static int attempt(long word) {
        return (int) word & 0xff;
    }

    private void sendAgainLater(int from, int to, int kind, long word) {
        int attempt = attempt(word);
        if (attempt < MAX_ATTEMPTS && network.isUp(from)) {
            long again = TransmissionQueues.request(to, subject(word), false, attempt + 1) | (long) kind << 56;
            network.startTimer(from, retransmission, RETRANSMISSION_NANOS << attempt, again);
        } else if (kind != inv) {
            downloading[subject(word)].clear(kind == rec || kind == getBlockTxn ? from : to);
        }
    }

    private void retransmit(int node, long again) {
        int kind = (int) (again >>> 56);
        long request = again & (1L << 56) - 1;
        int to = TransmissionQueues.to(request);
        int subject = TransmissionQueues.block(request);
        if (kind == inv || kind == rec || kind == getBlockTxn) {
            sendControl(node, to, kind, subject, TransmissionQueues.attempt(request));
        } else {
            queues.add(node, request);
            if (!transmitting.get(node)) {
                transmitNext(node);
            }
        }
    }

    /** Announcements and requests. */
    private final class Control implements MessageHandler {
        private static final int INV = 0;
        private static final int REC = 1;
        private static final int GET_BLOCK_TXN = 2;

        private final int role;

        private Control(int role) {
            this.role = role;
        }

        @Override
        public void onMessage(int to, int from, long word, int sizeBytes, @Nullable Object body) {
            if (role == INV) {
                onInv(to, from, subject(word));
            } else {
                onRequest(to, from, subject(word), role == GET_BLOCK_TXN);
            }
        }

        @Override
        public void onDropped(int to, int from, long word, DropReason reason) {
            sendAgainLater(from, to, role == INV ? inv : role == REC ? rec : getBlockTxn, word);
        }
    }

    /** Blocks, whole, compact, or the part that was missing. */
    private final class Transmission implements MessageHandler {
        private final boolean compact;

        private Transmission(boolean compact) {
            this.compact = compact;
        }

        @Override
        public void onMessage(int to, int from, long word, int sizeBytes, @Nullable Object body) {
            transmitNext(from);
            if (compact && !rebuilds(to)) {
                sendControl(to, from, getBlockTxn, subject(word), 0);
            } else {
                receive(subject(word), to);
            }
        }

        @Override
        public void onDropped(int to, int from, long word, DropReason reason) {
            sendAgainLater(from, to, compact ? compactBlock : block, word);
            if (!launching) {
                transmitNext(from);
            }
        }
    }

    @Override
    public void onCrash(int node, boolean durableStateLost) {
        queues.clear(node);
        transmitting.clear(node);
        for (int known = 1; known < ledger.count(); known++) {
            downloading[known].clear(node);
        }
        if (durableStateLost) {
            ledger.forget(node);
            tip[node] = BlockLedger.GENESIS;
        }
    }

    @Override
    public List<Observation> observations() {
        return new BlockStatistics(ledger, network.nodes()).observations();
    }

    @Override
    public List<Panel> panels() {
        return new BlockStatistics(ledger, network.nodes()).panels();
    }
}
