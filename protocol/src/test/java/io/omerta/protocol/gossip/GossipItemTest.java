package io.omerta.protocol.gossip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.ForkEvidence;
import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.wire.ByteString;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GossipItemTest {
    private final Facts facts = new Facts();

    private boolean isTrue(GossipItem item) {
        Claim claim = facts.rules.read(item);
        return claim != null && facts.rules.isTrue(item, claim);
    }

    private List<GossipItem> oneOfEachType() {
        return List.of(
                facts.lockItem(95, 1, 80, 1),
                facts.topUp(1, 80, 10, 1, 2, 3, 4, Facts.CONSUMER),
                facts.settlement(1, 50, 1, 2, 3, 4),
                facts.attestation(1, 3_600, 1, 2, 3, 4),
                ItemRules.head(facts.header(3, 7, 1)),
                facts.doubleLock(95, 1).toItem());
    }

    @Test
    void everyTypeIsVerifiedAfterItTravelled() {
        List<GossipItem> items = oneOfEachType();
        assertEquals(
                Stream.of(ItemType.values())
                        .filter(type -> type != ItemType.CHECK_RESULT)
                        .toList(),
                items.stream().map(GossipItem::type).toList());
        for (GossipItem item : items) {
            Parsed<GossipItem> parsed = GossipItem.CODEC.parse(GossipItem.CODEC.encode(item));
            assertEquals(new Parsed.Read<>(item), parsed);
            assertTrue(isTrue(item), item.type().name());
        }
    }

    @Test
    void whoSignedMakesNoDifferenceToTheIdentity() {
        assertEquals(
                facts.identity(facts.settlement(1, 50, 1, 2, 3, 4)),
                facts.identity(facts.settlement(1, 50, 2, 3, 4, 5)));
        assertNotEquals(
                facts.identity(facts.settlement(1, 50, 1, 2, 3, 4)),
                facts.identity(facts.settlement(1, 51, 1, 2, 3, 4)));
    }

    @Test
    void contentReadAsAnotherTypeIsAnotherFact() {
        GossipItem item = facts.fact(1);
        GossipItem other = new GossipItem(ItemType.ATTESTATION, item.content(), item.signatures());
        assertNotEquals(facts.hashes.identity(item), facts.hashes.identity(other));
        assertFalse(isTrue(other));
    }

    @Test
    void fewerThanAQuorumIsNotEnough() {
        assertFalse(isTrue(facts.settlement(1, 50, 1, 2, 3)));
        assertFalse(isTrue(facts.settlement(1, 50)));
        assertFalse(isTrue(facts.attestation(1, 10, 1, 2, 3)));
    }

    @Test
    void strangerAmongTheSignersSpoilsAnItem() {
        assertFalse(isTrue(facts.settlement(1, 50, 1, 2, 3, 6)));
        assertFalse(isTrue(facts.settlement(1, 50, 1, 2, 3, 4, 6)));
    }

    @Test
    void signaturesOfAnotherResultAreFalse() {
        GossipItem item = facts.settlement(1, 50, 1, 2, 3, 4);
        assertFalse(isTrue(new GossipItem(
                item.type(), item.content(), facts.settlement(1, 51, 1, 2, 3, 4).signatures())));
    }

    @Test
    void topUpAndLockNeedTheirParties() {
        assertFalse(isTrue(facts.topUp(1, 80, 10, 1, 2, 3, 4, 5)));
        GossipItem lock = facts.lockItem(95, 1, 80, 1);
        for (int party : new int[] {95, Facts.PROVIDER}) {
            List<Endorsement> others = lock.signatures().stream()
                    .filter(endorsement -> !endorsement.signer().equals(facts.peer(party)))
                    .toList();
            assertFalse(isTrue(new GossipItem(lock.type(), lock.content(), others)), "without " + party);
        }
    }

    @Test
    void everySingleBitOfAnItemMatters() {
        for (GossipItem item : oneOfEachType()) {
            byte[] bytes = GossipItem.CODEC.encode(item);
            int readable = 0;
            for (int bit = 0; bit < 8 * bytes.length; bit += 3) {
                bytes[bit / 8] ^= (byte) (1 << (bit % 8));
                if (GossipItem.CODEC.parse(bytes) instanceof Parsed.Read<GossipItem> read) {
                    assertFalse(isTrue(read.record()), item.type() + ", bit " + bit);
                    readable++;
                }
                bytes[bit / 8] ^= (byte) (1 << (bit % 8));
            }
            assertTrue(readable > bytes.length, "too few mutants were readable: " + readable);
        }
    }

    @Test
    void contentBeyondTheBoundOfItsTypeIsRefused() {
        ByteString large = ByteString.of(new byte[ItemType.LOCK_RESULT.contentBytesMax() + 1]);
        List<Endorsement> nobody = List.of();
        assertThrows(IllegalArgumentException.class, () -> new GossipItem(ItemType.LOCK_RESULT, large, nobody));
        byte[] asProof = GossipItem.CODEC.encode(new GossipItem(ItemType.CONFLICT_PROOF, large, nobody));
        assertInstanceOf(Parsed.Read.class, GossipItem.CODEC.parse(asProof));
    }

    @Test
    void firstSignatureOfASignerStays() {
        GossipItem item = facts.settlement(1, 50, 1, 2, 3, 4);
        GossipItem more = item.with(facts.settlement(1, 50, 5).signatures());
        assertEquals(facts.settlement(1, 50, 1, 2, 3, 4, 5), more);
        GossipItem falseOne = facts.settlement(1, 99, 1, 5);
        assertEquals(more, more.with(falseOne.signatures()));
    }

    @Test
    void resultsThatNobodySignedBothOfAccuseNobody() {
        GossipItem one = facts.settlement(1, 50, 1, Facts.NOW_MILLIS, 1, 2, 3, 4);
        GossipItem other = facts.settlement(1, 60, 11, Facts.NOW_MILLIS, 11, 12, 13, 14);
        assertThrows(IllegalArgumentException.class, () -> new ContradictoryResults(one, other));
    }

    @Test
    void contradictionOfWhatMayDifferIsNoProof() {
        GossipItem one = facts.topUp(1, 80, 10, 1, 2, 3, 4, Facts.CONSUMER);
        GossipItem other = facts.topUp(1, 90, 10, 1, 2, 3, 4, Facts.CONSUMER);
        assertFalse(facts.rules.isProof(proof(one, other)));
        assertTrue(facts.rules.isProof(proof(one, facts.topUp(1, 80, 20, 1, 2, 3, 4, Facts.CONSUMER))));
    }

    @Test
    void contradictionInTheWrongOrderOrWithAnUnsignedSideIsNoProof() {
        GossipItem one = facts.settlement(1, 50, 1, 2, 3, 4);
        GossipItem other = facts.settlement(1, 60, 1, 2, 3, 4);
        ContradictoryResults evidence = ((ConflictProof.Contradiction) proof(one, other)).evidence();
        assertFalse(facts.rules.isProof(
                new ConflictProof.Contradiction(new ContradictoryResults(evidence.second(), evidence.first()))));
        assertFalse(facts.rules.isProof(proof(one, facts.settlement(1, 60, 1, 2, 3))));
        assertFalse(facts.rules.isProof(
                new ConflictProof.Contradiction(new ContradictoryResults(one, facts.settlement(1, 50, 2, 3, 4, 5)))));
    }

    @Test
    void quorumsOfOneCabalNameAtLeastTwoQuorumsLessTheCabalAsCulprits() {
        GossipItem one = facts.settlement(1, 50, 1, 2, 3, 4);
        GossipItem other = facts.settlement(1, 60, 2, 3, 4, 5);
        int culprits = ((ConflictProof.Contradiction) proof(one, other))
                .evidence()
                .culprits()
                .size();
        assertEquals(2 * Facts.QUORUM - Facts.WITNESSES, culprits);
    }

    @Test
    void forkIsAProofAsAnItemToo() {
        ForkEvidence fork = ForkEvidence.between(facts.header(3, 7, 1), facts.header(3, 7, 2), facts.hasher)
                .orElseThrow();
        assertTrue(isTrue(new ConflictProof.Fork(fork).toItem()));
    }

    private ConflictProof proof(GossipItem one, GossipItem other) {
        boolean inOrder = facts.identity(one).compareTo(facts.identity(other)) < 0;
        return new ConflictProof.Contradiction(
                inOrder ? new ContradictoryResults(one, other) : new ContradictoryResults(other, one));
    }
}
