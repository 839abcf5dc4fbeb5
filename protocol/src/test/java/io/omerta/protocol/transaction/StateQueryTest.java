package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.QuerySession.REQUESTER;
import static io.omerta.protocol.transaction.QuerySession.SUBJECT;
import static io.omerta.protocol.transaction.SessionHarness.FUNDS;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.ValueList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The state query among nodes that keep to it, and some that are silent or know little. */
class StateQueryTest {
    private static final List<Integer> CABAL = List.of(3, 4, 5, 6, 7);

    private static long answer(long seed, String type) {
        QuerySession session = QuerySession.of(seed).ask(type, "HIGH").run(2);
        assertEquals("COMPLETE", session.state());
        session.assertSound();
        return session.number();
    }

    @Test
    void aBalanceIsWhatTheOwnerCanSpend() {
        assertEquals(FUNDS, answer(1, "BALANCE"));
    }

    @Test
    void trustIsThatOfTheChain() {
        assertEquals(2_000, answer(2, "TRUST"));
    }

    @Test
    void aLengthIsOneMoreThanTheHeightOfTheHead() {
        assertEquals(answer(3, "CHAIN_HEAD") + 1, answer(3, "CHAIN_LENGTH"));
    }

    @Test
    void anAgeIsInWholeDaysFromTheFirstBlockToTheLast() {
        QuerySession session = QuerySession.of(4);
        session.run(3 * 86_400);
        Chain chain = session.longer(1, 1);
        session.rewrite(chain);
        CABAL.forEach(witness -> session.knows(witness, chain));
        session.ask("AGE", "HIGH", CABAL).run(2);
        assertEquals(3, session.number());
    }

    @Test
    void anAnswerIsAboutTheHeadThatTheWitnessesKnow() {
        QuerySession session = QuerySession.of(5).ask("CHAIN_HEAD", "HIGH").run(2);
        assertEquals(session.node(SUBJECT).host.chain().checkpoint().hash(), session.evidence());
        assertTrue(session.statements().size() >= 4);
        session.statements()
                .forEach(statement ->
                        assertTrue(statement.isSigned(session.harness().hasher, session.harness().verifier)));
    }

    @Test
    void witnessesAreDrawnFromTheAcquaintancesAndNeverTheSubject() {
        for (int seed = 6; seed < 16; seed++) {
            QuerySession session = QuerySession.of(seed);
            ByteString salt = session.harness().salt();
            Hash id = SessionId.of(session.peer(PROVIDER), salt, session.harness().hasher);
            session.askBy(PROVIDER, id, salt, "TRUST", "HIGH", List.of()).run(2);
            assertEquals("COMPLETE", session.node(PROVIDER).state(new SessionKey("03", id, "Requester")));
            assertEquals("", session.node(SUBJECT).state(new SessionKey("03", id, "Witness")));
        }
    }

    @Test
    void whoLacksTheChainGetsItFromTheSubject() {
        QuerySession session = QuerySession.of(20);
        session.forgetChains();
        session.ask("BALANCE", "HIGH").run(2);
        assertEquals("COMPLETE", session.state());
        assertEquals("SERVING", session.state(SUBJECT, "Subject"));
        session.assertSound();
    }

    @Test
    void witnessesThatKnowShorterChainsAreAskedAgain() {
        QuerySession session = QuerySession.of(21);
        Chain chain = session.longer(3, 1);
        session.rewrite(chain);
        session.knows(3, chain);
        session.knows(4, chain);
        session.ask("CHAIN_HEAD", "HIGH", CABAL).run(5);
        assertEquals("COLLECTING", session.state());
        session.run(15);
        assertEquals("COMPLETE", session.state());
        assertEquals(chain.checkpoint().hash(), session.evidence());
        session.assertSound();
    }

    @Test
    void nobodyKnowsASubjectThatIsSilentAndWhoseChainNobodyHas() {
        QuerySession session = QuerySession.of(22);
        session.forgetChains();
        session.silence(SUBJECT);
        session.ask("BALANCE", "LOW").run(12);
        assertEquals("UNKNOWN", session.state());
    }

    @Test
    void oldWordOfASilentSubjectHasLessConfidence() {
        QuerySession session = QuerySession.of(23);
        session.silence(SUBJECT);
        session.run(3 * 86_400);
        session.ask("BALANCE", "HIGH").run(50);
        assertEquals("FAILED", session.state());
        QuerySession medium = session.another().ask("BALANCE", "MEDIUM").run(50);
        assertEquals("COMPLETE", medium.state());
        session.run(8 * 86_400);
        assertEquals(
                "FAILED", session.another().ask("BALANCE", "MEDIUM").run(50).state());
        assertEquals("COMPLETE", session.another().ask("BALANCE", "LOW").run(50).state());
    }

    private static String stateOfAQueryAboutAStranger(String confidence) {
        QuerySession session = QuerySession.of(24);
        session.forgetChains();
        session.harness().nodes.forEach(node -> node.knowledge.forgetViews());
        return session.ask("CHAIN_HEAD", confidence).run(50).state();
    }

    @Test
    void aChainThatAWitnessHasSeenNothingOfIsWorthLittle() {
        assertEquals("COMPLETE", stateOfAQueryAboutAStranger("LOW"));
        assertEquals("FAILED", stateOfAQueryAboutAStranger("MEDIUM"));
    }

    @Test
    void oneSilentWitnessDoesNotStopAQuery() {
        QuerySession session = QuerySession.of(26);
        session.silence(5);
        assertEquals("COMPLETE", session.ask("TRUST", "HIGH", CABAL).run(2).state());
    }

    @Test
    void furtherWitnessesJoinWhenTwoAreSilent() {
        QuerySession session = QuerySession.of(27).ask("TRUST", "HIGH");
        List<Integer> first = session.witnesses();
        session.silence(first.get(0));
        session.silence(first.get(1));
        session.run(10);
        assertEquals("COLLECTING", session.state());
        session.run(10);
        assertEquals("COMPLETE", session.state());
        assertEquals(7, session.witnesses().size());
        session.assertSound();
    }

    @Test
    void aQueryThatNobodyAnswersFails() {
        QuerySession session = QuerySession.of(28);
        session.harness().network.lose(packet -> packet.is("STATE_QUERY"));
        session.ask("TRUST", "HIGH").run(44);
        assertEquals("COLLECTING", session.state());
        session.run(2);
        assertEquals("FAILED", session.state());
    }

    @Test
    void aRequesterThatKnowsTooFewAsksNobody() {
        QuerySession session =
                QuerySession.of(29).ask("TRUST", "HIGH", List.of(3, 4, 5)).run(1);
        assertEquals("FAILED", session.state());
        assertEquals("too few witnesses are known", session.reason());
    }

    @Test
    void branchesThatDifferentWitnessesHaveSeenAreAFork() {
        QuerySession session = QuerySession.of(30);
        Chain one = session.longer(1, 1);
        Chain other = session.longer(1, 2);
        session.silence(SUBJECT);
        List.of(3, 4).forEach(witness -> session.knows(witness, one));
        List.of(5, 6, 7).forEach(witness -> session.knows(witness, other));
        session.ask("BALANCE", "HIGH", CABAL).run(2);
        assertEquals("FORKED", session.state());
        assertFork(session);
    }

    @Test
    void aWitnessThatIsShownAnotherChainThanItSawProvesAFork() {
        QuerySession session = QuerySession.of(31);
        Chain seen = session.longer(1, 1);
        session.rewrite(session.longer(1, 2));
        session.forgetChains();
        for (int witness : List.of(3, 4)) {
            session.node(witness).knowledge.meet(seen.head(), session.harness().nowMillis());
        }
        session.ask("BALANCE", "HIGH", CABAL).run(2);
        assertEquals("FORKED", session.state());
        assertFork(session);
        assertEquals(session.peer(SUBJECT), session.node(3).conflicts.get(0).principal());
    }

    private static void assertFork(QuerySession session) {
        Discrepancy fork = Discrepancy.of(((ValueList) session.variable("forks")).get(0));
        DiscrepancyProofs third = new DiscrepancyProofs(
                QuerySession.ESCROW, new TestNode.TestTrust(), session.harness().hasher, session.harness().verifier);
        assertTrue(third.isProof(fork));
        assertEquals(DiscrepancyKind.CHAIN_FORK, fork.kind());
        assertEquals(session.peer(SUBJECT), fork.culprit());
        assertEquals(
                session.peer(SUBJECT), session.node(REQUESTER).conflicts.get(0).principal());
        session.assertSound();
    }

    @Test
    void aLostSubjectIsOnlyWaitedForSoLong() {
        QuerySession session = QuerySession.of(32);
        session.forgetChains();
        session.harness().network.lose(packet -> packet.is("STATE_PROOF"));
        session.ask("BALANCE", "LOW", CABAL).run(9);
        assertEquals("SYNCING", session.state(3, "Witness"));
        session.run(2);
        assertEquals("ANSWERED", session.state(3, "Witness"));
    }

    @Test
    void everybodyForgetsAQueryInTheEnd() {
        QuerySession session = QuerySession.of(33);
        session.forgetChains();
        session.ask("BALANCE", "HIGH", CABAL).run(400);
        assertEquals("DONE", session.state(3, "Witness"));
        assertEquals("DONE", session.state(SUBJECT, "Subject"));
    }

    @Test
    void duplicatesLossesAndOvertakingDoNotChangeAnAnswer() {
        for (int seed = 40; seed < 60; seed++) {
            QuerySession session = QuerySession.of(seed);
            session.harness().network.duplicateRate = 0.3;
            session.harness().network.lossRate = 0.05;
            session.harness().network.reordering = true;
            session.forgetChains();
            session.ask("BALANCE", "HIGH").run(60);
            session.assertSound();
            assertEquals("COMPLETE", session.state(), "seed " + seed);
            assertEquals(FUNDS, session.number());
        }
    }

    @Test
    void everyNodeCanRestartDuringAQuery() {
        QuerySession session = QuerySession.of(60);
        session.forgetChains();
        session.ask("BALANCE", "HIGH");
        session.harness().nodes.forEach(TestNode::restart);
        session.harness().runNanos(80_000_000);
        session.harness().nodes.forEach(TestNode::restart);
        session.run(60);
        assertEquals("COMPLETE", session.state());
    }
}
