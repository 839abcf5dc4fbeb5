package io.omerta.protocol.peer;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.InMemoryJournal;
import io.omerta.protocol.gossip.ConflictProof;
import io.omerta.protocol.gossip.GossipItem;
import io.omerta.protocol.gossip.ItemType;
import io.omerta.protocol.host.Effects;
import io.omerta.protocol.host.Input;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.Outcome;
import io.omerta.protocol.transaction.ComputeNatives;
import io.omerta.protocol.transaction.ComputePort;
import io.omerta.protocol.transaction.NodeIdentity;
import io.omerta.protocol.transaction.SessionKey;
import io.omerta.protocol.transaction.SessionRefusal;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** One peer of a {@link PeerMesh} with its journal. */
final class PeerNode {
    private final PeerMesh mesh;
    final int index;
    final NodeIdentity identity;
    final InMemoryJournal journal = new InMemoryJournal();
    final Map<SessionKey, Configuration> last = new LinkedHashMap<>();
    final List<GossipItem> learnt = new ArrayList<>();
    final List<ConflictProof> proofs = new ArrayList<>();
    final List<PeerRefusal> refusals = new ArrayList<>();
    final List<SessionRefusal> sessionRefusals = new ArrayList<>();
    final TreeMap<Long, Long> timers = new TreeMap<>();
    private final List<PeerCommand> connections = new ArrayList<>();
    private long timersStarted;

    /** Entries that were ever appended to the journal. */
    int appended;

    private int life;
    Chain chain;
    Peer peer;

    @SuppressWarnings("NullAway.Init")
    PeerNode(PeerMesh mesh, int index, NodeIdentity identity, Chain chain) {
        this.mesh = mesh;
        this.index = index;
        this.identity = identity;
        this.chain = chain;
    }

    void append(Struct body, long timeMillis) {
        chain = chain.append(body, timeMillis, identity.signer(), identity.hasher());
    }

    Peer.Setup setup() {
        return new Peer.Setup(
                identity,
                chain,
                index == PeerMesh.CONSUMER ? mesh.ofConsumer : mesh.transactions,
                new Addresses(),
                new TreeMap<>(Map.of(mesh.peer(PeerMesh.CONSUMER), mesh.funds)),
                new Machines(),
                mesh.limits);
    }

    /** Starts the peer, or restarts it from its journal. */
    void run() {
        life++;
        timers.clear();
        peer = new Peer(setup(), new Watcher());
        take(new Input.Start(journal.readAll()));
        connections.forEach(command -> take(command.toInput()));
    }

    void join(int other) {
        PeerCommand command = new PeerCommand.NeighbourJoined(mesh.peer(other));
        connections.add(command);
        take(command.toInput());
    }

    void take(Input input) {
        peer.on(mesh.nowNanos, input, new Host(life));
        journal.sync();
    }

    void receive(int from, byte[] payload) {
        take(new Input.MessageReceived(from, payload));
    }

    String state(SessionKey key) {
        Configuration configuration = last.get(key);
        return configuration == null ? "" : configuration.state().name();
    }

    long items(ItemType type) {
        return peer.gossip().items().stream()
                .filter(item -> item.type() == type)
                .count();
    }

    private final class Addresses implements AddressBook {
        @Override
        public OptionalInt address(PeerId peer) {
            return mesh.address(peer);
        }

        @Override
        public Optional<PeerId> peer(int address) {
            return mesh.at(address);
        }
    }

    private final class Machines implements ComputePort {
        @Override
        public Optional<Signature> answer(Hash session, ByteString nonce) {
            return Optional.of(mesh.machine().sign(ComputeNatives.statement(session, nonce, mesh.hasher)));
        }

        @Override
        public boolean isConnected(Hash session, PeerId provider) {
            return true;
        }

        @Override
        public boolean confirmsMisuse(Hash session, String classification, Hash evidence) {
            return false;
        }
    }

    private final class Host implements Effects {
        private final int ofLife;

        Host(int ofLife) {
            this.ofLife = ofLife;
        }

        @Override
        public void send(int to, byte[] payload) {
            long delay = to == index ? 0 : mesh.latencyNanos();
            PeerNode recipient = mesh.nodes.get(to);
            mesh.after(delay, () -> {
                if (mesh.delivery != null) {
                    mesh.delivery.before(recipient, index, payload);
                }
                int refusalsBefore = recipient.sessionRefusals.size();
                recipient.receive(index, payload);
                if (mesh.delivery != null) {
                    mesh.delivery.after(recipient, payload, recipient.sessionRefusals.size() > refusalsBefore);
                }
            });
        }

        @Override
        public void startTimer(long timer, long delayNanos) {
            long started = ++timersStarted;
            timers.put(timer, started);
            mesh.after(delayNanos, () -> {
                if (ofLife == life && Objects.equals(timers.get(timer), started)) {
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
            journal.append(entry);
            appended++;
        }

        @Override
        public void emit(String event, byte[] detail) {}
    }

    private final class Watcher implements PeerObserver {
        @Override
        public void stepped(SessionKey session, MachineInput input, Outcome outcome) {
            last.put(session, outcome.next());
        }

        @Override
        public void refused(SessionRefusal reason, String detail) {
            sessionRefusals.add(reason);
        }

        @Override
        public void learnt(GossipItem item) {
            learnt.add(item);
        }

        @Override
        public void proved(ConflictProof proof) {
            proofs.add(proof);
        }

        @Override
        public void refused(PeerRefusal reason, String detail) {
            refusals.add(reason);
        }
    }
}
