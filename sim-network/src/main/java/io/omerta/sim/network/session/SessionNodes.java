package io.omerta.sim.network.session;

import io.omerta.protocol.host.Machine;
import io.omerta.protocol.host.MachineFactory;
import io.omerta.protocol.transaction.ComputeNatives;
import io.omerta.protocol.transaction.EscrowNatives;
import io.omerta.protocol.transaction.NativeLibrary;
import io.omerta.protocol.transaction.NodeIdentity;
import io.omerta.protocol.transaction.PeerKnowledge;
import io.omerta.protocol.transaction.Programs;
import io.omerta.protocol.transaction.SessionHost;
import io.omerta.protocol.transaction.SessionLimits;
import io.omerta.protocol.transaction.SessionObserver;
import io.omerta.protocol.transaction.ShippedTransactions;
import io.omerta.protocol.wire.PeerId;
import io.omerta.sim.network.session.behaviour.Behaviour;
import io.omerta.sim.network.session.behaviour.NodeParts;
import io.omerta.sim.network.workload.SessionProtocol;
import java.util.function.UnaryOperator;

/** Builds what runs on each node: the one place that knows what a node is made of. */
final class SessionNodes implements MachineFactory {
    private static final SessionLimits LIMITS = SessionLimits.DEFAULT;

    /** Chains that all nodes together remember: the witnesses of a session read the same two. */
    private static final int SEGMENTS_MAX = 256;

    private final SessionPopulation population;
    private final Programs programs;
    private final SessionWatch watch;
    private final PeerKnowledge knowledge;
    private final AgeTrust trust = new AgeTrust();

    /** Of transaction 00; shared, because it keeps nothing of the node that calls. */
    private final NativeLibrary escrow;

    SessionNodes(SessionPopulation population, SessionProtocol protocol, SessionWatch watch) {
        this.population = population;
        this.programs = Programs.of(
                protocol.transactions(),
                population.identities().hasher(),
                population.identities().verifier(),
                SEGMENTS_MAX);
        this.watch = watch;
        this.knowledge = new ScenarioKnowledge(population);
        this.escrow = EscrowNatives.library(
                ShippedTransactions.ESCROW_LOCK.among(protocol.known()),
                ShippedTransactions.SETTLEMENT.among(protocol.known()),
                population.identity(0),
                knowledge,
                population::incomeMicros,
                LIMITS);
    }

    @Override
    public Machine create(int self) {
        Behaviour behaviour = population.behaviour(self);
        return behaviour == null
                ? new HonestNode(self, () -> host(self, UnaryOperator.identity(), watch.of(self)), watch)
                : new LazyMachine(() -> behaviour.machine(new Parts(self)));
    }

    private SessionHost host(int node, UnaryOperator<NativeLibrary> senses, SessionObserver observer) {
        NodeIdentity identity = population.identity(node);
        NativeLibrary natives = ComputeNatives.added(escrow, new ProviderMachines(population.machineOf(node)));
        return new SessionHost(
                new SessionHost.Setup(
                        identity,
                        population.chain(node),
                        programs,
                        population::address,
                        knowledge,
                        trust,
                        senses.apply(natives),
                        LIMITS),
                observer);
    }

    private final class Parts implements NodeParts {
        private final int node;

        Parts(int node) {
            this.node = node;
        }

        @Override
        public PeerId peer() {
            return population.peer(node);
        }

        @Override
        public Machine observed(UnaryOperator<NativeLibrary> senses) {
            return host(node, senses, watch.of(node));
        }

        @Override
        public Machine unobserved(UnaryOperator<NativeLibrary> senses) {
            return host(node, senses, SessionObserver.none());
        }
    }
}
