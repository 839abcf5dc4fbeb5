package io.omerta.protocol.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Neighbours;
import io.omerta.protocol.wire.Fingerprint;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private final Neighbours neighbours = new Neighbours();
    private final PeerId consumer = neighbours.peer(1);
    private final PeerId provider = neighbours.peer(2);
    private final Hash session = neighbours.hash(1);
    private final Ledger ledger = new Ledger();

    @BeforeEach
    void consumerHasAThousand() {
        post(new Posting.Mint(consumer, 1_000));
    }

    private void post(Posting posting) {
        assertEquals(new Outcome.Posted(), ledger.post(posting));
        assertEquals(ledger.totals(), ledger.audit());
        assertTrue(ledger.totals().isConserved());
    }

    /** That a posting is refused for a reason and that nothing changes. */
    private void refuses(Refusal reason, Posting posting) {
        Fingerprint before = ledger.fingerprint();
        int entries = ledger.entries().size();
        Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, ledger.post(posting));
        assertEquals(reason, refused.reason());
        assertTrue(refused.message().startsWith(reason + ": " + reason.description() + " ("));
        assertEquals(before, ledger.fingerprint());
        assertEquals(entries, ledger.entries().size());
        assertEquals(ledger.totals(), ledger.audit());
    }

    private void lock(long micros) {
        post(new Posting.Lock(session, consumer, provider, micros));
    }

    @Test
    void mintedMoneyIsInTheAccount() {
        assertEquals(1_000, ledger.balanceMicros(consumer));
        assertEquals(new Totals(1_000, 0, 0, 1_000), ledger.totals());
    }

    @Test
    void transferArrivesLessWhatIsBurnt() {
        post(new Posting.Transfer(consumer, provider, 400, 100));
        assertEquals(600, ledger.balanceMicros(consumer));
        assertEquals(300, ledger.balanceMicros(provider));
        assertEquals(new Totals(900, 0, 100, 1_000), ledger.totals());
    }

    @Test
    void transferToOneselfLosesOnlyWhatIsBurnt() {
        post(new Posting.Transfer(consumer, consumer, 1_000, 1));
        assertEquals(999, ledger.balanceMicros(consumer));
    }

    @Test
    void lockedMoneyIsInTheEscrow() {
        lock(700);
        assertEquals(300, ledger.balanceMicros(consumer));
        assertEquals(Optional.of(new Escrow(consumer, provider, 700)), ledger.escrow(session));
        assertEquals(new Totals(300, 700, 0, 1_000), ledger.totals());
    }

    @Test
    void topUpAddsToTheEscrow() {
        lock(700);
        post(new Posting.TopUp(session, 300));
        assertEquals(Optional.of(new Escrow(consumer, provider, 1_000)), ledger.escrow(session));
        assertEquals(0, ledger.balanceMicros(consumer));
    }

    @Test
    void releaseGivesAllBack() {
        lock(700);
        post(new Posting.Release(session));
        assertEquals(new Totals(1_000, 0, 0, 1_000), ledger.totals());
        assertEquals(1_000, ledger.balanceMicros(consumer));
    }

    @Test
    void settlementPaysBurnsAndRefunds() {
        lock(700);
        post(new Posting.Settle(session, new Settlement(400, 200, 100)));
        assertEquals(400, ledger.balanceMicros(provider));
        assertEquals(400, ledger.balanceMicros(consumer));
        assertEquals(new Totals(800, 0, 200, 1_000), ledger.totals());
    }

    @Test
    void amountsAreMoreThanZero() {
        lock(100);
        Hash other = neighbours.hash(2);
        refuses(Refusal.ZERO_AMOUNT, new Posting.Mint(consumer, 0));
        refuses(Refusal.NEGATIVE_AMOUNT, new Posting.Mint(consumer, -1));
        refuses(Refusal.ZERO_AMOUNT, new Posting.Transfer(consumer, provider, 0, 0));
        refuses(Refusal.NEGATIVE_AMOUNT, new Posting.Transfer(provider, consumer, -5, 0));
        refuses(Refusal.NEGATIVE_AMOUNT, new Posting.Transfer(consumer, provider, 5, -1));
        refuses(Refusal.ZERO_AMOUNT, new Posting.Lock(other, consumer, provider, 0));
        refuses(Refusal.NEGATIVE_AMOUNT, new Posting.Lock(other, consumer, provider, -5));
        refuses(Refusal.ZERO_AMOUNT, new Posting.TopUp(session, 0));
        refuses(Refusal.NEGATIVE_AMOUNT, new Posting.TopUp(session, Long.MIN_VALUE));
    }

    @Test
    void nobodySpendsMoreThanTheyHave() {
        refuses(Refusal.INSUFFICIENT_BALANCE, new Posting.Transfer(consumer, provider, 1_001, 0));
        refuses(Refusal.INSUFFICIENT_BALANCE, new Posting.Transfer(provider, consumer, 1, 0));
        refuses(Refusal.INSUFFICIENT_BALANCE, new Posting.Lock(session, consumer, provider, 1_001));
        lock(700);
        refuses(Refusal.INSUFFICIENT_BALANCE, new Posting.TopUp(session, 301));
        refuses(Refusal.INSUFFICIENT_BALANCE, new Posting.Lock(neighbours.hash(2), consumer, provider, 301));
    }

    @Test
    void burningMoreThanIsTransferredIsRefused() {
        refuses(Refusal.BURN_EXCEEDS_AMOUNT, new Posting.Transfer(consumer, provider, 5, 6));
    }

    @Test
    void mintingBeyondWhatCanBeCountedIsRefused() {
        refuses(Refusal.OVERFLOW, new Posting.Mint(provider, Long.MAX_VALUE - 999));
        post(new Posting.Mint(provider, Long.MAX_VALUE - 1_000));
        refuses(Refusal.OVERFLOW, new Posting.Mint(provider, 1));
    }

    @Test
    void sessionWithoutEscrowCanOnlyBeLocked() {
        refuses(Refusal.UNKNOWN_ESCROW, new Posting.TopUp(session, 1));
        refuses(Refusal.UNKNOWN_ESCROW, new Posting.Release(session));
        refuses(Refusal.UNKNOWN_ESCROW, new Posting.Settle(session, new Settlement(0, 0, 0)));
    }

    @Test
    void sessionHasOneEscrow() {
        lock(100);
        refuses(Refusal.ESCROW_EXISTS, new Posting.Lock(session, consumer, provider, 100));
    }

    @Test
    void sessionIsSettledOnce() {
        lock(100);
        Settlement settlement = new Settlement(100, 0, 0);
        post(new Posting.Settle(session, settlement));
        refuses(Refusal.ALREADY_SETTLED, new Posting.Settle(session, settlement));
        refuses(Refusal.ALREADY_SETTLED, new Posting.Release(session));
        refuses(Refusal.ALREADY_SETTLED, new Posting.TopUp(session, 1));
        refuses(Refusal.ALREADY_SETTLED, new Posting.Lock(session, consumer, provider, 1));
    }

    @Test
    void releasedSessionIsNotSettled() {
        lock(100);
        post(new Posting.Release(session));
        refuses(Refusal.ALREADY_SETTLED, new Posting.Settle(session, new Settlement(100, 0, 0)));
    }

    @Test
    void settlementThatDoesNotMakeUpTheEscrowIsRefused() {
        lock(700);
        refuses(Refusal.NOT_CONSERVED, new Posting.Settle(session, new Settlement(400, 200, 101)));
        refuses(Refusal.NOT_CONSERVED, new Posting.Settle(session, new Settlement(400, 200, 99)));
        refuses(
                Refusal.NOT_CONSERVED,
                new Posting.Settle(session, new Settlement(Long.MAX_VALUE, Long.MAX_VALUE, 702)));
    }

    @Test
    void entriesPostedAgainGiveAnEqualLedger() {
        lock(700);
        post(new Posting.Transfer(consumer, provider, 100, 10));
        post(new Posting.Settle(session, new Settlement(400, 200, 100)));
        Ledger again = new Ledger();
        ledger.entries().forEach(again::post);
        assertEquals(ledger.fingerprint(), again.fingerprint());
        assertEquals(ledger.entries(), again.entries());
    }

    @Test
    void fingerprintDoesNotDependOnTheWay() {
        post(new Posting.Mint(provider, 5));
        Ledger other = new Ledger();
        for (Posting posting : List.of(
                new Posting.Mint(provider, 2), new Posting.Mint(consumer, 1_000), new Posting.Mint(provider, 3))) {
            other.post(posting);
        }
        assertEquals(ledger.fingerprint(), other.fingerprint());
    }

    @Test
    void fingerprintTellsApartWhatTheSumsDoNot() {
        Fingerprint before = ledger.fingerprint();
        post(new Posting.Transfer(consumer, provider, 500, 0));
        Fingerprint moved = ledger.fingerprint();
        assertNotEquals(before, moved);
        post(new Posting.Transfer(provider, consumer, 500, 0));
        assertEquals(before, ledger.fingerprint());
        lock(100);
        post(new Posting.Release(session));
        assertNotEquals(before, ledger.fingerprint(), "the session can no longer be locked");
    }

    @Test
    void accountsAndEscrowsAreInRisingOrder() {
        for (int i = 10; i < 60; i++) {
            post(new Posting.Mint(neighbours.peer(i), i));
            post(new Posting.Lock(neighbours.hash(i), neighbours.peer(i), provider, 1));
        }
        List<PeerId> accounts = List.copyOf(ledger.balances().keySet());
        assertEquals(accounts.stream().sorted().toList(), accounts);
        List<Hash> sessions = List.copyOf(ledger.escrows().keySet());
        assertEquals(sessions.stream().sorted().toList(), sessions);
    }
}
