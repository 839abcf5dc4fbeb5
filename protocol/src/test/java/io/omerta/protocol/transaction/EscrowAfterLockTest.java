package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.FUNDS;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens to a lock that holds: it is watched, added to, released or settled. */
class EscrowAfterLockTest {
    private static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();
    private static final long LOCK_EXPIRY_SECONDS = 900;

    private static EscrowSession locked(long seed, long amount) {
        EscrowSession session = EscrowSession.begin(seed, amount, ESCROW);
        session.harness().runSeconds(10);
        session.assertLocked();
        return session;
    }

    /** A session that everybody has seen begin. */
    private static EscrowSession begun(long seed, long amount) {
        EscrowSession session = locked(seed, amount);
        session.trigger(CONSUMER, "Consumer", "session_started");
        session.trigger(PROVIDER, "Provider", "session_started");
        session.cabal().forEach(witness -> session.trigger(witness, "Witness", "session_started"));
        return session;
    }

    @Test
    void aLockWithoutASessionIsReleased() {
        EscrowSession session = locked(1, FUNDS);
        session.harness().runSeconds(LOCK_EXPIRY_SECONDS + 60);
        assertEquals("RELEASED", session.consumer());
        assertEquals("ABANDONED", session.provider());
        session.cabal().forEach(witness -> {
            assertEquals("RELEASED", session.witness(witness));
            assertEquals(0, session.harness().held(witness));
        });
        session.assertSound();
    }

    @Test
    void releasedFundsCanBeLockedAgain() {
        EscrowSession session = locked(2, FUNDS);
        session.harness().runSeconds(LOCK_EXPIRY_SECONDS + 60);
        EscrowSession next =
                new EscrowSession(session.harness(), session.harness().lock(FUNDS));
        session.harness().runSeconds(20);
        next.assertLocked();
    }

    @Test
    void aConsumerThatVanishesBindsNoWitnessForEver() {
        EscrowSession session = locked(3, FUNDS);
        List<Integer> cabal = session.cabal();
        session.silence(CONSUMER);
        session.harness().runSeconds(3 * LOCK_EXPIRY_SECONDS);
        cabal.forEach(witness -> {
            assertEquals("DONE", session.witness(witness));
            assertEquals(0, session.harness().held(witness));
        });
        assertEquals("ABANDONED", session.provider());
    }

    @Test
    void aSessionThatHasBegunIsNotReleased() {
        EscrowSession session = begun(4, FUNDS);
        session.harness().runSeconds(3 * LOCK_EXPIRY_SECONDS);
        assertEquals("IN_SESSION", session.consumer());
        assertEquals("IN_SESSION", session.provider());
        session.cabal().forEach(witness -> assertEquals(FUNDS, session.harness().held(witness)));
        session.assertSound();
    }

    @Test
    void witnessesOfASessionDoNotLetAConsumerTakeTheFundsBack() {
        EscrowSession session = locked(5, FUNDS);
        session.trigger(PROVIDER, "Provider", "session_started");
        session.cabal().forEach(witness -> session.trigger(witness, "Witness", "session_started"));
        session.harness().runSeconds(2 * LOCK_EXPIRY_SECONDS);
        assertEquals("FAILED", session.consumer());
        assertEquals("the witnesses did not release the lock", session.rejectReason());
        session.cabal().forEach(witness -> assertEquals(FUNDS, session.harness().held(witness)));
    }

    @Test
    void settlementEndsEverything() {
        EscrowSession session = begun(6, 300);
        session.trigger(CONSUMER, "Consumer", "session_settled");
        session.trigger(PROVIDER, "Provider", "session_settled");
        List<Integer> cabal = session.cabal();
        cabal.forEach(witness -> session.trigger(witness, "Witness", "session_settled"));
        assertEquals("SETTLED", session.consumer());
        assertEquals("SETTLED", session.provider());
        cabal.forEach(witness -> assertEquals(0, session.harness().held(witness)));
    }

    @Test
    void aProviderRecordsUnderWhoseEyesASessionBegan() {
        EscrowSession session = begun(7, 300);
        assertEquals(
                session.ofConsumer("witnesses"),
                session.harness().block(PROVIDER, "SESSION_OPENED").get("witnesses"));
    }

    @Test
    void witnessesThatAnswerStayInTheCabal() {
        EscrowSession session = begun(8, 300);
        List<Integer> before = session.cabal();
        session.harness().runSeconds(3_600);
        assertEquals(before, session.cabal());
        before.forEach(witness -> assertEquals(0, session.harness().blocks(witness, "WITNESS_REPLACEMENT")));
        session.assertSound();
    }

    @Test
    void aSilentWitnessIsReplacedByTheNextInTheDraw() {
        EscrowSession session = begun(9, 300);
        int silent = session.cabal().get(1);
        int next = session.order().get(5);
        session.silence(silent);
        session.harness().runSeconds(400);
        assertEquals("ESCROW_ACTIVE", session.witness(next));
        assertEquals(300, session.harness().held(next));
        assertEquals(next, session.cabal().get(1));
        assertEquals(session.ofConsumer("witnesses"), session.variable(PROVIDER, "Provider", "witnesses"));
        for (int witness : session.cabal()) {
            assertEquals(session.ofConsumer("witnesses"), session.variable(witness, "Witness", "witnesses"));
        }
        session.assertSound();
    }

    @Test
    void aWitnessThatComesBackTooLateLetsGo() {
        EscrowSession session = begun(10, 300);
        int silent = session.cabal().get(1);
        session.silence(silent);
        session.harness().runSeconds(700);
        assertEquals(300, session.harness().held(silent));
        session.harness().network.heal();
        session.harness().runSeconds(700);
        assertEquals("RELEASED", session.witness(silent));
        assertEquals(0, session.harness().held(silent));
    }

    @Test
    void twoSilentWitnessesAreReplacedOneAfterTheOther() {
        EscrowSession session = begun(11, 300);
        int first = session.cabal().get(0);
        int second = session.cabal().get(4);
        session.silence(first);
        session.harness().runSeconds(500);
        session.silence(second);
        session.harness().runSeconds(1_000);
        assertEquals(
                List.of(session.order().get(5), session.order().get(6)),
                List.of(session.cabal().get(0), session.cabal().get(4)));
        assertEquals("ESCROW_ACTIVE", session.witness(session.order().get(6)));
        session.assertSound();
    }

    @Test
    void aTopUpIsAddedEverywhere() {
        EscrowSession session = begun(12, 300);
        session.trigger(CONSUMER, "Consumer", "initiate_topup", new Value.Int(200));
        session.harness().runSeconds(10);
        assertEquals("IN_SESSION", session.consumer());
        assertEquals(new Value.Int(500), session.ofConsumer("total_escrowed"));
        assertEquals(new Value.Int(500), session.variable(PROVIDER, "Provider", "total_escrowed"));
        session.cabal().forEach(witness -> {
            assertEquals(new Value.Int(500), session.variable(witness, "Witness", "total_escrowed"));
            assertEquals(500, session.harness().held(witness));
        });
        session.assertSound();
    }

    @Test
    void topUpsCanFollowEachOther() {
        EscrowSession session = begun(13, 300);
        for (int i = 0; i < 7; i++) {
            session.trigger(CONSUMER, "Consumer", "initiate_topup", new Value.Int(100));
            session.harness().runSeconds(10);
        }
        assertEquals(new Value.Int(FUNDS), session.ofConsumer("total_escrowed"));
        assertEquals(new Value.Int(FUNDS), session.variable(PROVIDER, "Provider", "total_escrowed"));
    }

    @Test
    void aTopUpBeyondTheFundsIsRefusedSoonAndTheSessionGoesOn() {
        EscrowSession session = begun(14, 300);
        session.trigger(CONSUMER, "Consumer", "initiate_topup", new Value.Int(701));
        session.harness().runSeconds(1);
        assertEquals("IN_SESSION", session.consumer());
        assertEquals(new Text("the cabal refused"), session.ofConsumer("topup_failed_reason"));
        assertEquals(new Value.Int(300), session.ofConsumer("total_escrowed"));
        session.assertSound();
    }

    @Test
    void aTopUpOfNothingIsRefusedAtOnce() {
        EscrowSession session = begun(15, 300);
        session.trigger(CONSUMER, "Consumer", "initiate_topup", new Value.Int(0));
        assertEquals("IN_SESSION", session.consumer());
        assertEquals(new Text("the amount must be above 0"), session.ofConsumer("topup_failed_reason"));
    }

    @Test
    void aTopUpThatNobodyAnswersLeavesTheSessionOnItsEscrow() {
        EscrowSession session = begun(16, 300);
        session.lose("TOPUP_RESULT_FOR_SIGNATURE");
        session.trigger(CONSUMER, "Consumer", "initiate_topup", new Value.Int(100));
        session.harness().runSeconds(61);
        assertEquals("IN_SESSION", session.consumer());
        assertEquals(new Text("the cabal did not decide"), session.ofConsumer("topup_failed_reason"));
        session.harness().runSeconds(200);
        session.cabal().forEach(witness -> {
            assertEquals("ESCROW_ACTIVE", session.witness(witness));
            assertEquals(300, session.harness().held(witness));
        });
        session.harness().network.heal();
        session.trigger(CONSUMER, "Consumer", "initiate_topup", new Value.Int(100));
        session.harness().runSeconds(40);
        assertEquals(new Value.Int(400), session.ofConsumer("total_escrowed"));
        session.assertSound();
    }

    @Test
    void aWitnessThatMissedATopUpsVotesFollowsTheOthers() {
        EscrowSession session = begun(17, 300);
        int deaf = session.cabal().get(2);
        session.harness().network.lose(packet -> packet.to() == deaf && packet.is("TOPUP_VOTE"));
        session.trigger(CONSUMER, "Consumer", "initiate_topup", new Value.Int(100));
        session.harness().runSeconds(60);
        assertEquals(new Value.Int(400), session.variable(deaf, "Witness", "total_escrowed"));
        session.assertSound();
    }

    @Test
    void otherLocksCountAgainstATopUp() {
        EscrowSession session = begun(18, 300);
        EscrowSession other =
                new EscrowSession(session.harness(), session.harness().lock(500));
        session.harness().runSeconds(20);
        other.assertLocked();
        session.trigger(CONSUMER, "Consumer", "initiate_topup", new Value.Int(201));
        session.harness().runSeconds(70);
        assertEquals(new Value.Int(300), session.ofConsumer("total_escrowed"));
        session.trigger(CONSUMER, "Consumer", "initiate_topup", new Value.Int(200));
        session.harness().runSeconds(70);
        assertEquals(new Value.Int(500), session.ofConsumer("total_escrowed"));
        assertTrue(session.harness().violations.isEmpty());
    }

    /** A member that lets a friend into the cabal by its own vote alone; the friend's state. */
    private static String joinByOneVote(TransactionSpec transaction) {
        EscrowSession session = EscrowSession.begin(19, 300, transaction);
        session.harness().runSeconds(10);
        int friend = session.order().get(5);
        int member = session.cabal().get(0);
        EscrowForge forge = new EscrowForge(session);
        NodeIdentity liar = forge.identity(member);
        forge.send(
                liar,
                friend,
                "Witness",
                forge.join(
                        liar,
                        session.variable(member, "Witness", "final"),
                        session.variable(member, "Witness", "request"),
                        forge.identity(session.cabal().get(1)),
                        forge.identity(friend)));
        return session.witness(friend);
    }

    @Test
    void nobodyJoinsACabalByTheVoteOfOne() {
        assertEquals("IDLE", joinByOneVote(ESCROW));
    }

    @Test
    void withoutTheQuorumAnybodyWould() {
        String guard = "LENGTH(change.votes) <= LENGTH(members)\n    and "
                + "LENGTH(DISTINCT(MAP(genuine, v => v.witness))) >= ";
        TransactionSpec unguarded = Variant.of(ShippedTransactions.ESCROW_LOCK)
                .with(guard + "QUORUM(LENGTH(members))", guard + "1")
                .compile();
        assertEquals("ESCROW_ACTIVE", joinByOneVote(unguarded));
    }
}
