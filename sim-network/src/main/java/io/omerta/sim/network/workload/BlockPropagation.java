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
import java.util.Arrays;
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
 *
 * <p>A crash breaks the connections of a node: who waited for it asks another one that announced the block. When it is
 * back, both ends of each of its connections announce their tips.
 */
final class BlockPropagation implements Workload, NodeLifecycle {
    private static final int MAX_ATTEMPTS = 8;
    private static final long RETRANSMISSION_NANOS = VirtualTime.SECOND;
    /** Announcements and requests are small: SimBlock counts their time as a constant, not by size. */
    private static final int CONTROL_BYTES = 0;

    private static final long IDLE = -1;

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
    private final Downloads downloads;
    private final TransmissionQueues queues;

    /** The request that each node is serving, or {@link #IDLE}. */
    private final long[] serving;

    private final int inv;
    private final int rec;
    private final int getBlockTxn;
    private final int compactBlock;
    private final int block;
    private final int blockFound;
    private final int retransmission;

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
        this.downloads = new Downloads(nodes);
        this.queues = new TransmissionQueues(nodes);
        this.serving = new long[nodes];
        Arrays.fill(serving, IDLE);
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
            receive(found, miner);
        }
        if (ledger.count() <= spec.blocks()) {
            scheduleNextBlock();
        }
    }

    private void receive(int newBlock, int node) {
        downloads.end(node, newBlock);
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
        if (ledger.has(announced, node) || downloads.announced(node, announced, from)) {
            return;
        }
        if (ledger.height(announced) > ledger.height(tip[node]) || !ledger.onSameChain(announced, tip[node])) {
            request(node, from, announced);
        }
    }

    private void request(int node, int holder, int wanted) {
        downloads.begin(node, wanted, holder);
        sendControl(node, holder, rec, wanted, 0);
    }

    /** The node will not have the block from the one it asked: it asks another one, or waits for an announcement. */
    private void lookElsewhere(int node, int holder, int wanted) {
        if (downloads.holder(node, wanted) == holder) {
            int other = downloads.end(node, wanted);
            if (other != Downloads.NOBODY) {
                request(node, other, wanted);
            }
        }
    }

    private void onRequest(int node, int from, int requested, boolean missingPart) {
        if (ledger.has(requested, node)) {
            serve(node, TransmissionQueues.request(from, requested, missingPart, 0));
        } else {
            lookElsewhere(from, node, requested); // the node lost its disk after it had announced the block
        }
    }

    private void serve(int node, long request) {
        queues.add(node, request);
        if (serving[node] == IDLE) {
            transmitNext(node);
        }
    }

    private void transmitNext(int node) {
        serving[node] = IDLE;
        while (!queues.isEmpty(node)) {
            long request = queues.remove(node);
            if (transmit(node, request)) {
                serving[node] = request;
                return;
            }
        }
    }

    private boolean transmit(int node, long request) {
        int to = TransmissionQueues.to(request);
        int subject = TransmissionQueues.block(request);
        int attempt = TransmissionQueues.attempt(request);
        int kind = block;
        long bytes = spec.blockBytes();
        if (TransmissionQueues.missingPart(request)) {
            bytes = missingPartBytes(node);
        } else if (useCompactBlocks(node, to)) {
            kind = compactBlock;
            bytes = spec.compactBlockBytes();
        }
        return network.send(node, to, kind, (int) bytes, word(subject, attempt), null, spec.blockProcessingNanos());
    }

    private boolean useCompactBlocks(int oneEnd, int otherEnd) {
        return compactCapable.get(oneEnd) && compactCapable.get(otherEnd);
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

    /**
     * @param request what the dropped transmission served; for a control message its receiver, block and attempt
     */
    private void sendAgainLater(int from, int kind, long request) {
        int to = TransmissionQueues.to(request);
        int subject = TransmissionQueues.block(request);
        int attempt = TransmissionQueues.attempt(request);
        if (attempt < MAX_ATTEMPTS && network.isUp(from)) {
            boolean missingPart = TransmissionQueues.missingPart(request);
            long again = TransmissionQueues.request(to, subject, missingPart, attempt + 1) | (long) kind << 56;
            network.startTimer(from, retransmission, RETRANSMISSION_NANOS << attempt, again);
        } else if (kind == rec || kind == getBlockTxn) {
            lookElsewhere(from, to, subject);
        } else if (kind != inv) {
            lookElsewhere(to, from, subject);
        }
    }

    private void retransmit(int node, long again) {
        int kind = (int) (again >>> 56);
        long request = again & (1L << 56) - 1;
        if (kind == inv || kind == rec || kind == getBlockTxn) {
            int to = TransmissionQueues.to(request);
            sendControl(node, to, kind, TransmissionQueues.block(request), TransmissionQueues.attempt(request));
        } else {
            serve(node, request);
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
            int kind = role == INV ? inv : role == REC ? rec : getBlockTxn;
            sendAgainLater(from, kind, TransmissionQueues.request(to, subject(word), false, attempt(word)));
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
            // The sender may be serving another request: if this is a copy, or it crashed meanwhile.
            if (serving[from] == request(to, from, word)) {
                transmitNext(from);
            }
            if (ledger.has(subject(word), to)) {
                return;
            }
            if (compact && !rebuilds(to)) {
                sendControl(to, from, getBlockTxn, subject(word), 0);
            } else {
                receive(subject(word), to);
            }
        }

        @Override
        public void onDropped(int to, int from, long word, DropReason reason) {
            long request = request(to, from, word);
            sendAgainLater(from, compact ? compactBlock : block, request);
            if (serving[from] == request) { // and not dropped at sending
                transmitNext(from);
            }
        }

        /** The request that a transmission serves: between two that use compact blocks only missing parts are not. */
        private long request(int to, int from, long word) {
            boolean missingPart = !compact && useCompactBlocks(from, to);
            return TransmissionQueues.request(to, subject(word), missingPart, attempt(word));
        }
    }

    @Override
    public void onCrash(int node, boolean durableStateLost) {
        long onItsWay = serving[node];
        serving[node] = IDLE;
        queues.clear(node);
        downloads.clear(node);
        if (durableStateLost) {
            ledger.forget(node);
            tip[node] = BlockLedger.GENESIS;
        }
        for (int i = 0; i < overlay.degree(node); i++) {
            int neighbour = overlay.neighbour(node, i);
            for (int wanted : downloads.blocksFrom(neighbour, node)) {
                // What is on its way may still arrive; if not, the network tells.
                if (onItsWay == IDLE
                        || TransmissionQueues.to(onItsWay) != neighbour
                        || TransmissionQueues.block(onItsWay) != wanted) {
                    lookElsewhere(neighbour, node, wanted);
                }
            }
        }
    }

    @Override
    public void onRestart(int node) {
        for (int i = 0; i < overlay.degree(node); i++) {
            announceTip(node, overlay.neighbour(node, i));
            announceTip(overlay.neighbour(node, i), node);
        }
    }

    private void announceTip(int node, int neighbour) {
        if (tip[node] != BlockLedger.GENESIS && network.isUp(node)) {
            sendControl(node, neighbour, inv, tip[node], 0);
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
