package io.omerta.protocol.peer;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.PeerHead;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Sha256Hasher;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.crypto.SimulatedIdentities;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.transaction.NodeIdentity;
import io.omerta.protocol.transaction.SessionCommand;
import io.omerta.protocol.transaction.SessionId;
import io.omerta.protocol.transaction.SessionKey;
import io.omerta.protocol.transaction.ShippedTransactions;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whole peers on a simulated network. A consumer (0) and two providers (1 and 2); each provider has known candidates of its
 * own for two hours, so that the cabals of the two have no witness in common. Messages take 20 to 60 ms.
 */
final class PeerMesh {
    static final int CONSUMER = 0;
    static final int PROVIDER = 1;
    static final int OTHER_PROVIDER = 2;
    static final int CANDIDATES = 12;
    static final int SIZE = 3 + 2 * CANDIDATES;
    static final long FUNDS = 1_000;

    /** For days of simulated time: keepalives and comparisons each half hour, and no records of heads. */
    static final PeerLimits QUIET = every(1_800_000, 0);

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long START_MILLIS = 1_700_000_000_000L;
    private static final long TWO_HOURS_MILLIS = 7_200_000;

    private record Event(long atNanos, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(atNanos, other.atNanos);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    final Hasher hasher = new Sha256Hasher();
    final SimulatedIdentities identities;
    final List<PeerNode> nodes = new ArrayList<>();
    final List<TransactionSpec> transactions = List.of(
            ShippedTransactions.ESCROW_LOCK.compile(),
            ShippedTransactions.CABAL_ATTESTATION.compile(),
            ShippedTransactions.SETTLEMENT.compile());

    /** What the consumer's machines are made of. */
    final List<TransactionSpec> ofConsumer;

    /** What the consumer was given. */
    final long funds;

    PeerLimits limits;
    private final TreeMap<PeerId, Integer> addresses = new TreeMap<>();
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final SplittableRandom random;
    private long orders;
    private int salts;
    long nowNanos = START_MILLIS * NANOS_PER_MILLI;

    /** Sees every frame before and after it is delivered. */
    interface Delivery {
        void before(PeerNode to, int from, byte[] frame);

        void after(PeerNode to, byte[] frame, boolean refused);
    }

    @Nullable
    Delivery delivery;

    PeerMesh(long seed, PeerLimits limits, int blocksOfConsumer) {
        this(seed, limits, blocksOfConsumer, verifier -> verifier);
    }

    PeerMesh(long seed, PeerLimits limits, int blocksOfConsumer, UnaryOperator<Verifier> verification) {
        this(seed, limits, blocksOfConsumer, verification, ShippedTransactions.ESCROW_LOCK.compile(), FUNDS);
    }

    /**
     * @param escrowOfConsumer what its locks are made of
     * @param funds that the consumer was given
     */
    PeerMesh(
            long seed,
            PeerLimits limits,
            int blocksOfConsumer,
            UnaryOperator<Verifier> verification,
            TransactionSpec escrowOfConsumer,
            long funds) {
        this.random = new SplittableRandom(seed);
        this.funds = funds;
        this.ofConsumer = new ArrayList<>(transactions);
        ofConsumer.set(0, escrowOfConsumer);
        this.limits = limits;
        this.identities = new SimulatedIdentities(seed);
        Verifier verifier = verification.apply(identities.verifier());
        long then = START_MILLIS - TWO_HOURS_MILLIS;
        for (int i = 0; i < SIZE; i++) {
            byte[] secret = ("secret " + i).getBytes(StandardCharsets.UTF_8);
            NodeIdentity identity = new NodeIdentity(identities.signer(i), hasher, verifier, ByteString.of(secret));
            addresses.put(identity.peerId(), i);
            Chain chain = Chain.begin(then - TWO_HOURS_MILLIS, identity.signer(), hasher);
            nodes.add(new PeerNode(this, i, identity, chain));
        }
        for (int i = 0; i < blocksOfConsumer; i++) {
            nodes.get(CONSUMER).append(note(i), then);
        }
        for (int provider : List.of(PROVIDER, OTHER_PROVIDER)) {
            for (int candidate = 0; candidate < CANDIDATES; candidate++) {
                nodes.get(provider).append(head(candidate(provider, candidate), then), then);
            }
        }
        for (PeerNode node : nodes) {
            for (int provider : List.of(PROVIDER, OTHER_PROVIDER)) {
                if (node.index != provider) {
                    node.append(head(provider, then), then);
                }
            }
        }
        nodes.forEach(PeerNode::run);
        for (int i = 0; i < SIZE; i++) {
            for (int step : List.of(1, 5)) {
                connect(i, (i + step) % SIZE);
            }
        }
    }

    /** The usual limits, with so long between two keepalives, and between two comparisons. */
    static PeerLimits every(long millis) {
        return every(millis, PeerLimits.DEFAULT.headsPerHour());
    }

    private static PeerLimits every(long millis, int headsPerHour) {
        PeerLimits limits = PeerLimits.DEFAULT;
        return new PeerLimits(
                limits.sessions(),
                limits.gossip(),
                millis,
                millis,
                limits.requestMillis(),
                limits.headMillis(),
                headsPerHour,
                limits.peersMax(),
                limits.chainsMax(),
                limits.chainBytesMax(),
                limits.fetchesMax());
    }

    static int candidate(int provider, int number) {
        return 3 + (provider - PROVIDER) * CANDIDATES + number;
    }

    /** A block of about a kilobyte that means nothing. */
    static Struct note(int number) {
        return Struct.of(
                StructShape.of("NOTE", "number", "text"), new Value.Int(number), ByteString.of(new byte[1_000]));
    }

    private Struct head(int node, long timeMillis) {
        return new PeerHead(nodes.get(node).chain.checkpoint(), timeMillis).toBody();
    }

    void connect(int one, int other) {
        nodes.get(one).join(other);
        nodes.get(other).join(one);
    }

    PeerId peer(int node) {
        return nodes.get(node).identity.peerId();
    }

    OptionalInt address(PeerId peer) {
        Integer address = addresses.get(peer);
        return address == null ? OptionalInt.empty() : OptionalInt.of(address);
    }

    /** What the sessions are about. */
    Signer machine() {
        return identities.signer(500);
    }

    Optional<PeerId> at(int address) {
        return address >= 0 && address < SIZE ? Optional.of(peer(address)) : Optional.empty();
    }

    void after(long delayNanos, Runnable action) {
        events.add(new Event(nowNanos + delayNanos, orders++, action));
    }

    long latencyNanos() {
        return random.nextLong(20, 60) * NANOS_PER_MILLI;
    }

    boolean step(long untilNanos) {
        Event next = events.peek();
        if (next == null || next.atNanos() > untilNanos) {
            return false;
        }
        events.remove();
        nowNanos = next.atNanos();
        next.action().run();
        return true;
    }

    void runSeconds(long seconds) {
        long until = nowNanos + seconds * 1_000 * NANOS_PER_MILLI;
        while (step(until)) {
            // until then
        }
        nowNanos = until;
    }

    void runUntil(long seconds, BooleanSupplier condition) {
        long until = nowNanos + seconds * 1_000 * NANOS_PER_MILLI;
        while (!condition.getAsBoolean()) {
            if (!step(until)) {
                throw new AssertionError("the condition did not come about in " + seconds + " s");
            }
        }
    }

    /** Lets the consumer begin a lock; the session. */
    Hash lock(int provider, long amount) {
        return lock(provider, amount, 100);
    }

    Hash lock(int provider, long amount, long hourlyRate) {
        ByteString salt = ByteString.of(new byte[] {(byte) ++salts});
        Hash session = SessionId.of(peer(CONSUMER), salt, hasher);
        nodes.get(CONSUMER)
                .take(new SessionCommand.Trigger(
                                new SessionKey("00", session, "Consumer"),
                                "initiate_lock",
                                List.of(salt, peer(provider), new Value.Int(amount), new Value.Int(hourlyRate)))
                        .toInput());
        return session;
    }

    void trigger(int node, SessionKey session, String trigger, Value... arguments) {
        nodes.get(node).take(new SessionCommand.Trigger(session, trigger, List.of(arguments)).toInput());
    }

    String state(int node, Hash session, String role) {
        return nodes.get(node).state(new SessionKey("00", session, role));
    }
}
