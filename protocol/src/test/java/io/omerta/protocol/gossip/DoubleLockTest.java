package io.omerta.protocol.gossip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What two locks of one consumer prove. The balance is 100. */
class DoubleLockTest {
    private static final int OWNER = 95;

    private final Facts facts = new Facts();
    private final Chain chain = grown(Chain.begin(0, facts.signer(OWNER), facts.hasher), 2, 1);
    private final Chain longer = grown(chain, 2, 2);

    private Chain grown(Chain from, int blocks, int mark) {
        Chain grown = from;
        for (int i = 0; i < blocks; i++) {
            Struct body = Struct.of(StructShape.of("NOTE", "mark"), new Value.Int(mark));
            grown = grown.append(body, 1_000, facts.signer(OWNER), facts.hasher);
        }
        return grown;
    }

    private GossipItem lock(Chain head, int session, long micros, int firstWitness) {
        return facts.lockItem(head.checkpoint().hash(), OWNER, session, micros, firstWitness);
    }

    private Optional<ConflictProof> proof(GossipItem one, GossipItem other, List<Block> between) {
        return facts.rules.doubleLock(facts.lock(one), facts.lock(other), between);
    }

    private DoubleLockEvidence evidence(GossipItem one, GossipItem other, List<Block> between) {
        return ((ConflictProof.DoubleLock) proof(one, other, between).orElseThrow()).evidence();
    }

    private boolean isProof(DoubleLockEvidence evidence) {
        return facts.rules.isProof(new ConflictProof.DoubleLock(evidence));
    }

    @Test
    void twoLocksThatExceedOneBalanceAreAProofToAStranger() {
        byte[] bytes = ConflictProof.CODEC.encode(
                proof(lock(chain, 1, 80, 1), lock(chain, 2, 80, 10), List.of()).orElseThrow());
        Parsed.Read<ConflictProof> read = (Parsed.Read<ConflictProof>) ConflictProof.CODEC.parse(bytes);
        assertTrue(new ItemRules(Facts.FORMS, facts.hasher, facts.verifier).isProof(read.record()));
        assertEquals(facts.peer(OWNER), read.record().principal());
    }

    @Test
    void oneDoubleLockGivesOneEvidence() {
        GossipItem one = lock(chain, 1, 80, 1);
        GossipItem other = lock(chain, 2, 80, 1);
        DoubleLockEvidence evidence = evidence(one, other, List.of());
        assertEquals(evidence, evidence(other, one, List.of()));
        assertFalse(
                isProof(new DoubleLockEvidence(evidence.consumer(), evidence.second(), evidence.first(), List.of())));
    }

    @Test
    void locksThatTheBalanceCoversAreNoEvidence() {
        GossipItem one = lock(chain, 1, 50, 1);
        assertTrue(proof(one, lock(chain, 2, 50, 1), List.of()).isEmpty());
        assertTrue(proof(one, lock(chain, 2, 51, 1), List.of()).isPresent());
    }

    @Test
    void oneWitnessThatStatesAnotherBalanceDecidesNothing() {
        GossipItem one = lock(chain, 1, 50, 1);
        Hash head = chain.checkpoint().hash();
        int[] signers = {10, 11, 12, 13, OWNER, Facts.PROVIDER};
        GossipItem honest = facts.lockItem(head, OWNER, 2, 50, 10, 100, signers);
        Endorsement liar =
                facts.lockItem(head, OWNER, 2, 50, 10, 1, 14).signatures().get(0);
        assertTrue(proof(one, honest.with(List.of(liar)), List.of()).isEmpty());
    }

    @Test
    void lockOfOneSessionIsNotItsOwnDouble() {
        GossipItem one = lock(chain, 1, 80, 1);
        assertTrue(proof(one, one, List.of()).isEmpty());
    }

    @Test
    void locksOfTwoConsumersAreNoEvidence() {
        Hash head = chain.checkpoint().hash();
        assertTrue(proof(lock(chain, 1, 80, 1), facts.lockItem(head, 96, 2, 80, 1), List.of())
                .isEmpty());
    }

    @Test
    void movingTheHeadWithoutRecordingTheLockIsProvedByTheBlocksBetween() {
        GossipItem one = lock(chain, 1, 80, 1);
        GossipItem other = lock(longer, 2, 80, 1);
        List<Block> between = longer.page(3, 4).blocks();
        assertTrue(isProof(evidence(one, other, between)));
        assertTrue(isProof(evidence(other, one, between)));
    }

    @Test
    void laterHeadWithoutTheBlocksBetweenProvesNothing() {
        GossipItem one = lock(chain, 1, 80, 1);
        GossipItem other = lock(longer, 2, 80, 1);
        Chain branch = grown(chain, 2, 3);
        for (List<Block> blocks : List.of(
                List.<Block>of(),
                longer.page(3, 3).blocks(),
                longer.page(2, 4).blocks(),
                branch.page(3, 4).blocks())) {
            assertTrue(proof(one, other, blocks).isEmpty(), blocks.size() + " blocks");
        }
    }

    @Test
    void consumerWhoRecordedTheFirstLockIsInnocent() {
        Struct record = Struct.of(StructShape.of("BALANCE_LOCK", "session_id"), facts.hash(1));
        Chain recorded = chain.append(record, 9_000, facts.signer(OWNER), facts.hasher);
        GossipItem other = lock(recorded, 2, 80, 1);
        List<Block> between = recorded.page(3, 3).blocks();
        assertTrue(proof(lock(chain, 1, 80, 1), other, between).isEmpty());
        assertTrue(proof(lock(chain, 3, 80, 1), other, between).isPresent(), "it recorded another lock");
    }

    @Test
    void consumerAndWitnessesOfBothLocksAreTheCulprits() {
        TreeSet<PeerId> expected = new TreeSet<>(List.of(facts.peer(4), facts.peer(5), facts.peer(OWNER)));
        assertEquals(
                List.copyOf(expected),
                evidence(lock(chain, 1, 80, 1), lock(chain, 2, 80, 4), List.of())
                        .culprits());
    }

    @Test
    void nobodyIsAccusedByLocksThatTheyDidNotSign() {
        GossipItem one = lock(chain, 1, 80, 1);
        GossipItem other = lock(chain, 2, 80, 1);
        for (int missing : new int[] {OWNER, Facts.PROVIDER}) {
            assertFalse(isProof(evidence(one, without(other, missing), List.of())), "without " + missing);
        }
        assertTrue(isProof(evidence(one, without(other, 1), List.of())), "a quorum is left");
        assertFalse(isProof(evidence(one, without(without(other, 1), 2), List.of())), "no quorum is left");
        GossipItem othersVotes = new GossipItem(other.type(), other.content(), one.signatures());
        assertFalse(isProof(new DoubleLockEvidence(facts.peer(OWNER), one, othersVotes, List.of())));
        DoubleLockEvidence evidence = evidence(one, other, List.of());
        assertFalse(isProof(new DoubleLockEvidence(facts.peer(96), evidence.first(), evidence.second(), List.of())));
    }

    private GossipItem without(GossipItem item, int signer) {
        return new GossipItem(
                item.type(),
                item.content(),
                item.signatures().stream()
                        .filter(endorsement -> !endorsement.signer().equals(facts.peer(signer)))
                        .toList());
    }
}
