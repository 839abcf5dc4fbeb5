package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.EscrowForge.ACCEPT;
import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.FIRST_CANDIDATE;
import static io.omerta.protocol.transaction.SessionHarness.FUNDS;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.omerta.protocol.chain.Chain;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Draws that somebody chose, funds that are promised twice or for ever, sessions that are played again: attacks that
 * succeed against published versions of the escrow lock, each with the control that it does so again without the guard.
 */
class EscrowSessionHolesTest {
    private static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();

    private static Variant variant() {
        return Variant.of(ShippedTransactions.ESCROW_LOCK);
    }

    private static EscrowSession begin(TransactionSpec transaction) {
        return EscrowSession.begin(1, 300, transaction).untilDrawn();
    }

    /** H8: the selection is believed instead of recomputed. */
    private static String cabalOfSybils(EscrowSession session) {
        EscrowForge forge = new EscrowForge(session);
        List<NodeIdentity> sybils =
                IntStream.range(0, 5).mapToObj(session.harness()::stranger).toList();
        Struct decision = forge.decision("ACCEPTED", sybils);
        forge.askForAcknowledgement(
                decision,
                sybils.stream()
                        .map(sybil -> forge.vote(sybil, ACCEPT, forge.hash(decision)))
                        .toList());
        return session.provider();
    }

    @Test
    void h8TheProviderServesUnderNoOtherCabalThanTheDrawnOne() {
        assertEquals("AWAITING_RESULT", cabalOfSybils(begin(ESCROW)));
    }

    @Test
    void h8WithoutItsOwnDrawItWould() {
        Variant unguarded = variant()
                .without("\n    and FOLLOWS(message.result.decision, intent,"
                        + "\n      WITNESS_ORDER(HASH(session_id, provider_nonce, message.consumer_nonce), chain_state, consumer),"
                        + "\n      chain_state.trust_milli)");
        assertEquals("AWAITING_FINAL", cabalOfSybils(begin(unguarded.compile())));
    }

    private static String askTheLastOfTheDraw(EscrowSession session) {
        int friend = session.order().get(SessionHarness.CANDIDATES - 1);
        EscrowForge forge = new EscrowForge(session);
        forge.request(forge.consumer(), friend, session.ofConsumer("terms"), session.ofConsumer("consumer_nonce"));
        return session.witness(friend);
    }

    @Test
    void h8WhoIsNotDrawnDoesNotWitness() {
        assertEquals("DONE", askTheLastOfTheDraw(begin(ESCROW)));
    }

    @Test
    void h8WithoutItsOwnDrawAnybodyWould() {
        Variant unguarded = variant().without("\n    and rounds <= MAX_RECRUITMENT_ROUNDS");
        assertEquals("COLLECTING_PRELIMINARIES", askTheLastOfTheDraw(begin(unguarded.compile())));
    }

    /** H9: who knows the other's nonce chooses its own, and with it the cabal. */
    private static String askWithAnotherNonce(EscrowSession session) {
        session.lose("WITNESS_REQUEST");
        EscrowForge forge = new EscrowForge(session);
        Value other = ByteString.of(new byte[] {1});
        forge.request(forge.consumer(), FIRST_CANDIDATE, session.ofConsumer("terms"), other);
        return session.witness(FIRST_CANDIDATE);
    }

    @Test
    void h9ANonceThatWasNotCommittedToDrawsNobody() {
        SessionHarness harness = SessionHarness.of(1, ESCROW);
        harness.network.lose(packet -> packet.is("WITNESS_REQUEST"));
        EscrowSession session = new EscrowSession(harness, harness.lock(300)).untilDrawn();
        assertEquals("IDLE", askWithAnotherNonce(session));
    }

    @Test
    void h9WithoutTheCommitmentItWould() {
        TransactionSpec unguarded = variant()
                .without("\n    and intent.consumer_commitment == HASH(session_id, consumer_nonce)")
                .compile();
        SessionHarness harness = SessionHarness.of(1, unguarded);
        harness.network.lose(packet -> packet.is("WITNESS_REQUEST"));
        EscrowSession session = new EscrowSession(harness, harness.lock(300)).untilDrawn();
        assertNotEquals("IDLE", askWithAnotherNonce(session));
    }

    /** H10: a checkpoint made for the occasion. */
    private static String knowingOnlyAFreshHead(TransactionSpec transaction) {
        SessionHarness harness = SessionHarness.of(1, transaction);
        TestNode consumer = harness.nodes.get(CONSUMER);
        consumer.chain = Chain.begin(harness.nowMillis(), consumer.identity.signer(), harness.hasher);
        consumer.record(harness.nodes.get(PROVIDER).chain, harness.nowMillis());
        consumer.become(List.of(transaction));
        harness.runSeconds(1_800);
        return new EscrowSession(harness, harness.lock(300)).consumer();
    }

    @Test
    void h10AFreshHeadOfTheProviderIsNoCheckpoint() {
        assertEquals("FAILED", knowingOnlyAFreshHead(ESCROW));
    }

    @Test
    void h10WithoutTheAgeItWouldBe() {
        Variant unguarded = variant().parameter("MIN_CHECKPOINT_AGE", new Value.Int(0));
        assertEquals("AWAITING_TERMS", knowingOnlyAFreshHead(unguarded.compile()));
    }

    /** H12: a second lock of the same funds, begun before the consumer's chain shows the first. How many of them hold. */
    private static long lockTwice(Variant variant) {
        TransactionSpec transaction = variant.parameter("CANDIDATE_FLOOR", new Value.Int(5))
                .parameter("MAX_RECRUITMENT_ROUNDS", new Value.Int(0))
                .compile();
        SessionHarness harness = new SessionHarness(1, 5, List.of(transaction));
        EscrowSession first = new EscrowSession(harness, harness.lock(700));
        harness.runUntil(
                10, () -> IntStream.range(0, 5).allMatch(witness -> harness.held(FIRST_CANDIDATE + witness) == 700));
        EscrowSession second = new EscrowSession(harness, harness.lock(700));
        harness.runSeconds(20);
        return Stream.of(first, second)
                .filter(session -> session.consumer().equals("LOCKED"))
                .count();
    }

    @Test
    void h12FundsThatWitnessesHoldAreNotLockedAgain() {
        assertEquals(1, lockTwice(EscrowSession.reckless()));
    }

    @Test
    void h12WithoutReservationsTheyWouldBe() {
        assertEquals(
                2,
                lockTwice(EscrowSession.reckless()
                        .with("when observed_balance - reserved >= amount\n", "when observed_balance >= amount\n")));
    }

    /** H13: a request is played again when the witness has forgotten its session. */
    private static String aDayLater(TransactionSpec transaction) {
        EscrowSession session = begin(transaction);
        int witness = session.cabal().get(0);
        session.harness().runSeconds(86_400);
        session.node(witness).become(List.of(transaction));
        EscrowForge forge = new EscrowForge(session);
        forge.request(forge.consumer(), witness, session.ofConsumer("terms"), session.ofConsumer("consumer_nonce"));
        return session.witness(witness);
    }

    @Test
    void h13AnOldRequestBeginsNothing() {
        assertEquals("IDLE", aDayLater(ESCROW));
    }

    @Test
    void h13WithoutTheCheckOfItsAgeItWould() {
        Variant unguarded = variant().without("\n    and IS_TIMELY(message.terms.intent, NOW())");
        assertEquals("COLLECTING_PRELIMINARIES", aDayLater(unguarded.compile()));
    }

    /** H13: the same by another witness, which says that it is recruiting. */
    private static String passedOnADayLater(TransactionSpec transaction) {
        EscrowSession session = begin(transaction);
        int witness = session.cabal().get(0);
        int other = session.cabal().get(1);
        session.harness().runSeconds(86_400);
        session.node(witness).become(List.of(transaction));
        EscrowForge forge = new EscrowForge(session);
        forge.recruit(
                forge.identity(other), witness, session.ofConsumer("terms"), session.ofConsumer("consumer_nonce"));
        return session.witness(witness);
    }

    @Test
    void h13AnOldRequestThatIsPassedOnBeginsNothing() {
        assertEquals("IDLE", passedOnADayLater(ESCROW));
    }

    @Test
    void h13WithoutTheCheckOfItsAgeThatWouldToo() {
        Variant unguarded = variant().without("\n    and IS_TIMELY(message.request.terms.intent, NOW())");
        assertEquals("COLLECTING_PRELIMINARIES", passedOnADayLater(unguarded.compile()));
    }

    /** H13: another consumer takes a session's identity before its own consumer can use it. */
    private static String takeASession(TransactionSpec transaction) {
        SessionHarness harness = SessionHarness.of(1, transaction);
        TestNode thief = harness.nodes.get(FIRST_CANDIDATE);
        TransactionSpec lying = variant()
                .without(" and SESSION() == HASH(peer_id, session_salt)")
                .with("free_funds < amount", "amount == 0")
                .compile();
        thief.turnBad(lying);
        EscrowSession victim = new EscrowSession(
                harness, SessionId.of(harness.peer(CONSUMER), ByteString.of(new byte[] {1}), harness.hasher));
        harness.trigger(
                FIRST_CANDIDATE,
                EscrowSession.key(victim.id(), "Consumer"),
                "initiate_lock",
                ByteString.of(new byte[] {1}),
                harness.peer(PROVIDER),
                new Value.Int(1),
                new Value.Int(1));
        harness.runSeconds(2);
        return victim.provider();
    }

    @Test
    void h13NobodyOpensASessionOfAnother() {
        assertEquals("IDLE", takeASession(ESCROW));
    }

    @Test
    void h13WithoutTheBindingAnybodyCould() {
        Variant unguarded =
                variant().without("\n    and message.session_id == HASH(message.sender, message.session_salt)");
        assertEquals("AWAITING_RESULT", takeASession(unguarded.compile()));
    }

    /** H16: nobody is told that a lock failed, and witnesses hold its funds for ever. */
    private static String lockAgainAfterAFailure(TransactionSpec transaction) {
        EscrowSession session = EscrowSession.begin(1, FUNDS, transaction).untilDrawn();
        session.lose("LOCK_FOR_ACKNOWLEDGEMENT");
        session.harness().runSeconds(120);
        session.harness().network.heal();
        EscrowSession next =
                new EscrowSession(session.harness(), session.harness().lock(FUNDS));
        session.harness().runSeconds(120);
        return session.provider() + ", " + next.consumer();
    }

    @Test
    void h16AFailedLockEndsForEverybodyAndFreesTheFunds() {
        assertEquals("ABANDONED, LOCKED", lockAgainAfterAFailure(ESCROW));
    }

    @Test
    void h16IfNobodyWereToldTheFundsWouldStayBound() {
        Variant silent = variant()
                .without("    BROADCAST(witnesses, LOCK_RELEASED)\n")
                .without("    SEND(provider, LOCK_RELEASED)\n");
        assertEquals("AWAITING_RESULT, FAILED", lockAgainAfterAFailure(silent.compile()));
    }

    @Test
    void h16AConsumerCannotFreeItsFundsByItself() {
        EscrowSession session =
                EscrowSession.begin(1, FUNDS, EscrowSession.reckless().compile());
        session.harness().runSeconds(10);
        Struct release = new Forge(session.harness(), ESCROW, session.id())
                .block(
                        "BALANCE_RELEASE",
                        "amount",
                        new Value.Int(FUNDS),
                        "replacements",
                        ValueList.of(),
                        "votes",
                        ValueList.of());
        session.node(CONSUMER).take(new SessionCommand.Record(release).toInput());
        EscrowSession next =
                new EscrowSession(session.harness(), session.harness().lock(1));
        session.harness().runSeconds(20);
        assertEquals("FAILED", next.consumer());
    }

    /** H17: a trickle of messages keeps a lock from expiring. */
    private static String pingedAllTheTime(TransactionSpec transaction) {
        EscrowSession session = begin(transaction);
        session.harness().runSeconds(10);
        EscrowForge forge = new EscrowForge(session);
        NodeIdentity witness = forge.cabal().get(0);
        for (int minute = 0; minute < 17; minute++) {
            forge.send(witness, CONSUMER, "Consumer", forge.ping(witness));
            session.harness().runSeconds(60);
        }
        return session.consumer();
    }

    @Test
    void h17ATrickleOfMessagesDoesNotKeepALockOpen() {
        assertEquals("RELEASED", pingedAllTheTime(ESCROW));
    }

    @Test
    void h17IfEveryAnswerBeganTheWaitAnewItWould() {
        Variant renewed = variant()
                .with("  LOCKED -> LOCKED on LIVENESS_PING", "  LOCKED -> PONGING on LIVENESS_PING")
                .with(
                        "  LOCKED -> IN_SESSION on session_started",
                        "  PONGING -> LOCKED auto\n  LOCKED -> IN_SESSION on session_started")
                .with("  state LOCKED ", "  state PONGING\n  state LOCKED ");
        assertEquals("LOCKED", pingedAllTheTime(renewed.compile()));
    }
}
