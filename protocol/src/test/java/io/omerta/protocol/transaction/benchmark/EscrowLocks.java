package io.omerta.protocol.transaction.benchmark;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.PeerHead;
import io.omerta.protocol.chain.PeerView;
import io.omerta.protocol.chain.PeerViews;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.SimulatedHasher;
import io.omerta.protocol.crypto.SimulatedIdentities;
import io.omerta.protocol.host.Effects;
import io.omerta.protocol.host.Input;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.transaction.ChainTrust;
import io.omerta.protocol.transaction.EscrowNatives;
import io.omerta.protocol.transaction.NodeIdentity;
import io.omerta.protocol.transaction.PeerKnowledge;
import io.omerta.protocol.transaction.Programs;
import io.omerta.protocol.transaction.SessionCommand;
import io.omerta.protocol.transaction.SessionHost;
import io.omerta.protocol.transaction.SessionId;
import io.omerta.protocol.transaction.SessionKey;
import io.omerta.protocol.transaction.SessionLimits;
import io.omerta.protocol.transaction.SessionObserver;
import io.omerta.protocol.transaction.ShippedTransactions;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Value;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.TreeMap;

/**
 * Locks of escrow between the session hosts of a consumer (0), a provider (1) and candidates for the cabal. Messages travel
 * as bytes, first in first out, without delay or loss; journals are written and forgotten; no time passes, so that no timer
 * fires. Every lock is the first of its nodes, which begin it with the same chains.
 */
final class EscrowLocks {
    /** Messages of one lock, from the intent to the last final. */
    static final int MESSAGES = 70;

    static final int CONSUMER = 0;
    static final int PROVIDER = 1;

    private static final int NODES = 16;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long START_MILLIS = 1_700_000_000_000L;
    private static final long NOW_NANOS = START_MILLIS * 1_000_000;
    private static final long FUNDS_MICROS = 1_000;

    private record Letter(int from, int to, byte[] payload) {}

    private final TransactionSpec escrow = ShippedTransactions.ESCROW_LOCK.compile();
    private final TransactionSpec settlement = ShippedTransactions.SETTLEMENT.compile();
    private final Hasher hasher = new SimulatedHasher();
    private final SimulatedIdentities simulated = new SimulatedIdentities(1);
    private final List<NodeIdentity> identities = new ArrayList<>();
    private final Map<PeerId, Integer> addresses = new TreeMap<>();
    private final List<Chain> chains = new ArrayList<>();
    private final List<Knowledge> knowledge = new ArrayList<>();
    private final List<SessionHost> hosts = new ArrayList<>();
    private final Queue<Letter> network = new ArrayDeque<>();
    private long salts;
    private SessionKey consumer;
    private long journalBytes;

    EscrowLocks() {
        for (int node = 0; node < NODES; node++) {
            ByteString secret = ByteString.of(new byte[] {(byte) node});
            identities.add(new NodeIdentity(simulated.signer(node), hasher, simulated.verifier(), secret));
            addresses.put(peer(node), node);
            chains.add(Chain.begin(
                    START_MILLIS - 4 * HOUR_MILLIS, identities.get(node).signer(), hasher));
        }
        for (int node = 0; node < NODES; node++) {
            record(PROVIDER, node);
        }
        for (int node = 0; node < NODES; node++) {
            record(node, PROVIDER);
        }
        for (int node = 0; node < NODES; node++) {
            knowledge.add(new Knowledge(node));
        }
        consumer = key();
    }

    private PeerId peer(int node) {
        return identities.get(node).peerId();
    }

    /** Records the head of another's chain on a node's. */
    private void record(int node, int of) {
        if (node != of) {
            long timeMillis = START_MILLIS - 2 * HOUR_MILLIS;
            PeerHead head = new PeerHead(chains.get(of).checkpoint(), timeMillis);
            chains.set(
                    node,
                    chains.get(node)
                            .append(
                                    head.toBody(),
                                    timeMillis,
                                    identities.get(node).signer(),
                                    hasher));
        }
    }

    private SessionKey key() {
        return new SessionKey("00", SessionId.of(peer(CONSUMER), salt(), hasher), "Consumer");
    }

    private ByteString salt() {
        return ByteString.of(ByteBuffer.allocate(Long.BYTES).putLong(salts).array());
    }

    /** Starts all nodes anew, for another session. */
    void prepare() {
        hosts.clear();
        salts++;
        consumer = key();
        for (int node = 0; node < NODES; node++) {
            SessionHost host = new SessionHost(setup(node), SessionObserver.none());
            host.on(NOW_NANOS, new Input.Start(List.of()), new HostEffects(node));
            hosts.add(host);
        }
    }

    private SessionHost.Setup setup(int node) {
        NodeIdentity identity = identities.get(node);
        Knowledge known = knowledge.get(node);
        return new SessionHost.Setup(
                identity,
                chains.get(node),
                Programs.of(List.of(escrow), identity),
                peer -> OptionalInt.of(addresses.get(peer)),
                known,
                new EvenTrust(),
                EscrowNatives.library(escrow, settlement, identity, known, peer -> FUNDS_MICROS, SessionLimits.DEFAULT),
                SessionLimits.DEFAULT);
    }

    /** Runs the session that was prepared. How many messages were delivered. */
    int run() {
        SessionCommand.Trigger lock = new SessionCommand.Trigger(
                consumer, "initiate_lock", List.of(salt(), peer(PROVIDER), new Value.Int(300), new Value.Int(100)));
        take(CONSUMER, lock.toInput());
        int delivered = 0;
        for (Letter letter = network.poll(); letter != null; letter = network.poll()) {
            take(letter.to(), new Input.MessageReceived(letter.from(), letter.payload()));
            delivered++;
        }
        return delivered;
    }

    private void take(int node, Input input) {
        hosts.get(node).on(NOW_NANOS, input, new HostEffects(node));
    }

    /** The state of a node in the session, or an empty text if it has none. */
    String state(int node, String role) {
        Configuration configuration =
                hosts.get(node).configuration(new SessionKey(consumer.transaction(), consumer.session(), role));
        return configuration == null ? "" : configuration.state().name();
    }

    /** How many candidates hold funds for the session. */
    long witnesses() {
        return hosts.stream()
                .filter(host -> host != hosts.get(CONSUMER)) // which has set the same funds aside for itself
                .filter(host -> host.held().micros(peer(CONSUMER), session -> true, START_MILLIS) > 0)
                .count();
    }

    long journalBytes() {
        return journalBytes;
    }

    private final class HostEffects implements Effects {
        private final int node;

        HostEffects(int node) {
            this.node = node;
        }

        @Override
        public void send(int to, byte[] payload) {
            network.add(new Letter(node, to, payload));
        }

        @Override
        public void startTimer(long timer, long delayNanos) {}

        @Override
        public void cancelTimer(long timer) {}

        @Override
        public void append(byte[] entry) {
            journalBytes += entry.length;
        }

        @Override
        public void emit(String event, byte[] detail) {}
    }

    /** A node knows everybody's head and the consumer's chain. */
    private final class Knowledge implements PeerKnowledge {
        private final PeerViews views;

        Knowledge(int node) {
            views = new PeerViews(NODES, hasher, simulated.verifier());
            for (int other = 0; other < NODES; other++) {
                if (other != node) {
                    views.observe(chains.get(other).head().signedHeader(hasher), START_MILLIS - HOUR_MILLIS);
                }
            }
        }

        @Override
        public Optional<PeerView> view(PeerId peer) {
            return views.view(peer);
        }

        @Override
        public OptionalLong balanceMicros(PeerId peer) {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong trustMilli(PeerId peer) {
            return OptionalLong.empty();
        }

        @Override
        public Optional<ChainSegment> chainUpTo(PeerId owner, Hash head) {
            Chain chain = chains.get(CONSUMER);
            return Optional.of(chain.page(chain.firstHeight(), chain.height()))
                    .filter(segment -> owner.equals(peer(CONSUMER))
                            && head.equals(chain.checkpoint().hash()));
        }
    }

    private static final class EvenTrust implements ChainTrust {
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
