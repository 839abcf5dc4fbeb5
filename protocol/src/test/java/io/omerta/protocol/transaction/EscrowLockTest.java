package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.FUNDS;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ways in which a lock ends, on a network that delivers. */
class EscrowLockTest {
    private static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();

    private static EscrowSession begin(long seed, long amount) {
        return EscrowSession.begin(seed, amount, ESCROW);
    }

    @Test
    void aLockEndsWithEverybodyBound() {
        EscrowSession session = begin(1, 300);
        session.harness().runSeconds(10);
        session.assertLocked();
    }

    @Test
    void aLockIsOnTheChainsOfTheConsumerAndOfEveryWitness() {
        EscrowSession session = begin(2, 300);
        session.harness().runSeconds(10);
        Struct lock = session.harness().block(CONSUMER, "BALANCE_LOCK");
        assertEquals(session.id(), lock.get("session_id"));
        for (int witness : session.cabal()) {
            Struct commitment = session.harness().block(witness, "WITNESS_COMMITMENT");
            assertEquals(new Value.Int(300), commitment.get("amount"));
            assertEquals(session.ofConsumer("lock_hash"), commitment.get("decision_hash"));
        }
    }

    @Test
    void allOfTheFundsCanBeLocked() {
        EscrowSession session = begin(3, FUNDS);
        session.harness().runSeconds(10);
        session.assertLocked();
    }

    @Test
    void aLockBeyondTheFundsIsRefusedAtOnce() {
        EscrowSession session = begin(4, FUNDS + 1);
        assertEquals("FAILED", session.consumer());
        assertEquals("the funds that are free do not cover the amount", session.rejectReason());
        session.harness().runSeconds(10);
        assertEquals("", session.provider(), "nobody is asked");
    }

    @Test
    void aLockBeyondTheFundsIsRejectedByTheCabal() {
        EscrowSession session =
                EscrowSession.begin(4, FUNDS + 1, EscrowSession.reckless().compile());
        session.harness().runSeconds(10);
        assertEquals("FAILED", session.consumer());
        assertEquals("the cabal rejected the lock", session.rejectReason());
        assertEquals("ABANDONED", session.provider());
        session.cabal().forEach(witness -> assertEquals("RELEASED", session.witness(witness)));
        session.assertSound();
    }

    @Test
    void aRejectedLockLeavesNothingReserved() {
        EscrowSession session =
                EscrowSession.begin(4, FUNDS + 1, EscrowSession.reckless().compile());
        session.harness().runSeconds(10);
        session.cabal().forEach(witness -> assertEquals(0, session.harness().held(witness)));
        assertEquals(0, session.harness().held(CONSUMER));
        assertEquals(0, session.harness().blocks(CONSUMER, "BALANCE_LOCK"));
    }

    /** The states of two locks that are begun at once, which together exceed the funds. */
    private static List<String> twoAtOnce(TransactionSpec escrow) {
        EscrowSession one = EscrowSession.begin(31, FUNDS / 2 + 1, escrow);
        EscrowSession other = new EscrowSession(one.harness(), one.harness().lock(FUNDS / 2));
        String atOnce = other.consumer();
        one.harness().runSeconds(10);
        return List.of(one.consumer(), atOnce);
    }

    @Test
    void twoLocksAtOnceBeyondTheFundsAreRefusedByTheConsumersOwnMachine() {
        assertEquals(List.of("LOCKED", "FAILED"), twoAtOnce(ESCROW));
    }

    @Test
    void ifNothingWereReservedForTheFirstTheSecondWouldBegin() {
        TransactionSpec forgetful = Variant.of(ShippedTransactions.ESCROW_LOCK)
                .without(
                        "APPEND(chain, CONSUMER_RESERVATION { expires_at NOW() + WITNESS_COMMITMENT_TIMEOUT + RECRUITMENT_TIMEOUT })")
                .compile();
        assertEquals(List.of("LOCKED", "AWAITING_TERMS"), twoAtOnce(forgetful));
    }

    @Test
    void whatALockHasReservedIsKeptOverARestart() {
        EscrowSession one = begin(32, FUNDS / 2 + 1);
        one.node(CONSUMER).restart();
        EscrowSession other = new EscrowSession(one.harness(), one.harness().lock(FUNDS / 2));
        assertEquals("FAILED", other.consumer());
    }

    @Test
    void whatALockThatFailedHasReservedIsFreeAtOnce() {
        EscrowSession one = EscrowSession.begin(33, FUNDS, ESCROW);
        one.silence(PROVIDER);
        one.harness().runSeconds(31);
        assertEquals("the provider did not answer", one.rejectReason());
        one.harness().network.heal();
        EscrowSession other = new EscrowSession(one.harness(), one.harness().lock(FUNDS));
        one.harness().runSeconds(10);
        assertEquals("LOCKED", other.consumer());
    }

    @Test
    void aLockOfNothingIsRefusedAtOnce() {
        EscrowSession session = begin(5, 0);
        assertEquals("FAILED", session.consumer());
    }

    @Test
    void aLockWithOneselfIsRefusedAtOnce() {
        SessionHarness harness = SessionHarness.of(6, ESCROW);
        EscrowSession session = new EscrowSession(harness, harness.lock(CONSUMER, CONSUMER, 10));
        assertEquals("FAILED", session.consumer());
    }

    @Test
    void aConsumerThatHasRecordedNoHeadOfTheProviderDoesNotBegin() {
        SessionHarness harness = SessionHarness.of(7, ESCROW);
        EscrowSession session = new EscrowSession(harness, harness.lock(CONSUMER, SessionHarness.FIRST_CANDIDATE, 10));
        assertEquals("FAILED", session.consumer());
        assertEquals("no old enough head of the provider's chain is known", session.rejectReason());
    }

    @Test
    void aProviderThatLacksTheCheckpointRefuses() {
        SessionHarness harness = SessionHarness.of(8, ESCROW);
        TestNode provider = harness.nodes.get(PROVIDER);
        provider.chain = Chain.begin(harness.nowMillis(), provider.identity.signer(), harness.hasher);
        provider.become(List.of(ESCROW));
        EscrowSession session = new EscrowSession(harness, harness.lock(300));
        harness.runSeconds(5);
        assertEquals("REJECTED", session.provider());
        assertEquals("FAILED", session.consumer());
        assertEquals("the checkpoint is not on my chain", session.rejectReason());
    }

    @Test
    void aSilentProviderCostsTheConsumerNothing() {
        SessionHarness harness = SessionHarness.of(9, ESCROW);
        harness.network.lose(packet -> packet.to() == PROVIDER);
        EscrowSession session = new EscrowSession(harness, harness.lock(300));
        harness.runSeconds(29);
        assertEquals("AWAITING_TERMS", session.consumer());
        harness.runSeconds(2);
        assertEquals("FAILED", session.consumer());
        assertEquals("the provider did not answer", session.rejectReason());
    }

    @Test
    void aProviderWithTooFewCandidatesIsNotTrusted() {
        SessionHarness harness = new SessionHarness(10, 9, List.of(ESCROW));
        EscrowSession session = new EscrowSession(harness, harness.lock(300));
        harness.runSeconds(5);
        assertEquals("FAILED", session.consumer());
        assertEquals("the provider's chain names too few candidates", session.rejectReason());
    }

    @Test
    void aProviderThatDoesNotAcknowledgeCostsTheFundsOnlyForAWhile() {
        EscrowSession session = begin(11, 700).untilDrawn();
        session.silence(PROVIDER);
        session.harness().runSeconds(80);
        assertEquals("RELEASED", session.consumer());
        assertEquals("the provider did not acknowledge", session.rejectReason());
        session.harness().network.heal();
        EscrowSession next =
                new EscrowSession(session.harness(), session.harness().lock(700));
        session.harness().runSeconds(20);
        next.assertLocked();
    }

    @Test
    void oneSilentWitnessOfFiveDoesNotStopALock() {
        EscrowSession session = begin(12, 300).untilDrawn();
        int silent = session.cabal().get(2);
        session.silence(silent);
        session.harness().runSeconds(60);
        assertEquals("LOCKED", session.consumer());
        assertEquals("SERVICE_PHASE", session.provider());
        session.cabal().stream()
                .filter(witness -> witness != silent)
                .forEach(witness -> assertEquals("ESCROW_ACTIVE", session.witness(witness)));
        session.assertSound();
    }

    @Test
    void twoSilentWitnessesOfFiveFailTheLockAndFreeTheFunds() {
        EscrowSession session =
                EscrowSession.begin(13, 300, withoutRecruitment()).untilDrawn();
        List<Integer> cabal = session.cabal();
        session.silence(cabal.get(0));
        session.silence(cabal.get(4));
        session.harness().runSeconds(200);
        assertEquals("FAILED", session.consumer());
        assertEquals("the cabal did not decide", session.rejectReason());
        assertEquals("ABANDONED", session.provider());
        cabal.subList(1, 4).forEach(witness -> assertEquals(0, session.harness().held(witness)));
        session.harness().runSeconds(900);
        cabal.forEach(witness -> assertEquals(0, session.harness().held(witness)));
        session.assertSound();
    }

    @Test
    void recruitsStandInForTwoSilentWitnesses() {
        EscrowSession session = begin(13, 300).untilDrawn();
        List<Integer> cabal = session.cabal();
        session.silence(cabal.get(0));
        session.silence(cabal.get(4));
        session.harness().runSeconds(150);
        assertEquals("LOCKED", session.consumer());
        assertEquals(7, session.cabal().size());
        session.assertSound();
    }

    private static TransactionSpec withoutRecruitment() {
        return Variant.of(ShippedTransactions.ESCROW_LOCK)
                .parameter("MAX_RECRUITMENT_ROUNDS", new Value.Int(0))
                .compile();
    }

    @Test
    void aDividedCabalDecidesWithRecruits() {
        EscrowSession session = begin(14, 300).untilDrawn();
        List<Integer> first = session.cabal();
        for (int i = 0; i < 2; i++) {
            session.node(first.get(i)).knowledge.learnBalance(session.harness().peer(CONSUMER), 0);
        }
        session.harness().runSeconds(20);
        assertEquals("LOCKED", session.consumer());
        assertEquals(session.order().subList(0, 7), session.cabal());
        session.assertLocked();
    }

    @Test
    void aCabalThatStaysDividedRejects() {
        EscrowSession session = begin(15, 300).untilDrawn();
        List<Integer> order = session.order();
        for (int i = 0; i < order.size(); i += 2) {
            session.node(order.get(i)).knowledge.learnBalance(session.harness().peer(CONSUMER), 0);
        }
        session.harness().runSeconds(60);
        assertEquals("FAILED", session.consumer());
        assertEquals("the cabal rejected the lock", session.rejectReason());
        assertEquals(11, session.cabal().size());
        order.forEach(witness -> assertEquals(0, session.harness().held(witness)));
        session.assertSound();
    }

    @Test
    void witnessesThatDoNotKnowTheConsumersChainAskTheConsumer() {
        EscrowSession session = begin(16, 300).untilDrawn();
        session.cabal().forEach(witness -> session.node(witness).knowledge.forgetChains());
        session.harness().runSeconds(10);
        session.assertLocked();
    }

    @Test
    void aWitnessThatTheConsumerDoesNotAnswerLearnsTheChainFromTheOthers() {
        EscrowSession session = begin(17, 300).untilDrawn();
        int ignorant = session.cabal().get(3);
        session.node(ignorant).knowledge.forgetChains();
        session.lose("CONSUMER_CHAIN");
        session.harness().runSeconds(10);
        assertTrue(session.variable(ignorant, "Witness", "consumer_segment") instanceof Value);
        assertFalse(session.variable(ignorant, "Witness", "consumer_segment") instanceof Value.Absent);
        session.assertLocked();
    }

    @Test
    void aWitnessThatCannotLearnTheChainRejects() {
        EscrowSession session = begin(18, 300).untilDrawn();
        int ignorant = session.cabal().get(3);
        session.node(ignorant).knowledge.forgetChains();
        session.lose("CONSUMER_CHAIN");
        session.lose("WITNESS_CHAIN_SYNC_RESPONSE");
        session.harness().runSeconds(60);
        assertEquals(new Value.EnumMember("REJECT"), session.variable(ignorant, "Witness", "verdict"));
        session.assertLocked();
    }

    @Test
    void twoLocksThatTheFundsCoverBothHold() {
        SessionHarness harness = SessionHarness.of(19, ESCROW);
        EscrowSession first = new EscrowSession(harness, harness.lock(400));
        EscrowSession second = new EscrowSession(harness, harness.lock(600));
        harness.runSeconds(10);
        first.assertLocked();
        second.assertLocked();
    }

    @Test
    void aSecondLockKnowsTheFirstFromTheConsumersChain() {
        SessionHarness harness = SessionHarness.of(20, EscrowSession.reckless().compile());
        EscrowSession first = new EscrowSession(harness, harness.lock(400));
        harness.runSeconds(10);
        Hash chosen = harness.lock(601);
        harness.runSeconds(20);
        first.assertLocked();
        assertEquals("FAILED", new EscrowSession(harness, chosen).consumer());
        EscrowSession third = new EscrowSession(harness, harness.lock(600));
        harness.runSeconds(20);
        third.assertLocked();
    }
}
