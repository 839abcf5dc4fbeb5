package io.omerta.sim.network.host;

import io.omerta.protocol.host.Input;
import io.omerta.protocol.host.Machine;
import io.omerta.protocol.host.MachineFactory;
import io.omerta.protocol.host.Rejection;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.network.Network;
import io.omerta.sim.network.NodeLifecycle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a protocol machine on every node of a network: peers are nodes, time is the node's own clock, messages take the
 * network's links, and faults of the network are faults of the machine. A crash takes the machine and everything that is
 * not durable; a restart gives a fresh machine the journal.
 *
 * <p>The trace covers contents: messages, commands and emitted events carry a hash of theirs.
 */
public final class SimHost {
    private final Network network;
    private final EventKernel kernel;
    private final MachineFactory factory;
    private final SimHostOptions options;
    private final HostListener listener;
    private final HostedNode[] nodes;
    private final long[] rejections = new long[Rejection.values().length];

    private final int messageKind;
    private final int startKind;
    private final int timerKind;
    private final int durabilityKind;
    private final int commandKind;
    private final int commandType;
    private final int emittedType;

    /**
     * @param kind name of the kind of message that carries the machines' payloads, for traces and reports
     */
    public SimHost(
            Network network, String kind, MachineFactory factory, SimHostOptions options, HostListener listener) {
        this.network = network;
        this.kernel = network.kernel();
        this.factory = factory;
        this.options = options;
        this.listener = listener;
        this.nodes = new HostedNode[network.nodes()];
        for (int node = 0; node < nodes.length; node++) {
            nodes[node] = new HostedNode(this, node, options.limits());
        }
        messageKind = network.messageKind(kind, (to, from, hash, sizeBytes, body) -> receive(to, from, body));
        startKind = network.timerKind(kind + ": start", (node, unused) -> nodes[node].start(factory.create(node)));
        timerKind = network.timerKind(kind + ": timer", (node, run) -> nodes[node].timerRanOut(run));
        durabilityKind =
                network.timerKind(kind + ": entry durable", (node, unused) -> nodes[node].oldestEntryIsDurable());
        commandKind = network.timerKind(kind + ": command taken", (node, number) -> nodes[node].takeCommand(number));
        commandType =
                kernel.eventType(kind + ": command", (node, source, hash, b, c, body) -> commandReaches(node, body));
        // Executed only to be in the trace.
        emittedType = kernel.eventType(kind + ": emitted", (node, source, event, detail, c, body) -> {});
        network.addLifecycle(new Lifecycle());
    }

    private final class Lifecycle implements NodeLifecycle {
        @Override
        public void onCrash(int node, boolean durableStateLost) {
            nodes[node].stop();
            if (durableStateLost) {
                nodes[node].loseJournal();
            }
        }

        @Override
        public void onRestart(int node) {
            nodes[node].start(factory.create(node));
        }
    }

    /** Starts the machine of every node, now and in the order of the nodes. Before that they take no input. */
    public void start() {
        for (int node = 0; node < nodes.length; node++) {
            network.startTimer(node, startKind, 0, 0);
        }
    }

    /**
     * Gives a machine a command at a time. At a paused node the command waits; at a node that is down then it is refused.
     *
     * @param timeNanos virtual time, not before now
     */
    public void command(int node, String name, byte[] argument, long timeNanos) {
        if (!isPeer(node)) {
            throw new IllegalArgumentException("command \"" + name + "\" is for node " + node
                    + ", but nodes are numbered 0 to " + (nodes.length - 1));
        }
        long hash = ContentHash.of(name) ^ Long.rotateLeft(ContentHash.of(argument), 1);
        Input.Command command = new Input.Command(name, argument.clone());
        kernel.schedule(timeNanos, source(node), commandType, node, hash, 0, 0, command);
    }

    private void commandReaches(int node, @Nullable Object body) {
        if (nodes[node].machine() == null) {
            reject(node, Rejection.NOT_RUNNING);
        } else if (body instanceof Input.Command command) {
            // As a timer, because those wait while the node is paused and are gone when it crashes.
            network.startTimer(node, commandKind, 0, nodes[node].queueCommand(command));
        }
    }

    private void receive(int to, int from, @Nullable Object body) {
        if (body instanceof byte[] payload) {
            // A copy, because two copies of one message share their body.
            nodes[to].give(new Input.MessageReceived(from, payload.clone()));
        }
    }

    /** The machine that runs at a node, for those who check its state; null if it is down or was stopped. */
    public @Nullable Machine machine(int node) {
        return nodes[node].machine();
    }

    /** Durable entries of a node's journal, oldest first; not to be changed. */
    public List<byte[]> journal(int node) {
        return nodes[node].journal();
    }

    /** How often something was refused for this reason, at all nodes. */
    public long rejections(Rejection rejection) {
        return rejections[rejection.ordinal()];
    }

    void transmit(int from, int to, byte[] payload) {
        int sizeBytes = payload.length + options.headerBytes();
        network.send(from, to, messageKind, sizeBytes, ContentHash.of(payload), payload);
    }

    void reject(int node, Rejection rejection) {
        rejections[rejection.ordinal()]++;
        listener.onRejected(kernel.now(), node, rejection);
    }

    void emit(int node, String event, byte[] detail) {
        kernel.schedule(
                kernel.now(), source(node), emittedType, node, ContentHash.of(event), ContentHash.of(detail), 0, null);
        listener.onEmitted(kernel.now(), node, event, detail);
    }

    long startTimer(int node, long delayNanos, long run) {
        return network.startTimer(node, timerKind, delayNanos, run);
    }

    void cancelTimer(long handle) {
        network.cancelTimer(handle);
    }

    void startDurability(int node) {
        network.startTimer(node, durabilityKind, options.durabilityNanos(), 0);
    }

    boolean journalIsDurableAtOnce() {
        return options.durabilityNanos() == 0;
    }

    boolean keepsJournals() {
        return options.keepsJournals();
    }

    boolean isPeer(int node) {
        return node >= 0 && node < nodes.length;
    }

    long clockNanos(int node) {
        return options.epochNanos() + network.clockNanos(node);
    }

    /** The kernel's number for a node; 0 is the source of control events. */
    private static int source(int node) {
        return node + 1;
    }
}
