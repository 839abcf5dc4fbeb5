package io.omerta.protocol.gossip;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.FIXED;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.HASH;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.PEER_ID;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.TIMESTAMP;

import io.omerta.protocol.chain.BlockHeader;
import io.omerta.protocol.chain.SignedHeader;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.crypto.SimulatedHasher;
import io.omerta.protocol.crypto.SimulatedIdentities;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.machine.SignedBody;
import io.omerta.protocol.transaction.ResultForms;
import io.omerta.protocol.transaction.ShippedTransactions;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Things that peers may tell each other, for tests. Witnesses are the identities from 1 up; a cabal has five. */
final class Facts {
    /** When everything happens, unless a test says otherwise. */
    static final long NOW_MILLIS = 1_000_000_000L;

    static final int WITNESSES = 5;
    static final int QUORUM = 4;
    static final int CONSUMER = 90;
    static final int PROVIDER = 91;

    private static final HashDomain TUPLE = HashDomain.of("omerta.tuple");
    private static final HashDomain STATEMENT = HashDomain.of("omerta.statement");

    /** A form as a transaction would add one: nothing else is needed for its results to spread. */
    private static final ResultForm SETTLEMENT = new ResultForm(
            ItemType.SETTLEMENT_RESULT,
            new TypeDescriptor.StructOf(
                    StructShape.of("SettlementDecision", "session_id", "consumer", "payment", "witnesses"),
                    List.of(HASH, PEER_ID, FIXED, new TypeDescriptor.ListOf(PEER_ID))),
            null,
            new TreeMap<>(),
            new ResultForm.Vote(
                    new TypeDescriptor.StructOf(
                            StructShape.of("SETTLEMENT_VOTE", "witness", "decision_hash", "timestamp"),
                            List.of(PEER_ID, HASH, TIMESTAMP)),
                    "decision_hash",
                    new TreeMap<>()),
            List.of(),
            List.of("session_id", "consumer"),
            new ResultForm.Origin("SETTLEMENT_RESULT", List.of("decision"), List.of("votes")));

    static final List<ResultForm> FORMS = Stream.concat(
                    ResultForms.of(List.of(
                                    ShippedTransactions.ESCROW_LOCK.compile(),
                                    ShippedTransactions.CABAL_ATTESTATION.compile()))
                            .stream(),
                    Stream.of(SETTLEMENT))
            .toList();

    private static final HashDomain NUMBER = HashDomain.of("omerta.test.number");

    final Hasher hasher = new SimulatedHasher();
    final ItemHashes hashes = new ItemHashes(hasher);
    private final SimulatedIdentities identities = new SimulatedIdentities(1);
    private final Verifier truth = identities.verifier();

    /** How many signatures were verified. */
    long verifications;

    final Verifier verifier = (signer, message, signature) -> {
        verifications++;
        return truth.verify(signer, message, signature);
    };
    final ItemRules rules = new ItemRules(FORMS, hasher, verifier);

    private static ResultForm form(ItemType type) {
        return FORMS.stream()
                .filter(form -> form.itemType() == type)
                .findFirst()
                .orElseThrow();
    }

    Signer signer(long identity) {
        return identities.signer(identity);
    }

    PeerId peer(long identity) {
        return signer(identity).peerId();
    }

    /** Any hash, the same for the same number. */
    Hash hash(long number) {
        return hasher.hash(NUMBER, new Value.Int(number));
    }

    Hash identity(GossipItem item) {
        Claim claim = rules.read(item);
        if (claim == null) {
            throw new IllegalArgumentException("unreadable: " + item);
        }
        return claim.identity();
    }

    /** The cabal of five identities in a row. */
    private ValueList cabal(int firstWitness) {
        List<PeerId> witnesses = new ArrayList<>();
        IntStream.range(firstWitness, firstWitness + WITNESSES).forEach(i -> witnesses.add(peer(i)));
        return ValueList.of(witnesses);
    }

    /** Who is no witness signs the decision itself, for the purpose of the form's first party. */
    private GossipItem result(
            ResultForm form, Struct decision, @Nullable Struct lock, long timeMillis, long balance, int[] signers) {
        Hash decided = hasher.hash(TUPLE, ValueList.of(decision));
        TreeMap<PeerId, Endorsement> signatures = new TreeMap<>();
        for (int signer : signers) {
            Endorsement endorsement = signer >= CONSUMER
                    ? party(form, signer, decided)
                    : vote(form, signer, decided, timeMillis, balance);
            signatures.put(peer(signer), endorsement);
        }
        Struct content = lock == null ? decision : Struct.of(form.content().shape(), lock, decision);
        return new GossipItem(
                form.itemType(), CanonicalEncoder.encodeToBytes(content), List.copyOf(signatures.values()));
    }

    private Endorsement party(ResultForm form, int signer, Hash decided) {
        Text purpose = new Text(
                form.parties().isEmpty() ? "nothing" : form.parties().get(0).purpose());
        Hash statement = hasher.hash(STATEMENT, ValueList.of(purpose, decided));
        return new Endorsement(peer(signer), Endorsement.NOTHING, signer(signer).sign(statement));
    }

    private Endorsement vote(ResultForm form, int signer, Hash decided, long timeMillis, long balance) {
        List<Value> values = new ArrayList<>();
        for (String field : form.vote().signed().shape().fields()) {
            values.add(
                    switch (field) {
                        case "witness" -> peer(signer);
                        case "session_id" -> hash(0);
                        case "vote" -> new Value.EnumMember("ACCEPT");
                        case "observed_balance" -> new Value.Int(balance);
                        case "timestamp" -> new Value.Timestamp(timeMillis);
                        default -> decided;
                    });
        }
        Struct statement = Struct.of(form.vote().signed().shape(), values);
        return new Endorsement(
                peer(signer),
                CanonicalEncoder.encodeToBytes(statement),
                signer(signer).sign(hasher.hash(SignedBody.DOMAIN, statement)));
    }

    /** A settlement by the witnesses 1 to 5. */
    GossipItem settlement(int session, long paymentMicros, int... signers) {
        return settlement(session, paymentMicros, 1, NOW_MILLIS, signers);
    }

    GossipItem settlement(int session, long paymentMicros, int firstWitness, long timeMillis, int... signers) {
        Struct decision = Struct.of(
                SETTLEMENT.decision().shape(),
                hash(session),
                peer(CONSUMER),
                new Value.Fixed(paymentMicros),
                cabal(firstWitness));
        return result(SETTLEMENT, decision, null, timeMillis, 0, signers);
    }

    /** A settlement that a quorum signed. */
    GossipItem fact(int session) {
        return settlement(session, 1, 1, 2, 3, 4);
    }

    GossipItem topUp(int session, long previousMicros, long addedMicros, int... signers) {
        Struct lock = lockDecision(hash(CONSUMER), CONSUMER, session, previousMicros, 1);
        Struct decision = Struct.of(
                form(ItemType.TOPUP_RESULT).decision().shape(),
                hash(session),
                hasher.hash(TUPLE, ValueList.of(lock)),
                new Value.Int(previousMicros),
                new Value.Int(addedMicros),
                new Value.Int(previousMicros + addedMicros));
        return result(form(ItemType.TOPUP_RESULT), decision, lock, NOW_MILLIS, 100, signers);
    }

    GossipItem attestation(int session, long seconds, int... signers) {
        Struct lock = lockDecision(hash(CONSUMER), CONSUMER, session, 80, 1);
        Struct decision = Struct.of(
                form(ItemType.ATTESTATION).decision().shape(),
                hash(session),
                hasher.hash(TUPLE, ValueList.of(lock)),
                peer(CONSUMER),
                peer(PROVIDER),
                Value.Bool.TRUE,
                new Value.Int(seconds),
                new Value.Int(80),
                new Value.EnumMember("COMPLETED_NORMAL"));
        return result(form(ItemType.ATTESTATION), decision, lock, NOW_MILLIS, 0, signers);
    }

    private Struct lockDecision(Hash head, int consumer, int session, long micros, int firstWitness) {
        return Struct.of(
                form(ItemType.LOCK_RESULT).decision().shape(),
                hash(session),
                new Value.EnumMember("ACCEPTED"),
                peer(consumer),
                peer(PROVIDER),
                new Value.Int(micros),
                new Value.Int(1_000),
                cabal(firstWitness),
                hash(99),
                new Value.Int(5_000),
                head,
                new Value.Timestamp(NOW_MILLIS + 900_000));
    }

    /** A lock of a balance of 100, which all five witnesses sign, and consumer and provider. */
    GossipItem lockItem(int consumer, int session, long micros, int firstWitness) {
        return lockItem(hash(consumer), consumer, session, micros, firstWitness);
    }

    GossipItem lockItem(Hash head, int consumer, int session, long micros, int firstWitness) {
        int[] signers = IntStream.concat(
                        IntStream.range(firstWitness, firstWitness + WITNESSES), IntStream.of(consumer, PROVIDER))
                .toArray();
        return lockItem(head, consumer, session, micros, firstWitness, 100, signers);
    }

    GossipItem lockItem(
            Hash head, int consumer, int session, long micros, int firstWitness, long balance, int... signers) {
        Struct decision = lockDecision(head, consumer, session, micros, firstWitness);
        return result(form(ItemType.LOCK_RESULT), decision, null, NOW_MILLIS, balance, signers);
    }

    LockItem lock(GossipItem item) {
        LockClaim lock = ((Claim.Result) Objects.requireNonNull(rules.read(item))).lock();
        return new LockItem(
                item,
                Objects.requireNonNull(lock).consumer(),
                Objects.requireNonNull(lock).head());
    }

    /** The proof that a consumer locked 80 of 100 twice. */
    ConflictProof doubleLock(int consumer, int session) {
        return rules.doubleLock(
                        lock(lockItem(consumer, session, 80, 1)),
                        lock(lockItem(consumer, session + 1, 80, 10)),
                        List.of())
                .orElseThrow();
    }

    /** A header that its owner signed; different branches give different blocks at one height. */
    SignedHeader header(int owner, long height, int branch) {
        BlockHeader header =
                new BlockHeader(peer(owner), height, hash(1_000 * branch + height), 1_000 * height, hash(branch));
        return new SignedHeader(header, signer(owner).sign(header.hash(hasher)));
    }

    /** A header of the one chain of an owner who never forks. */
    SignedHeader chainHeader(int owner, long height) {
        Hash previous = height == 0
                ? BlockHeader.NO_BLOCK
                : chainHeader(owner, height - 1).header().hash(hasher);
        BlockHeader header = new BlockHeader(peer(owner), height, previous, 1_000 * height, hash(height));
        return new SignedHeader(header, signer(owner).sign(header.hash(hasher)));
    }
}
