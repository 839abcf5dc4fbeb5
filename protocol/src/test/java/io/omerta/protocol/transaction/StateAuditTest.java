package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.AuditSession.AUDITOR;
import static io.omerta.protocol.transaction.AuditSession.KEEPER;
import static io.omerta.protocol.transaction.AuditSession.OTHER_KEEPER;
import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.gossip.ConflictProof;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The state audit among nodes that keep to it, and of chains that are really faulty. */
class StateAuditTest {
    /** A block that says nothing, of some length. */
    private static Struct filler(int bytes) {
        return Struct.of(StructShape.of("NOTE", "text"), ByteString.of(new byte[bytes]));
    }

    private static Chain longer(AuditSession session, int node, int blocks, int bytes) {
        Chain chain = session.chain(node);
        for (int i = 0; i < blocks; i++) {
            chain = session.with(node, chain, filler(bytes));
        }
        return chain;
    }

    @Test
    void anHonestConsumerIsConsistent() {
        AuditSession session = AuditSession.settled(1).begin(CONSUMER, "FULL").run(5);
        assertEquals("COMPLETE", session.state());
        assertEquals("CONSISTENT", session.verdict());
        assertEquals(List.of(), session.discrepancies());
        assertEquals(session.chain(CONSUMER).checkpoint().hash(), session.variable("chain_head"));
        assertEquals(new Value.Int(1), session.variable("confirmed"));
        session.escrow().assertSound();
    }

    @Test
    void anHonestProviderIsConsistent() {
        AuditSession session = AuditSession.settled(2).begin(PROVIDER, "FULL").run(5);
        assertEquals("CONSISTENT", session.verdict());
        assertEquals(new Value.Int(1), session.variable("confirmed"));
        session.escrow().assertSound();
    }

    @Test
    void theResultIsOnTheAuditorsChain() {
        AuditSession session =
                AuditSession.settled(3).begin(CONSUMER, "BALANCE").run(5);
        Struct record = session.harness().block(AUDITOR, "AUDIT_RECORD");
        assertEquals(session.variable("finding"), record.get("finding"));
        assertEquals(session.forge().hash(session.variable("finding")), record.get("result_hash"));
    }

    @Test
    void auditorsOfOneSessionComeToOneResult() {
        AuditSession session = AuditSession.settled(4);
        List<Integer> auditors = List.of(2, 5, 6, 7, 8);
        auditors.forEach(auditor -> session.beginBy(auditor, CONSUMER, "FULL"));
        session.run(5);
        for (int auditor : auditors) {
            assertEquals("COMPLETE", session.state(auditor, "Auditor"));
            assertEquals(session.variable("result_hash"), session.variable(auditor, "result_hash"));
        }
        session.escrow().assertSound();
    }

    @Test
    void aLongChainIsReadPageByPage() {
        AuditSession session = AuditSession.settled(5);
        session.rewrite(CONSUMER, longer(session, CONSUMER, 300, 2_000));
        session.begin(CONSUMER, "FULL").run(10);
        assertEquals("CONSISTENT", session.verdict());
        assertTrue(((ValueList) session.variable("pages")).size() > 4);
    }

    @Test
    void aChainThatIsTooLongIsNotJudged() {
        AuditSession session = AuditSession.settled(6);
        session.rewrite(CONSUMER, longer(session, CONSUMER, 30, 60_000));
        session.begin(CONSUMER, "BALANCE").run(300);
        assertEquals("INCONCLUSIVE", session.state());
        assertEquals(List.of(), session.discrepancies());
    }

    @Test
    void lostDuplicatedAndLatePagesOnlyDelayAnAudit() {
        for (int seed = 10; seed < 30; seed++) {
            AuditSession session = AuditSession.settled(seed);
            session.rewrite(CONSUMER, longer(session, CONSUMER, 200, 2_000));
            session.harness().network.lossRate = 0.1;
            session.harness().network.duplicateRate = 0.3;
            session.harness().network.reordering = true;
            session.begin(CONSUMER, "FULL").run(400);
            assertEquals("COMPLETE", session.state(), "seed " + seed);
            assertEquals("CONSISTENT", session.verdict(), "seed " + seed);
        }
    }

    @Test
    void aSilentSubjectIsNeitherConsistentNorACulprit() {
        AuditSession session = AuditSession.settled(30);
        session.escrow().silence(CONSUMER);
        session.begin(CONSUMER, "FULL").run(300);
        assertEquals("INCONCLUSIVE", session.state());
        assertEquals("INCONCLUSIVE", session.verdict());
        assertEquals(List.of(), session.discrepancies());
    }

    @Test
    void aSilentSubjectWithoutKeepersEndsSooner() {
        AuditSession session = AuditSession.settled(31);
        session.escrow().silence(CONSUMER);
        session.harness()
                .trigger(
                        AUDITOR,
                        session.key("Auditor"),
                        "audit",
                        session.peer(CONSUMER),
                        new Value.EnumMember("BALANCE"),
                        ValueList.of(),
                        ValueList.of());
        session.run(119);
        assertEquals("COLLECTING_CHAIN", session.state());
        session.run(2);
        assertEquals("INCONCLUSIVE", session.state());
    }

    @Test
    void copiesOfASilentSubjectsChainAreReadButDoNotProveThatItIsAll() {
        AuditSession session = AuditSession.settled(32);
        keep(session, KEEPER, session.chain(CONSUMER));
        session.escrow().silence(CONSUMER);
        session.begin(CONSUMER, "FULL").run(130);
        assertEquals(session.chain(CONSUMER).checkpoint().hash(), session.variable("chain_head"));
        session.run(300);
        assertEquals("INCONCLUSIVE", session.state());
    }

    @Test
    void copiesFindASilentSubjectOut() {
        AuditSession session = AuditSession.settled(33);
        Struct lock = session.harness().block(CONSUMER, "BALANCE_LOCK");
        Struct other = Forge.changed(lock, "amount", new Value.Int(1));
        keep(session, OTHER_KEEPER, session.with(CONSUMER, session.chain(CONSUMER), other));
        session.escrow().silence(CONSUMER);
        session.begin(CONSUMER, "BALANCE").run(300);
        assertEquals("INCONSISTENT", session.verdict());
        session.assertFound(DiscrepancyKind.VALUE_MISMATCH, CONSUMER);
    }

    private static void keep(AuditSession session, int keeper, Chain chain) {
        session.node(keeper).knowledge.meet(chain.head(), session.harness().nowMillis());
        session.node(keeper).knowledge.learnChain(chain);
    }

    @Test
    void aSilentCounterpartyLeavesTooLittle() {
        AuditSession session = AuditSession.settled(34);
        session.escrow().silence(PROVIDER);
        session.begin(CONSUMER, "FULL").run(60);
        assertEquals("CONTACTING", session.state());
        session.run(70);
        assertEquals("INCONCLUSIVE", session.state());
        assertEquals(List.of(), session.discrepancies());
    }

    @Test
    void aCounterpartyThatAnswersLateCounts() {
        AuditSession session = AuditSession.settled(35);
        session.escrow().silence(PROVIDER);
        session.begin(CONSUMER, "FULL").run(30);
        session.harness().network.heal();
        session.run(20);
        assertEquals("CONSISTENT", session.verdict());
    }

    @Test
    void aSubjectThatHidesItsLastBlocksIsNotFoundConsistent() {
        AuditSession session = AuditSession.settled(36);
        Chain whole = session.chain(CONSUMER);
        session.node(AUDITOR).knowledge.meet(whole.head(), session.harness().nowMillis());
        session.rewrite(CONSUMER, session.node(CONSUMER).chain);
        session.begin(CONSUMER, "BALANCE").run(5);
        assertEquals("INCONCLUSIVE", session.state());
        assertNotEquals(whole.checkpoint().hash(), session.variable("chain_head"));
    }

    @Test
    void aRewrittenChainIsAForkToWhoeverSawTheOtherOne() {
        AuditSession session = AuditSession.settled(37);
        Chain seen = session.chain(CONSUMER);
        session.node(AUDITOR).knowledge.meet(seen.head(), session.harness().nowMillis());
        Chain other = session.node(CONSUMER).chain;
        while (other.height() <= seen.height()) {
            other = session.with(CONSUMER, other, filler(10));
        }
        session.rewrite(CONSUMER, other);
        session.begin(CONSUMER, "BALANCE").run(5);
        assertEquals("INCONSISTENT", session.verdict());
        session.assertFound(DiscrepancyKind.CHAIN_FORK, CONSUMER);
        assertEquals(1, session.node(AUDITOR).conflicts.size());
        assertEquals(
                session.peer(CONSUMER),
                ((ConflictProof.Fork) session.node(AUDITOR).conflicts.get(0)).principal());
    }

    @Test
    void aLockForAnotherAmountThanWasAgreedIsAMismatch() {
        AuditSession session = AuditSession.settled(40);
        Struct lock = session.harness().block(CONSUMER, "BALANCE_LOCK");
        Chain cheated =
                session.with(CONSUMER, session.node(CONSUMER).chain, Forge.changed(lock, "amount", new Value.Int(1)));
        session.rewrite(CONSUMER, cheated);
        session.begin(CONSUMER, "BALANCE").run(5);
        assertEquals("INCONSISTENT", session.verdict());
        session.assertFound(DiscrepancyKind.VALUE_MISMATCH, CONSUMER);
        assertEquals(1, session.node(AUDITOR).discrepancies.size());
    }

    @Test
    void aLockThatNoQuorumSignedIsAMismatch() {
        AuditSession session = AuditSession.settled(41);
        Struct lock = session.harness().block(CONSUMER, "BALANCE_LOCK");
        ValueList votes = (ValueList) Forge.field(lock, "result", "votes");
        Struct result = Forge.changed(
                (Struct) Forge.field(lock, "result"),
                "votes",
                ValueList.of(votes.get(0), votes.get(0), votes.get(0), votes.get(0)));
        session.rewrite(
                CONSUMER, session.with(CONSUMER, session.node(CONSUMER).chain, Forge.changed(lock, "result", result)));
        session.begin(CONSUMER, "BALANCE").run(5);
        session.assertFound(DiscrepancyKind.VALUE_MISMATCH, CONSUMER);
    }

    @Test
    void aReleaseThatTheWitnessesDidNotGrantIsAMismatch() {
        AuditSession session = AuditSession.settled(42);
        Struct release = new Forge(
                        session.harness(), AuditSession.ESCROW, session.escrow().id())
                .block(
                        "BALANCE_RELEASE",
                        "amount",
                        new Value.Int(300),
                        "replacements",
                        ValueList.of(),
                        "votes",
                        ValueList.of());
        session.rewrite(CONSUMER, session.with(CONSUMER, session.chain(CONSUMER), release));
        session.begin(CONSUMER, "BALANCE").run(5);
        session.assertFound(DiscrepancyKind.VALUE_MISMATCH, CONSUMER);
    }

    @Test
    void aReleaseOfALockThatNeverWasIsAMismatchThatTheWholeChainShows() {
        AuditSession session = AuditSession.settled(43);
        Struct release = new Forge(session.harness(), AuditSession.ESCROW, session.id())
                .block(
                        "BALANCE_RELEASE",
                        "amount",
                        new Value.Int(300),
                        "replacements",
                        ValueList.of(),
                        "votes",
                        ValueList.of());
        session.rewrite(CONSUMER, session.with(CONSUMER, session.chain(CONSUMER), release));
        session.begin(CONSUMER, "BALANCE").run(5);
        session.assertFound(DiscrepancyKind.VALUE_MISMATCH, CONSUMER);
    }

    @Test
    void whatIsImpossibleButTooLongToShowMakesAnAuditInconclusive() {
        AuditSession session = AuditSession.settled(44);
        Struct release = new Forge(session.harness(), AuditSession.ESCROW, session.id())
                .block(
                        "BALANCE_RELEASE",
                        "amount",
                        new Value.Int(300),
                        "replacements",
                        ValueList.of(),
                        "votes",
                        ValueList.of());
        session.rewrite(CONSUMER, session.with(CONSUMER, longer(session, CONSUMER, 100, 2_000), release));
        session.begin(CONSUMER, "BALANCE").run(5);
        assertEquals("INCONCLUSIVE", session.state());
        assertEquals(List.of(), session.discrepancies());
    }

    @Test
    void twoLocksOfOneSessionAreADoubleSpend() {
        AuditSession session = AuditSession.settled(45);
        Struct lock = session.harness().block(CONSUMER, "BALANCE_LOCK");
        session.rewrite(CONSUMER, session.with(CONSUMER, session.chain(CONSUMER), lock));
        session.begin(CONSUMER, "BALANCE").run(5);
        session.assertFound(DiscrepancyKind.DOUBLE_SPEND, CONSUMER);
    }

    @Test
    void aProviderThatRecordsAnotherDecisionIsFoundOut() {
        AuditSession session = AuditSession.settled(46);
        Struct opened = Forge.changed(
                session.harness().block(PROVIDER, "SESSION_OPENED"),
                "decision_hash",
                session.forge().hash(new Value.Int(1)));
        session.rewrite(PROVIDER, session.with(PROVIDER, session.node(PROVIDER).chain, opened));
        session.begin(PROVIDER, "FULL").run(5);
        assertEquals("INCONSISTENT", session.verdict());
        session.assertFound(DiscrepancyKind.COUNTERPARTY_MISMATCH, PROVIDER);
    }

    @Test
    void aCounterpartysFaultIsNotTheSubjects() {
        AuditSession session = AuditSession.settled(47);
        Struct opened = Forge.changed(
                session.harness().block(PROVIDER, "SESSION_OPENED"),
                "decision_hash",
                session.forge().hash(new Value.Int(1)));
        session.rewrite(PROVIDER, session.with(PROVIDER, session.node(PROVIDER).chain, opened));
        session.begin(CONSUMER, "FULL").run(5);
        session.assertFound(DiscrepancyKind.COUNTERPARTY_MISMATCH, PROVIDER);
        assertNotEquals("INCONSISTENT", session.verdict());
    }

    @Test
    void blocksThatGoBackInTimeAreInvalid() {
        AuditSession session = AuditSession.settled(48);
        Chain chain = session.chain(CONSUMER);
        Block early = AuditForge.block(
                session.node(CONSUMER).identity,
                chain.height() + 1,
                chain.checkpoint().hash(),
                chain.head().timeMillis() - 1,
                filler(1));
        assertServedPageIsFound(session, and(chain, early), DiscrepancyKind.INVALID_BLOCK);
    }

    @Test
    void blocksThatLeaveOutAHeightAreInvalid() {
        AuditSession session = AuditSession.settled(49);
        Chain chain = session.chain(CONSUMER);
        Block high = AuditForge.block(
                session.node(CONSUMER).identity,
                chain.height() + 2,
                chain.checkpoint().hash(),
                chain.head().timeMillis(),
                filler(1));
        assertServedPageIsFound(session, and(chain, high), DiscrepancyKind.INVALID_BLOCK);
    }

    @Test
    void aSecondFirstBlockIsInvalid() {
        AuditSession session = AuditSession.settled(51);
        Chain chain = session.chain(CONSUMER);
        Block genesis = AuditForge.block(
                session.node(CONSUMER).identity,
                chain.height() + 1,
                chain.checkpoint().hash(),
                chain.head().timeMillis(),
                chain.page(0, 0).blocks().get(0).body());
        assertServedPageIsFound(session, and(chain, genesis), DiscrepancyKind.INVALID_BLOCK);
    }

    @Test
    void twoBranchesInOnePageAreAFork() {
        AuditSession session = AuditSession.settled(50);
        Chain chain = session.chain(CONSUMER);
        Chain other = session.node(CONSUMER).chain;
        while (other.height() <= chain.height()) {
            other = session.with(CONSUMER, other, filler(1));
        }
        assertServedPageIsFound(session, and(chain, other.head()), DiscrepancyKind.CHAIN_FORK);
    }

    /** The subject's own answer is lost, and this one given. */
    private static void assertServedPageIsFound(AuditSession session, List<Block> page, DiscrepancyKind kind) {
        session.harness().network.lose(packet -> packet.is("CHAIN_REQUEST"));
        session.begin(CONSUMER, "BALANCE");
        AuditForge.page(session, session.node(CONSUMER).identity, AuditForge.encoded(page));
        session.run(1);
        assertEquals("COMPLETE", session.state());
        assertEquals("INCONSISTENT", session.verdict());
        session.assertFound(kind, CONSUMER);
    }

    private static List<Block> and(Chain chain, Block block) {
        List<Block> blocks = new ArrayList<>(chain.page(0, chain.height()).blocks());
        blocks.add(block);
        return blocks;
    }
}
