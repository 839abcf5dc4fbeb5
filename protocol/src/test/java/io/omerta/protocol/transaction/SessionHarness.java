package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.PeerHead;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Sha256Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.machine.Instance;
import io.omerta.protocol.machine.PropertySpec;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A consumer (0), a provider (1) and candidates for the cabal, each a {@link SessionHost} on a simulated network. Two hours
 * before the test begins, the provider has recorded everybody's head, and the consumer the provider's. After every event
 * the invariants of every session are evaluated over the honest nodes.
 */
final class SessionHarness {
    static final int CONSUMER = 0;
    static final int PROVIDER = 1;
    static final int FIRST_CANDIDATE = 2;

    /** Enough for three rounds of recruitment, and some who are never drawn. */
    static final int CANDIDATES = 14;

    /** The stranger who is the machine that a session is about. */
    static final int MACHINE = 500;

    /** What the consumer owns when the test begins. */
    static final long FUNDS = 1_000;

    static final long MILLIS_PER_SECOND = 1_000;

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long START_MILLIS = 1_700_000_000_000L;
    private static final long TWO_HOURS_MILLIS = 7_200_000;

    final SimulatedNetwork network;
    final Hasher hasher = new Sha256Hasher();
    final Verifier verifier;
    final List<TestNode> nodes = new ArrayList<>();

    /** Every violation of an invariant, in order. */
    final List<String> violations = new ArrayList<>();

    /** Tries forgeries of what machines take, or null. */
    @Nullable
    Forgeries forgeries;

    /** Hears of every transition of a machine that was there before. */
    @Nullable
    Transcript transcript;

    private final Map<PeerId, Integer> addresses = new TreeMap<>();
    private final Map<PeerId, Long> incomes = new TreeMap<>();
    private final List<TransactionSpec> transactions;
    private final TestKeys keys;
    private int salts;

    /**
     * @param candidates for the cabal
     * @param transactions that all nodes run at first, transaction 00 first
     */
    SessionHarness(long seed, int candidates, List<TransactionSpec> transactions) {
        this(seed, candidates, transactions, TestKeys.simulated(seed), node -> TestNode.EVERYBODY_TRUSTED);
    }

    /** @param trust of each node, by its identity */
    SessionHarness(
            long seed,
            int candidates,
            List<TransactionSpec> transactions,
            TestKeys keys,
            Function<NodeIdentity, ChainTrust> trust) {
        this.network = new SimulatedNetwork(seed, START_MILLIS * NANOS_PER_MILLI);
        this.keys = keys;
        this.verifier = keys.verifier();
        this.transactions = List.copyOf(transactions);
        for (int i = 0; i < FIRST_CANDIDATE + candidates; i++) {
            NodeIdentity identity = identity(i);
            addresses.put(identity.peerId(), i);
            nodes.add(new TestNode(this, i, identity, trust.apply(identity)));
        }
        TestNode provider = nodes.get(PROVIDER);
        long then = START_MILLIS - TWO_HOURS_MILLIS;
        nodes.forEach(node -> node.chain = Chain.begin(then - TWO_HOURS_MILLIS, node.identity.signer(), hasher));
        for (TestNode node : nodes) {
            if (node != provider) {
                provider.record(node.chain, then);
            }
        }
        for (TestNode node : nodes) {
            if (node != provider) {
                node.record(provider.chain, then);
            }
        }
        for (TestNode node : nodes) {
            for (TestNode other : nodes) {
                if (node != other) {
                    node.knowledge.meet(other.chain.head(), then);
                }
            }
            node.knowledge.learnChain(nodes.get(CONSUMER).chain);
            node.run(transactions);
        }
        incomes.put(peer(CONSUMER), FUNDS);
    }

    static SessionHarness of(long seed, TransactionSpec... transactions) {
        return new SessionHarness(seed, CANDIDATES, List.of(transactions));
    }

    private NodeIdentity identity(long number) {
        byte[] secret = ("secret " + number).getBytes(StandardCharsets.UTF_8);
        return new NodeIdentity(keys.signer(number), hasher, verifier, ByteString.of(secret));
    }

    /** An identity that no node has. */
    NodeIdentity stranger(int number) {
        return identity(1_000 + number);
    }

    PeerId peer(int node) {
        return nodes.get(node).identity.peerId();
    }

    int node(Value peer) {
        return addresses.get((PeerId) peer);
    }

    OptionalInt address(PeerId peer) {
        Integer address = addresses.get(peer);
        return address == null ? OptionalInt.empty() : OptionalInt.of(address);
    }

    /** Whom a newcomer may ask: the candidates. */
    List<PeerId> bootstrap() {
        return nodes.stream()
                .skip(FIRST_CANDIDATE)
                .map(node -> node.identity.peerId())
                .toList();
    }

    long income(PeerId peer) {
        return incomes.getOrDefault(peer, 0L);
    }

    void give(PeerId peer, long micros) {
        incomes.put(peer, micros);
    }

    long nowMillis() {
        return network.nowNanos() / NANOS_PER_MILLI;
    }

    /** A salt not used before. */
    ByteString salt() {
        return ByteString.of(new byte[] {(byte) ++salts});
    }

    /** Lets the consumer begin a lock with the provider; the session. */
    Hash lock(long amount) {
        return lock(CONSUMER, PROVIDER, amount);
    }

    Hash lock(int consumer, int provider, long amount) {
        return lock(consumer, provider, amount, 100);
    }

    Hash lock(int consumer, int provider, long amount, long hourlyRate) {
        ByteString salt = salt();
        Hash session = SessionId.of(peer(consumer), salt, hasher);
        trigger(
                consumer,
                new SessionKey("00", session, "Consumer"),
                "initiate_lock",
                salt,
                peer(provider),
                new Value.Int(amount),
                new Value.Int(hourlyRate));
        return session;
    }

    void trigger(int node, SessionKey session, String trigger, Value... arguments) {
        nodes.get(node).take(new SessionCommand.Trigger(session, trigger, List.of(arguments)).toInput());
    }

    /** Lets time pass. */
    void runSeconds(long seconds) {
        runNanos(seconds * MILLIS_PER_SECOND * NANOS_PER_MILLI);
    }

    /** Lets time pass. */
    void runNanos(long nanos) {
        long until = network.nowNanos() + nanos;
        while (network.step(until)) {
            check();
        }
        network.advanceTo(until);
    }

    /** Lets time pass until a condition holds, at most some time. */
    void runUntil(long seconds, BooleanSupplier condition) {
        long until = network.nowNanos() + seconds * MILLIS_PER_SECOND * NANOS_PER_MILLI;
        while (!condition.getAsBoolean()) {
            if (!network.step(until)) {
                throw new AssertionError("the condition did not come about in " + seconds + " s");
            }
            check();
        }
    }

    /** Evaluates the invariants of every session of which a machine took an input. */
    private void check() {
        Set<SessionKey> sessions = new LinkedHashSet<>();
        for (TestNode node : nodes) {
            node.takeChanged().forEach(key -> sessions.add(new SessionKey(key.transaction(), key.session(), "")));
        }
        for (SessionKey session : sessions) {
            for (TransactionSpec transaction : transactions) {
                if (transaction.model().id().equals(session.transaction())) {
                    check(transaction, instances(session));
                }
            }
        }
    }

    /** The honest machines of a session, by role. */
    private Map<String, List<Instance>> instances(SessionKey session) {
        Map<String, List<Instance>> instances = new LinkedHashMap<>();
        for (TestNode node : nodes) {
            node.last.forEach((key, configuration) -> {
                if (node.honest
                        && key.transaction().equals(session.transaction())
                        && key.session().equals(session.session())) {
                    instances
                            .computeIfAbsent(key.role(), role -> new ArrayList<>())
                            .add(new Instance(node.identity.peerId(), configuration));
                }
            });
        }
        return instances;
    }

    private void check(TransactionSpec transaction, Map<String, List<Instance>> instances) {
        for (PropertySpec property : transaction.properties()) {
            if (property.deadlineMillis() == 0
                    && !(property.evaluate(instances, hasher, verifier) instanceof PropertySpec.Verdict.Holds)) {
                violations.add(property.model().name());
            }
        }
    }

    /** The block of a type on a node's chain, the last one; fails if there is none. */
    Struct block(int node, String type) {
        Chain chain = nodes.get(node).host.chain();
        for (long height = chain.height(); height >= 0; height--) {
            Block block = chain.blockAt(height);
            if (block != null && block.type().equals(type)) {
                return block.body();
            }
        }
        throw new AssertionError("node " + node + " has no block " + type);
    }

    long blocks(int node, String type) {
        Chain chain = nodes.get(node).host.chain();
        long count = 0;
        for (long height = 0; height <= chain.height(); height++) {
            Block block = chain.blockAt(height);
            count += block != null && block.type().equals(type) ? 1 : 0;
        }
        return count;
    }

    /** Micro-credits of the consumer that a node holds as a witness. */
    long held(int node) {
        return nodes.get(node).host.held().micros(peer(CONSUMER), session -> true, nowMillis());
    }

    static PeerHead head(Chain chain, long timeMillis) {
        return new PeerHead(chain.checkpoint(), timeMillis);
    }
}
