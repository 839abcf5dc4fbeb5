package io.omerta.protocol.gossip;

import io.omerta.protocol.chain.BlockHeader;
import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.chain.Checkpoint;
import io.omerta.protocol.chain.QuorumCertificate;
import io.omerta.protocol.chain.QuorumCertificate.Endorsement;
import io.omerta.protocol.chain.SignedHeader;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.crypto.SimulatedHasher;
import io.omerta.protocol.crypto.SimulatedIdentities;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.ledger.DoubleLockEvidence;
import io.omerta.protocol.ledger.LockResult;
import io.omerta.protocol.ledger.Reservation;
import io.omerta.protocol.ledger.SettlementTerms;
import io.omerta.protocol.ledger.SignedLock;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Things that peers may tell each other, for tests. Witnesses are the identities from 1 up; a cabal has five. */
final class Facts {
    /** When everything happens, unless a test says otherwise. */
    static final long NOW_MILLIS = 1_000_000_000L;

    static final int WITNESSES = 5;
    static final int QUORUM = 4;
    static final int CONSUMER = 90;
    static final int PROVIDER = 91;

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
    final ItemRules rules = new ItemRules(hasher, verifier);

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
    Cabal cabal(int firstWitness) {
        List<PeerId> witnesses = new ArrayList<>();
        IntStream.range(firstWitness, firstWitness + WITNESSES).forEach(i -> witnesses.add(peer(i)));
        return Cabal.of(witnesses);
    }

    QuorumCertificate certificate(Hash message, int... signers) {
        List<Endorsement> endorsements = new ArrayList<>();
        for (int signer : signers) {
            endorsements.add(new Endorsement(peer(signer), signer(signer).sign(message)));
        }
        return QuorumCertificate.of(endorsements);
    }

    private GossipItem result(ResultForm form, int[] signers, Value... values) {
        Struct content = Struct.of(form.type().shape(), values);
        return form.item(content, certificate(form.message(content, hasher), signers));
    }

    /** A settlement by the witnesses 1 to 5. */
    GossipItem settlement(int session, long paymentMicros, int... signers) {
        return settlement(session, paymentMicros, 1, NOW_MILLIS, signers);
    }

    GossipItem settlement(int session, long paymentMicros, int firstWitness, long timeMillis, int... signers) {
        return result(
                ResultForm.SETTLEMENT,
                signers,
                hash(session),
                peer(CONSUMER),
                peer(PROVIDER),
                hash(-session),
                hash(-session),
                new Value.Fixed(paymentMicros),
                new Value.Fixed(0),
                new Value.Fixed(0),
                cabal(firstWitness).toValue(),
                new Value.Timestamp(timeMillis));
    }

    /** A settlement that a quorum signed. */
    GossipItem fact(int session) {
        return settlement(session, 1, 1, 2, 3, 4);
    }

    GossipItem topUp(int session, long previousMicros, long addedMicros, int... signers) {
        return result(
                ResultForm.TOP_UP,
                signers,
                hash(session),
                peer(CONSUMER),
                hash(-session),
                new Value.Fixed(previousMicros),
                new Value.Fixed(addedMicros),
                cabal(1).toValue(),
                new Value.Timestamp(NOW_MILLIS));
    }

    GossipItem attestation(int session, long sequence, long seconds, int... signers) {
        return result(
                ResultForm.ATTESTATION,
                signers,
                hash(session),
                peer(CONSUMER),
                peer(PROVIDER),
                new Value.Int(sequence),
                Value.Bool.TRUE,
                new Value.Int(seconds),
                new Text("COMPLETED_NORMAL"),
                cabal(1).toValue(),
                new Value.Timestamp(NOW_MILLIS));
    }

    GossipItem check(int trigger, boolean passed, int... signers) {
        return result(
                ResultForm.CHECK,
                signers,
                hash(trigger),
                peer(PROVIDER),
                hash(-trigger),
                passed ? Value.Bool.TRUE : Value.Bool.FALSE,
                new Value.Int(10),
                cabal(1).toValue(),
                new Value.Timestamp(NOW_MILLIS));
    }

    /** A lock of a balance of 100, all five witnesses of which sign. */
    SignedLock lock(int consumer, int session, long micros, int firstWitness) {
        return lock(new Checkpoint(peer(consumer), 7, hash(consumer)), consumer, session, micros, firstWitness);
    }

    SignedLock lock(Checkpoint head, int consumer, int session, long micros, int firstWitness) {
        LockResult result = new LockResult(
                new Reservation(hash(session), peer(consumer), micros, NOW_MILLIS, NOW_MILLIS + 3_600_000),
                peer(PROVIDER),
                cabal(firstWitness),
                new Checkpoint(peer(PROVIDER), 9, hash(99)),
                head,
                100,
                new SettlementTerms(1_000, 5_000, 10_000));
        Hash message = result.hash(hasher);
        int[] witnesses =
                IntStream.range(firstWitness, firstWitness + WITNESSES).toArray();
        return new SignedLock(
                result, certificate(message, witnesses), signer(consumer).sign(message));
    }

    GossipItem lockItem(int consumer, int session, long micros, int firstWitness) {
        return ItemRules.lock(lock(consumer, session, micros, firstWitness));
    }

    /** The proof that a consumer locked 80 of 100 twice. */
    ConflictProof doubleLock(int consumer, int session) {
        return new ConflictProof.DoubleLock(DoubleLockEvidence.between(
                        lock(consumer, session, 80, 1),
                        lock(consumer, session + 1, 80, 10),
                        List.of(),
                        hasher,
                        verifier)
                .orElseThrow());
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
