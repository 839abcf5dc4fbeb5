package io.omerta.protocol.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.Checkpoint;
import io.omerta.protocol.chain.Neighbours;
import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.chain.QuorumCertificate;
import io.omerta.protocol.chain.QuorumCertificate.Endorsement;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DoubleLockEvidenceTest {
    private static final int CONSUMER = 20;

    private final Neighbours neighbours = new Neighbours();
    private final PeerId provider = neighbours.peer(30);
    private final Chain chain = neighbours.chain(CONSUMER, 3, 0);
    private final Chain grown = neighbours.grown(chain, CONSUMER, 2, 50);

    private SignedLock lock(Checkpoint head, int session, long micros, int firstWitness) {
        return lock(head, neighbours.hash(session), micros, firstWitness, 0, 100);
    }

    /** A lock of a balance of 100, witnessed and signed by five identities in a row. */
    private SignedLock lock(Checkpoint head, Hash session, long micros, int firstWitness, long from, long until) {
        List<PeerId> witnesses = new ArrayList<>();
        for (int i = firstWitness; i < firstWitness + 5; i++) {
            witnesses.add(neighbours.peer(i));
        }
        LockResult result = new LockResult(
                new Reservation(session, head.owner(), micros, from, until),
                provider,
                Cabal.of(witnesses),
                new Checkpoint(provider, 9, neighbours.hash(99)),
                head,
                100,
                new SettlementTerms(1_000, 5_000, 10_000));
        Hash hash = result.hash(neighbours.hasher);
        List<Endorsement> endorsements = new ArrayList<>();
        for (int i = firstWitness; i < firstWitness + 5; i++) {
            endorsements.add(
                    new Endorsement(neighbours.peer(i), neighbours.signer(i).sign(hash)));
        }
        return new SignedLock(
                result,
                QuorumCertificate.of(endorsements),
                neighbours.signer(CONSUMER).sign(hash));
    }

    private Optional<DoubleLockEvidence> evidence(SignedLock one, SignedLock other, List<Block> between) {
        return DoubleLockEvidence.between(one, other, between, neighbours.hasher, neighbours.verifier);
    }

    private boolean isProof(DoubleLockEvidence evidence) {
        return evidence.isProof(neighbours.hasher, neighbours.verifier);
    }

    @Test
    void twoLocksThatExceedOneBalanceAreAProofToAStranger() {
        DoubleLockEvidence evidence = evidence(
                        lock(chain.checkpoint(), 1, 80, 1), lock(chain.checkpoint(), 2, 80, 1), List.of())
                .orElseThrow();
        byte[] bytes = DoubleLockEvidence.CODEC.encode(evidence);
        assertTrue(isProof(Neighbours.read(DoubleLockEvidence.CODEC, bytes)));
    }

    @Test
    void oneDoubleLockGivesOneEvidence() {
        SignedLock one = lock(chain.checkpoint(), 1, 80, 1);
        SignedLock other = lock(chain.checkpoint(), 2, 80, 1);
        assertEquals(evidence(one, other, List.of()), evidence(other, one, List.of()));
        DoubleLockEvidence evidence = evidence(one, other, List.of()).orElseThrow();
        assertFalse(isProof(new DoubleLockEvidence(evidence.second(), evidence.first(), List.of())));
    }

    @Test
    void locksThatTheBalanceCoversAreNoEvidence() {
        SignedLock one = lock(chain.checkpoint(), 1, 50, 1);
        assertTrue(evidence(one, lock(chain.checkpoint(), 2, 50, 1), List.of()).isEmpty());
        assertTrue(evidence(one, lock(chain.checkpoint(), 2, 51, 1), List.of()).isPresent());
    }

    @Test
    void locksOneAfterTheOtherAreNoEvidence() {
        SignedLock one = lock(chain.checkpoint(), neighbours.hash(1), 80, 1, 0, 100);
        assertTrue(evidence(one, lock(chain.checkpoint(), neighbours.hash(2), 80, 1, 100, 200), List.of())
                .isEmpty());
        assertTrue(evidence(one, lock(chain.checkpoint(), neighbours.hash(2), 80, 1, 99, 200), List.of())
                .isPresent());
    }

    @Test
    void lockOfOneSessionIsNotItsOwnDouble() {
        SignedLock one = lock(chain.checkpoint(), 1, 80, 1);
        assertTrue(evidence(one, one, List.of()).isEmpty());
    }

    @Test
    void locksOfTwoConsumersAreNoEvidence() {
        Checkpoint other = neighbours.chain(21, 3, 0).checkpoint();
        assertTrue(evidence(lock(chain.checkpoint(), 1, 80, 1), lock(other, 2, 80, 1), List.of())
                .isEmpty());
    }

    @Test
    void movingTheHeadWithoutRecordingTheLockIsProvedByTheBlocksBetween() {
        SignedLock one = lock(chain.checkpoint(), 1, 80, 1);
        SignedLock other = lock(grown.checkpoint(), 2, 80, 1);
        List<Block> between = grown.page(3, 4).blocks();
        assertTrue(isProof(evidence(one, other, between).orElseThrow()));
        assertTrue(isProof(evidence(other, one, between).orElseThrow()));
    }

    @Test
    void laterHeadWithoutTheBlocksBetweenProvesNothing() {
        SignedLock one = lock(chain.checkpoint(), 1, 80, 1);
        SignedLock other = lock(grown.checkpoint(), 2, 80, 1);
        assertTrue(evidence(one, other, List.of()).isEmpty());
        assertTrue(evidence(one, other, grown.page(3, 3).blocks()).isEmpty());
        assertTrue(evidence(one, other, grown.page(2, 4).blocks()).isEmpty());
        Chain branch = neighbours.grown(chain, CONSUMER, 2, 70);
        assertTrue(evidence(one, other, branch.page(3, 4).blocks()).isEmpty());
    }

    @Test
    void consumerWhoRecordedTheFirstLockIsInnocent() {
        Struct record = Struct.of(StructShape.of("BALANCE_LOCK", "session_id"), neighbours.hash(1));
        Chain recorded = chain.append(record, 9_000, neighbours.signer(CONSUMER), neighbours.hasher);
        SignedLock one = lock(chain.checkpoint(), 1, 80, 1);
        SignedLock other = lock(recorded.checkpoint(), 2, 80, 1);
        List<Block> between = recorded.page(3, 3).blocks();
        assertTrue(evidence(one, other, between).isEmpty());
        SignedLock unrelated = lock(chain.checkpoint(), 3, 80, 1);
        assertTrue(evidence(unrelated, other, between).isPresent(), "it recorded another lock");
    }

    @Test
    void consumerAndWitnessesOfBothLocksAreTheCulprits() {
        DoubleLockEvidence evidence = evidence(
                        lock(chain.checkpoint(), 1, 80, 1), lock(chain.checkpoint(), 2, 80, 4), List.of())
                .orElseThrow();
        TreeSet<PeerId> expected =
                new TreeSet<>(List.of(neighbours.peer(4), neighbours.peer(5), neighbours.peer(CONSUMER)));
        assertEquals(List.copyOf(expected), evidence.culprits());
    }

    @Test
    void nobodyIsAccusedByLocksThatTheyDidNotSign() {
        SignedLock one = lock(chain.checkpoint(), 1, 80, 1);
        SignedLock other = lock(chain.checkpoint(), 2, 80, 1);
        SignedLock withoutConsumer = new SignedLock(other.result(), other.certificate(), one.consumer());
        SignedLock withoutQuorum = new SignedLock(
                other.result(),
                new QuorumCertificate(other.certificate().endorsements().subList(0, 3)),
                other.consumer());
        SignedLock otherVotes = new SignedLock(other.result(), one.certificate(), other.consumer());
        for (SignedLock forged : List.of(withoutConsumer, withoutQuorum, otherVotes)) {
            assertFalse(isProof(evidence(one, forged, List.of()).orElseThrow()));
        }
    }

    @Test
    void everySingleBitOfAProofMatters() {
        List<Block> between = grown.page(3, 4).blocks();
        DoubleLockEvidence evidence = evidence(
                        lock(chain.checkpoint(), 1, 80, 1), lock(grown.checkpoint(), 2, 80, 1), between)
                .orElseThrow();
        byte[] bytes = DoubleLockEvidence.CODEC.encode(evidence);
        int readable = 0;
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
            if (DoubleLockEvidence.CODEC.parse(bytes) instanceof Parsed.Read<DoubleLockEvidence> read) {
                assertFalse(isProof(read.record()), "bit " + bit);
                readable++;
            }
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        }
        assertTrue(readable > bytes.length, "too few mutants were readable: " + readable);
    }
}
