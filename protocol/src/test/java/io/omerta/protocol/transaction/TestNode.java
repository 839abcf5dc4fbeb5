package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.FinalityCheckpoint;
import io.omerta.protocol.gossip.ConflictProof;
import io.omerta.protocol.host.Effects;
import io.omerta.protocol.host.Input;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.MachineSpec;
import io.omerta.protocol.machine.Outcome;
import io.omerta.protocol.machine.Surroundings;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A node of a test: a session host with a journal, on the harness's network and clock. */
final class TestNode {
    private static final TransactionSpec SETTLEMENT = ShippedTransactions.SETTLEMENT.compile();

    static final ChainTrust EVERYBODY_TRUSTED = new ChainTrust() {
        @Override
        public long ownerMilli(List<Block> blocks) {
            return 2_000;
        }

        @Override
        public long peerMilli(List<Block> blocks, PeerId peer) {
            return 1_500;
        }
    };

    final int index;
    final NodeIdentity identity;
    final TestPeerKnowledge knowledge;

    final TestCompute compute;

    /** The beacons that it follows. */
    final TestBeacons beacons = new TestBeacons();

    /** Proofs that its sessions handed over. */
    final List<ConflictProof> conflicts = new ArrayList<>();

    final List<Discrepancy> discrepancies = new ArrayList<>();

    /** What its chain was pruned by. */
    Optional<FinalityCheckpoint> finality = Optional.empty();

    /** Whether its machines count in invariants. */
    boolean honest = true;

    /** The chain before the first input. */
    Chain chain;

    SessionHost host;

    /** The last configuration of each machine, ended ones included. */
    final Map<SessionKey, Configuration> last = new LinkedHashMap<>();

    final List<MachineEffect.Faulted> faults = new ArrayList<>();
    final List<MachineEffect.Dropped> drops = new ArrayList<>();
    final List<SessionRefusal> refusals = new ArrayList<>();

    /** The entry of the journal at which the node crashes and restarts, once; none if negative. */
    int crashAtEntry = -1;

    /** Whether that entry is durable. */
    boolean crashIsLucky;

    private boolean crashed;
    private final SessionHarness harness;
    private final ChainTrust trust;
    private final List<byte[]> journal = new ArrayList<>();
    private final TreeMap<Long, Long> timers = new TreeMap<>();
    private long timersStarted;
    private final Set<SessionKey> changed = new LinkedHashSet<>();
    private List<TransactionSpec> running = List.of();

    @SuppressWarnings("NullAway.Init")
    TestNode(SessionHarness harness, int index, NodeIdentity identity, ChainTrust trust) {
        this.trust = trust;
        this.harness = harness;
        this.index = index;
        this.identity = identity;
        this.knowledge = new TestPeerKnowledge(identity);
        this.compute = new TestCompute(harness.stranger(SessionHarness.MACHINE));
    }

    /** Records another's head on the chain that the node begins with. */
    void record(Chain other, long timeMillis) {
        chain = chain.append(
                SessionHarness.head(other, timeMillis).toBody(), timeMillis, identity.signer(), identity.hasher());
    }

    /** Starts the node, or restarts it from its journal. */
    void run(List<TransactionSpec> transactions) {
        timers.clear();
        running = transactions;
        host = new SessionHost(
                new SessionHost.Setup(
                        identity,
                        chain,
                        Programs.of(transactions, identity),
                        harness::address,
                        knowledge,
                        trust,
                        natives(transactions),
                        SessionLimits.DEFAULT),
                new Observer());
        host.on(harness.network.nowNanos(), new Input.Start(journal), new HostEffects());
    }

    void restart() {
        run(running);
    }

    private NativeLibrary natives(List<TransactionSpec> transactions) {
        TransactionSpec escrow = transactions.get(0);
        NativeLibrary library = ComputeNatives.added(
                EscrowNatives.library(escrow, SETTLEMENT, identity, knowledge, harness::income, SessionLimits.DEFAULT),
                compute);
        EvidenceSink evidence = new Evidence();
        library = QueryNatives.added(
                RequestRates.added(library),
                escrow,
                SETTLEMENT,
                identity,
                SessionLimits.DEFAULT,
                new QueryNatives.Ports(
                        knowledge, knowledge, new TestTrust(), harness::income, evidence, harness.bootstrap()));
        library = AuditNatives.added(
                library,
                escrow,
                SETTLEMENT,
                identity,
                new AuditNatives.Ports(knowledge, new TestTrust(), () -> finality, evidence));
        library = BeaconNatives.added(library, beacons);
        for (TransactionSpec transaction : transactions) {
            if (transaction.model().id().equals(ShippedTransactions.HEALTH_CHECK.id())) {
                library = HealthNatives.added(library, transaction, identity);
            }
        }
        return library;
    }

    private final class Evidence implements EvidenceSink {
        @Override
        public void conflict(ConflictProof proof) {
            conflicts.add(proof);
        }

        @Override
        public void discrepancy(Discrepancy discrepancy) {
            discrepancies.add(discrepancy);
        }
    }

    MachineSpec machine(SessionKey key) {
        return program(key).machine(key.role());
    }

    private TransactionSpec program(SessionKey key) {
        return running.stream()
                .filter(transaction -> transaction.model().id().equals(key.transaction()))
                .findFirst()
                .orElseThrow();
    }

    /** What a machine of this node may ask, apart from what its session has drawn. */
    Surroundings surroundings(SessionKey key) {
        Program program = new Program(program(key), identity.hasher(), identity.verifier());
        NodeSurroundings.Shared shared = new NodeSurroundings.Shared(
                identity,
                new OwnChain(host.chain(), identity.signer(), identity.hasher()),
                knowledge,
                natives(running),
                new SegmentReader(identity.hasher(), identity.verifier(), Programs.SEGMENTS_OF_ONE_NODE),
                new ChainStates(trust),
                SessionLimits.DEFAULT);
        return new NodeSurroundings(
                shared,
                new Session(key, Objects.requireNonNull(program.part(key.role())), identity.peerId(), identity),
                new Turn(harness.network.nowNanos(), Answers.live()));
    }

    /** Runs other programs under the same identity, with nothing of what was before. */
    void become(List<TransactionSpec> transactions) {
        journal.clear();
        last.clear();
        run(transactions);
    }

    /** Adversaries do not count in invariants. */
    void turnBad(TransactionSpec... transactions) {
        honest = false;
        become(List.of(transactions));
    }

    void take(Input input) {
        host.on(harness.network.nowNanos(), input, new HostEffects());
        if (crashed) {
            crashed = false;
            last.clear();
            restart();
        }
    }

    /** Entries of the journal. */
    int entries() {
        return journal.size();
    }

    /** The machines that took an input since this was asked last. */
    Set<SessionKey> takeChanged() {
        Set<SessionKey> taken = new LinkedHashSet<>(changed);
        changed.clear();
        return taken;
    }

    /** The state of a machine, or an empty text if there was none. */
    String state(SessionKey key) {
        Configuration configuration = last.get(key);
        return configuration == null ? "" : configuration.state().name();
    }

    private final class HostEffects implements Effects {
        @Override
        public void send(int to, byte[] payload) {
            if (crashed) {
                return;
            }
            Packet packet = new Packet(index, to, payload);
            TestNode recipient = harness.nodes.get(to);
            harness.network.send(packet, () -> recipient.take(new Input.MessageReceived(index, payload)));
        }

        @Override
        public void startTimer(long timer, long delayNanos) {
            if (crashed) {
                return;
            }
            long started = ++timersStarted;
            timers.put(timer, started);
            harness.network.after(delayNanos, () -> {
                if (Objects.equals(timers.get(timer), started)) {
                    timers.remove(timer);
                    take(new Input.TimerFired(timer));
                }
            });
        }

        @Override
        public void cancelTimer(long timer) {
            timers.remove(timer);
        }

        @Override
        public void append(byte[] entry) {
            if (journal.size() == crashAtEntry) {
                crashAtEntry = -1;
                crashed = true;
                if (!crashIsLucky) {
                    return;
                }
            }
            journal.add(entry);
        }

        @Override
        public void emit(String event, byte[] detail) {}
    }

    private final class Observer implements SessionObserver {
        @Override
        public void stepped(SessionKey session, MachineInput input, Outcome outcome) {
            Configuration before = last.put(session, outcome.next());
            if (harness.transcript != null) {
                harness.transcript.stepped(session, outcome);
            }
            if (harness.forgeries != null && before != null) {
                harness.forgeries.stepped(TestNode.this, session, before, input, outcome);
            }
            changed.add(session);
            for (MachineEffect effect : outcome.effects()) {
                if (effect instanceof MachineEffect.Faulted faulted) {
                    faults.add(faulted);
                } else if (effect instanceof MachineEffect.Dropped dropped) {
                    drops.add(dropped);
                }
            }
        }

        @Override
        public void refused(SessionRefusal reason, String detail) {
            refusals.add(reason);
        }
    }

    /** Everybody is well trusted. */
    static final class TestTrust implements ChainTrust {
        @Override
        public long ownerMilli(List<Block> blocks) {
            return 2_000;
        }

        @Override
        public long peerMilli(List<Block> blocks, PeerId peer) {
            return 1_500;
        }
    }
}
