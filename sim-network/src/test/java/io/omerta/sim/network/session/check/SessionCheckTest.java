package io.omerta.sim.network.session.check;

import static io.omerta.sim.network.session.check.Cases.SECOND;
import static io.omerta.sim.network.session.check.Cases.SESSION;
import static io.omerta.sim.network.session.check.Cases.block;
import static io.omerta.sim.network.session.check.Cases.charged;
import static io.omerta.sim.network.session.check.Cases.effects;
import static io.omerta.sim.network.session.check.Cases.funds;
import static io.omerta.sim.network.session.check.Cases.hash;
import static io.omerta.sim.network.session.check.Cases.held;
import static io.omerta.sim.network.session.check.Cases.peer;
import static io.omerta.sim.network.session.check.Cases.reservation;
import static io.omerta.sim.network.session.check.Cases.settled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.SimulatedHasher;
import io.omerta.protocol.crypto.SimulatedIdentities;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.machine.Fault;
import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.transaction.ShippedTransactions;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every check finds the violation that it is for, and nothing where there is none. */
class SessionCheckTest {
    private static final Hasher HASHER = new SimulatedHasher();
    private static final Verifier VERIFIER = new SimulatedIdentities(1).verifier();
    private static final SessionBounds BOUNDS = new SessionBounds(List.of(Cases.ESCROW));
    private static final SessionBounds WHOLE_LIVES =
            new SessionBounds(List.of(Cases.ESCROW, ShippedTransactions.CABAL_ATTESTATION.compile(), Cases.SETTLEMENT));
    private static final long LONG_AFTER_SECONDS = 100_000;

    private final SessionBook book = new SessionBook(200);

    private static void assertFound(SessionCheck check) {
        assertEquals(1, check.findings().violations(), check.findings().toString());
        assertTrue(check.findings().first().contains("at "), check.findings().first());
    }

    private static void assertNothingFound(SessionCheck check) {
        assertEquals(0, check.findings().violations(), check.findings().toString());
        assertTrue(check.findings().checked() > 0, "nothing was checked");
    }

    @Test
    void conservationHoldsForALockThatIsReleased() {
        Conservation check = new Conservation(peer -> 100);
        check.signed(funds(1, 0, "BALANCE_LOCK", 100));
        check.signed(funds(1, 1, "BALANCE_RELEASE", 100));
        assertNothingFound(check);
    }

    @Test
    void conservationFindsAnOverdrawnBalance() {
        Conservation check = new Conservation(peer -> 100);
        check.signed(funds(1, 0, "BALANCE_LOCK", 101));
        assertFound(check);
    }

    @Test
    void conservationFindsAReleaseOfMoreThanWasLocked() {
        Conservation check = new Conservation(peer -> 100);
        check.signed(funds(1, 0, "BALANCE_LOCK", 40));
        check.signed(funds(1, 1, "BALANCE_RELEASE", 41));
        assertFound(check);
    }

    @Test
    void conservationHoldsForALockThatIsSettled() {
        Conservation check = new Conservation(peer -> 100);
        check.signed(funds(1, 0, "BALANCE_LOCK", 100));
        check.signed(settled(2, 1, "PAYMENT_RECEIVED", 100, 30, 20, 50));
        check.signed(settled(1, 1, "BALANCE_UNLOCK", 100, 30, 20, 50));
        check.signed(block(1, 2, "BALANCE_LOCK", "session_id", hash(2), "amount", new Value.Int(50)));
        assertNothingFound(check);
    }

    @Test
    void conservationHoldsForALockThatExpires() {
        Conservation check = new Conservation(peer -> 100);
        check.signed(funds(1, 0, "BALANCE_LOCK", 100));
        check.signed(block(1, 1, "ESCROW_EXPIRED", "session_id", SESSION));
        check.signed(block(1, 2, "BALANCE_LOCK", "session_id", hash(2), "amount", new Value.Int(100)));
        assertNothingFound(check);
    }

    @Test
    void conservationFindsThatWhatIsPaidIsSpent() {
        Conservation check = new Conservation(peer -> 100);
        check.signed(funds(1, 0, "BALANCE_LOCK", 100));
        check.signed(settled(1, 1, "BALANCE_UNLOCK", 100, 30, 20, 50));
        check.signed(block(1, 2, "BALANCE_LOCK", "session_id", hash(2), "amount", new Value.Int(51)));
        assertFound(check);
    }

    @Test
    void conservationFindsASettlementOfAnotherAmount() {
        Conservation check = new Conservation(peer -> 100);
        check.signed(funds(1, 0, "BALANCE_LOCK", 100));
        check.signed(settled(1, 1, "BALANCE_UNLOCK", 99, 29, 20, 50));
        assertFound(check);
    }

    @Test
    void conservationFindsASettlementWhoseHalvesAreMoreThanTheWhole() {
        Conservation check = new Conservation(peer -> 100);
        check.signed(funds(1, 0, "BALANCE_LOCK", 100));
        check.signed(settled(1, 1, "BALANCE_UNLOCK", 100, 30, 20, 51));
        assertFound(check);
    }

    @Test
    void conservationFindsAProviderThatReceivesMoreThanIsPaid() {
        Conservation check = new Conservation(peer -> 100);
        check.signed(funds(1, 0, "BALANCE_LOCK", 100));
        check.signed(settled(1, 1, "BALANCE_UNLOCK", 100, 30, 20, 50));
        check.signed(settled(2, 1, "PAYMENT_RECEIVED", 100, 50, 0, 50));
        assertFound(check);
    }

    @Test
    void aLockEndsOnce() {
        SettledOnce check = new SettledOnce();
        check.signed(settled(1, 0, "BALANCE_UNLOCK", 100, 30, 20, 50));
        check.signed(settled(2, 0, "PAYMENT_RECEIVED", 100, 30, 20, 50));
        assertNothingFound(check);
        check.signed(block(1, 1, "ESCROW_EXPIRED", "session_id", SESSION));
        assertFound(check);
    }

    @Test
    void aSessionIsChargedOnce() {
        SettledOnce check = new SettledOnce();
        check.signed(charged(1, 0, 1, 30, 20));
        check.signed(charged(1, 0, 2, 30, 20));
        assertNothingFound(check);
        check.signed(charged(1, 1, 1, 30, 20));
        assertFound(check);
    }

    @Test
    void aSessionIsReleasedOnce() {
        SettledOnce check = new SettledOnce();
        check.signed(funds(1, 0, "BALANCE_RELEASE", 40));
        check.signed(funds(2, 0, "BALANCE_RELEASE", 40));
        assertNothingFound(check);
        check.signed(funds(1, 1, "BALANCE_RELEASE", 40));
        assertFound(check);
    }

    @Test
    void aWitnessPromisesWhatThereIs() {
        ReservationLimit check = new ReservationLimit(peer -> 100, 0);
        check.signed(reservation(1, 0, 1, 60, 10));
        check.signed(reservation(1, 20, 2, 60, 30)); // the first has expired
        check.signed(held(1, 21, "RESERVATION_RELEASED", 2, 60));
        check.signed(reservation(1, 22, 3, 100, 40));
        assertNothingFound(check);
    }

    @Test
    void aPromiseOfMoreThanThereIsIsFound() {
        ReservationLimit check = new ReservationLimit(peer -> 100, 0);
        check.signed(reservation(1, 0, 1, 60, 10));
        check.signed(reservation(1, 1, 2, 60, 10));
        assertFound(check);
    }

    @Test
    void aPromiseBesideACommitmentCountsBoth() {
        ReservationLimit check = new ReservationLimit(peer -> 100, 0);
        check.signed(held(1, 0, "WITNESS_COMMITMENT", 1, 60));
        check.signed(reservation(1, 5_000, 2, 60, 6_000));
        assertFound(check);
    }

    @Test
    void whatWasChargedIsNotPromisedAgain() {
        ReservationLimit check = new ReservationLimit(peer -> 100, 0);
        check.signed(held(1, 0, "WITNESS_COMMITMENT", 1, 60));
        check.signed(charged(1, 1, 1, 30, 20));
        check.signed(held(1, 2, "RESERVATION_RELEASED", 1, 60));
        check.signed(reservation(1, 3, 2, 50, 10));
        assertNothingFound(check);
        check.signed(reservation(1, 4, 3, 1, 10));
        assertFound(check);
    }

    @Test
    void twoSettlementsOfOneSessionAreFound() {
        OneResult check = new OneResult();
        check.stepped(Cases.settledBy(book, 1, hash(7)));
        check.stepped(Cases.settledBy(book, 2, hash(7)));
        assertNothingFound(check);
        check.stepped(Cases.settledBy(book, 3, hash(8)));
        assertFound(check);
    }

    @Test
    void twoResultsOfOneSessionAreFound() {
        OneResult check = new OneResult();
        check.stepped(Cases.believed(book, 1, 0, hash(7)));
        check.stepped(Cases.believed(book, 2, 0, hash(7)));
        assertNothingFound(check);
        check.stepped(Cases.believed(book, 3, 0, hash(8)));
        assertFound(check);
    }

    @Test
    void aLockThatNobodySignedIsFound() {
        AuthorizedLock check = new AuthorizedLock(Cases.ESCROW, HASHER, VERIFIER);
        check.stepped(Cases.believed(book, 1, 0, hash(7)));
        assertFound(check);
    }

    @Test
    void twoBlocksAtOneHeightAreFound() {
        NoHonestCondemned check = new NoHonestCondemned();
        check.signed(block(1, 0, "ANY"));
        assertNothingFound(check);
        check.forked(block(1, 1, "OTHER"));
        assertFound(check);
    }

    @Test
    void votesForTwoDecisionsAreFound() {
        NoHonestCondemned check = new NoHonestCondemned();
        check.stepped(effects(1, vote(hash(7)), vote(hash(7))));
        check.stepped(effects(2, vote(hash(8))));
        assertNothingFound(check);
        check.stepped(effects(1, vote(hash(8))));
        assertFound(check);
    }

    @Test
    void signaturesUnderTwoSettlementsAreFound() {
        NoHonestCondemned check = new NoHonestCondemned();
        check.stepped(effects(1, vote(hash(7)), share(hash(8))));
        check.stepped(effects(2, share(hash(9))));
        assertNothingFound(check);
        check.stepped(effects(1, share(hash(9))));
        assertFound(check);
    }

    private static MachineEffect share(Hash settlement) {
        return new MachineEffect.Send(
                peer(3),
                Objects.requireNonNull(Cases.SETTLEMENT.message("SETTLEMENT_SHARE")),
                Struct.of(StructShape.of("SETTLEMENT_SHARE", "settlement_hash"), settlement));
    }

    private static MachineEffect vote(Hash decision) {
        return new MachineEffect.Send(
                peer(3),
                Objects.requireNonNull(Cases.ESCROW.message("WITNESS_FINAL_VOTE")),
                Struct.of(StructShape.of("WITNESS_FINAL_VOTE", "decision_hash"), decision));
    }

    @Test
    void aStepThatIsUndoneIsFound() {
        StepsHold check = new StepsHold();
        check.stepped(effects(1));
        assertNothingFound(check);
        Fault fault = new Fault(
                Fault.Kind.OUT_OF_RANGE,
                Cases.ESCROW.model().parameters().get(0).span(),
                "for the test");
        check.stepped(effects(1, new MachineEffect.Faulted(fault)));
        assertFound(check);
    }

    @Test
    void aMachineThatNeverEndsIsFound() {
        Cases.believed(book, 1, 0, hash(7));
        EndsInTime early = new EndsInTime(BOUNDS);
        book.endAt(BOUNDS.nanos(Cases.consumer()));
        early.ended(book);
        assertNothingFound(early);
        EndsInTime late = new EndsInTime(BOUNDS);
        book.endAt(BOUNDS.nanos(Cases.consumer()) + 1);
        late.ended(book);
        assertFound(late);
    }

    @Test
    void timeInWhichANodeIsDownDoesNotCount() {
        Cases.believed(book, 1, 0, hash(7));
        book.wentDown(1, SECOND);
        book.cameUp(1, 3 * SECOND);
        EndsInTime check = new EndsInTime(BOUNDS);
        book.endAt(BOUNDS.nanos(Cases.consumer()) + 2 * SECOND);
        check.ended(book);
        assertNothingFound(check);
    }

    @Test
    void aLockThatIsNeverReleasedIsFound() {
        EscrowFreed check = new EscrowFreed(BOUNDS, 0);
        check.signed(funds(1, 0, "BALANCE_LOCK", 40));
        book.endAt(LONG_AFTER_SECONDS * SECOND);
        check.ended(book);
        assertFound(check);
    }

    @Test
    void aReleasedLockIsFree() {
        EscrowFreed check = new EscrowFreed(BOUNDS, 0);
        check.signed(funds(1, 0, "BALANCE_LOCK", 40));
        check.signed(funds(1, 1, "BALANCE_RELEASE", 40));
        book.endAt(LONG_AFTER_SECONDS * SECOND);
        check.ended(book);
        assertNothingFound(check);
    }

    @Test
    void aSettledLockIsFree() {
        EscrowFreed check = new EscrowFreed(WHOLE_LIVES, 0);
        check.stepped(inSession());
        check.signed(funds(1, 0, "BALANCE_LOCK", 40));
        check.signed(settled(1, 1, "BALANCE_UNLOCK", 40, 10, 10, 20));
        check.signed(held(2, 0, "WITNESS_COMMITMENT", 1, 40));
        check.signed(charged(2, 1, 1, 10, 10));
        book.endAt(WHOLE_LIVES.settledNanos() + 2 * SECOND);
        check.ended(book);
        assertNothingFound(check);
    }

    @Test
    void aLockWhoseSessionIsNeverSettledIsFound() {
        EscrowFreed check = new EscrowFreed(WHOLE_LIVES, 0);
        check.stepped(inSession());
        check.signed(funds(1, 0, "BALANCE_LOCK", 40));
        book.endAt(WHOLE_LIVES.settledNanos());
        check.ended(book);
        assertEquals(0, check.findings().violations(), check.findings().toString());
        book.endAt(WHOLE_LIVES.settledNanos() + 1);
        check.ended(book);
        assertFound(check);
    }

    @Test
    void whereNothingIsSettledASessionHoldsItsLock() {
        EscrowFreed check = new EscrowFreed(BOUNDS, 0);
        check.stepped(inSession());
        check.signed(funds(1, 0, "BALANCE_LOCK", 40));
        book.endAt(LONG_AFTER_SECONDS * SECOND);
        check.ended(book);
        assertEquals(0, check.findings().violations(), check.findings().toString());
    }

    /** A consumer whose session has begun. */
    private SessionStep inSession() {
        return Cases.inSession(book, 1);
    }

    @Test
    void aSessionThatIsNeverSettledIsFound() {
        inSession();
        EndsInTime early = new EndsInTime(WHOLE_LIVES);
        book.endAt(WHOLE_LIVES.settledNanos());
        early.ended(book);
        assertNothingFound(early);
        EndsInTime late = new EndsInTime(WHOLE_LIVES);
        book.endAt(WHOLE_LIVES.settledNanos() + 1);
        late.ended(book);
        assertFound(late);
    }

    @Test
    void whereNothingIsSettledASessionRests() {
        inSession();
        EndsInTime check = new EndsInTime(BOUNDS);
        book.endAt(LONG_AFTER_SECONDS * SECOND);
        check.ended(book);
        assertNothingFound(check);
    }

    @Test
    void aWitnessThatHoldsForEverIsFound() {
        EscrowFreed check = new EscrowFreed(BOUNDS, 0);
        check.signed(reservation(1, 0, 1, 60, 10)); // which expires
        check.signed(held(1, 0, "WITNESS_COMMITMENT", 2, 60));
        book.endAt(LONG_AFTER_SECONDS * SECOND);
        check.ended(book);
        assertFound(check);
    }

    @Test
    void aDeclaredInvariantThatDoesNotHoldIsFound() {
        DeclaredProperties check = new DeclaredProperties(List.of(Cases.CREDULOUS), HASHER, VERIFIER, 1);
        check.stepped(Cases.believed(book, 1, 0, hash(7)));
        assertFound(check);
    }

    @Test
    void ofManySessionsOneIsLookedAtByItsId() {
        int word = SESSION.toByteArray()[0] * 0x10101;
        DeclaredProperties looks = new DeclaredProperties(List.of(Cases.CREDULOUS), HASHER, VERIFIER, word);
        DeclaredProperties looksAway = new DeclaredProperties(List.of(Cases.CREDULOUS), HASHER, VERIFIER, word + 1);
        looks.stepped(Cases.believed(book, 1, 0, hash(7)));
        looksAway.stepped(Cases.believed(book, 2, 0, hash(7)));
        assertEquals(1, looks.findings().checked());
        assertEquals(0, looksAway.findings().checked());
    }
}
