package io.omerta.protocol.gossip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.SignedHeader;
import io.omerta.protocol.wire.PeerId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a peer concludes from items that contradict each other. */
class ConflictTest {
    private final Facts facts = new Facts();
    private final Swarm swarm = new Swarm(facts, 2, GossipParameters.DEFAULT, 1).mesh();
    private final Recorder recorder = swarm.recorders.get(0);

    private void learn(GossipItem... items) {
        Stream.of(items).forEach(item -> swarm.publish(0, item));
    }

    private List<ConflictProof> proofs() {
        return recorder.accepted.stream()
                .filter(item -> item.type() == ItemType.CONFLICT_PROOF)
                .map(item -> ((Claim.Misconduct) facts.rules.read(item)).proof())
                .toList();
    }

    private void see(SignedHeader head) {
        byte[] keepalive = new Keepalive(swarm.peer(1), head, swarm.nowMillis, List.of()).encode();
        swarm.give(0, new GossipInput.Received(swarm.peer(1), keepalive));
    }

    @Test
    void twoSettlementsOfOneSessionAreProofAgainstThoseWhoSignedBoth() {
        learn(facts.settlement(1, 50, 1, 2, 3, 4), facts.settlement(1, 60, 2, 3, 4, 5));
        ConflictProof.Contradiction proof = (ConflictProof.Contradiction) proofs().get(0);
        assertEquals(
                Stream.of(2, 3, 4).map(facts::peer).sorted().toList(),
                proof.evidence().culprits());
    }

    @Test
    void everyKindOfResultIsDecidedOnce() {
        learn(facts.topUp(1, 80, 10, 1, 2, 3, 4, Facts.CONSUMER), facts.topUp(1, 80, 20, 1, 2, 3, 4, Facts.CONSUMER));
        learn(facts.attestation(1, 10, 1, 2, 3, 4), facts.attestation(1, 20, 1, 2, 3, 4));
        learn(facts.lockItem(95, 1, 80, 1), facts.lockItem(95, 1, 70, 10));
        assertEquals(3, proofs().size());
    }

    @Test
    void laterStepsOfOneSessionContradictNothing() {
        learn(facts.topUp(1, 80, 10, 1, 2, 3, 4, Facts.CONSUMER), facts.topUp(1, 90, 10, 1, 2, 3, 4, Facts.CONSUMER));
        learn(facts.settlement(1, 50, 1, 2, 3, 4), facts.settlement(2, 60, 1, 2, 3, 4));
        assertEquals(List.of(), proofs());
    }

    @Test
    void resultOfAMadeUpCabalAccusesNobody() {
        learn(facts.settlement(1, 50, 1, 2, 3, 4), facts.settlement(1, 60, 11, Facts.NOW_MILLIS, 11, 12, 13, 14));
        assertEquals(List.of(), proofs());
    }

    @Test
    void resultIsRememberedWhenAnotherOfTheSameSlotExpires() {
        long earlier = Facts.NOW_MILLIS - 1_000;
        learn(facts.settlement(1, 50, 1, 2, 3, 4), facts.settlement(1, 60, 11, earlier, 11, 12, 13, 14));
        swarm.nowMillis = earlier + GossipNode.VALIDITY_MILLIS;
        swarm.give(0, new GossipInput.ComparisonDue());
        assertEquals(1, recorder.expired.size());
        learn(facts.settlement(1, 70, 1, 2, 3, 4));
        assertEquals(1, proofs().size());
    }

    @Test
    void culpritWhoseSignatureComesLaterIsFoundThen() {
        learn(facts.settlement(1, 50, 1, Facts.NOW_MILLIS, 1, 2, 3, 4));
        learn(facts.settlement(1, 60, 5, Facts.NOW_MILLIS, 6, 7, 8, 9));
        assertEquals(List.of(), proofs());
        learn(facts.settlement(1, 60, 5, Facts.NOW_MILLIS, 5, 6, 7, 8));
        assertEquals(List.of(), proofs(), "5 has not signed the first");
        learn(facts.settlement(1, 50, 1, Facts.NOW_MILLIS, 2, 3, 4, 5));
        assertEquals(
                List.of(facts.peer(5)),
                proofs().stream().map(ConflictProof::principal).toList());
    }

    @Test
    void twoLocksThatExceedTheBalanceAreADoubleLock() {
        learn(facts.lockItem(95, 1, 80, 1), facts.lockItem(95, 2, 80, 10));
        assertTrue(proofs().get(0) instanceof ConflictProof.DoubleLock);
        assertEquals(facts.peer(95), proofs().get(0).principal());
        assertEquals(1, proofs().size());
    }

    @Test
    void locksThatTheBalanceCoversAreNone() {
        learn(facts.lockItem(95, 1, 50, 1), facts.lockItem(95, 2, 50, 10));
        assertEquals(List.of(), proofs());
        assertEquals(List.of(), recorder.suspected);
    }

    @Test
    void lockAfterALaterHeadIsSuspectedBecauseTheBlocksBetweenDecide() {
        GossipItem earlier = facts.lockItem(95, 1, 80, 1);
        GossipItem later = facts.lockItem(facts.hash(8), 95, 2, 80, 10);
        learn(later, earlier);
        assertEquals(List.of(), proofs());
        assertEquals(
                List.of(later, earlier),
                recorder.suspected.stream().map(LockItem::item).toList());
    }

    @Test
    void twoHeadsAtOneHeightAreAFork() {
        see(facts.header(70, 5, 1));
        see(facts.header(70, 5, 2));
        assertTrue(proofs().get(0) instanceof ConflictProof.Fork);
        assertEquals(facts.peer(70), proofs().get(0).principal());
    }

    @Test
    void headBehindTheHighestIsComparedToo() {
        see(facts.header(70, 5, 1));
        see(facts.header(70, 9, 1));
        see(facts.header(70, 5, 2));
        assertEquals(1, proofs().size());
    }

    @Test
    void onlyTheHighestHeadOfAChainIsKept() {
        see(facts.header(70, 9, 1));
        see(facts.header(70, 5, 1));
        see(facts.header(70, 12, 1));
        assertEquals(
                List.of(ItemRules.head(facts.header(70, 12, 1))),
                swarm.nodes.get(0).items());
    }

    @Test
    void factIsProvedOnceHoweverOftenItsPartsCome() {
        for (int i = 0; i < 3; i++) {
            learn(facts.lockItem(95, 1, 80, 1), facts.lockItem(95, 2, 80, 10));
            see(facts.header(70, 5, 1 + i % 2));
        }
        assertEquals(2, proofs().size());
    }

    @Test
    void ofAPeerWithManyForksTheSameFewProofsAreKeptInWhicheverOrderTheyCome() {
        Swarm others = new Swarm(facts, 2, GossipParameters.DEFAULT, 2).mesh();
        List<GossipItem> proofs = Stream.iterate(1, i -> i + 2)
                .limit(30)
                .map(session -> facts.doubleLock(95, session).toItem())
                .toList();
        proofs.forEach(proof -> swarm.publish(0, proof));
        for (int i = proofs.size() - 1; i >= 0; i--) {
            others.publish(0, proofs.get(i));
        }
        assertEquals(Holdings.PROOFS_PER_PEER, swarm.nodes.get(0).items().size());
        assertEquals(swarm.nodes.get(0).items(), others.nodes.get(0).items());
    }

    @Test
    void honestPeersAreNeverAccusedWhateverOrderTheirItemsComeIn() {
        PeerId owner = facts.peer(70);
        for (int height : new int[] {1, 3, 2, 9, 4, 8}) {
            see(facts.chainHeader(70, height));
        }
        learn(facts.lockItem(95, 1, 60, 1), facts.lockItem(95, 2, 40, 10), facts.fact(1), facts.fact(2));
        assertTrue(proofs().stream().noneMatch(proof -> proof.principal().equals(owner)));
        assertEquals(List.of(), proofs());
    }
}
