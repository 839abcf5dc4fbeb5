package io.omerta.protocol.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Neighbours;
import io.omerta.protocol.wire.Fingerprint;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random postings, of which many are refused: money neither appears nor vanishes, and nothing is done by halves. */
class LedgerConservationTest {
    private static final int SEEDS = 200;
    private static final int POSTINGS = 300;

    private final Neighbours neighbours = new Neighbours();

    private PeerId peer(Random random) {
        return neighbours.peer(random.nextInt(5));
    }

    private Hash session(Random random) {
        return neighbours.hash(random.nextInt(12));
    }

    private static long micros(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextLong();
            case 1 -> Long.MAX_VALUE - random.nextInt(3);
            case 2 -> -random.nextInt(3);
            default -> random.nextInt(1_000);
        };
    }

    private Posting posting(Ledger ledger, Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> new Posting.Mint(peer(random), micros(random));
            case 1 -> new Posting.Transfer(peer(random), peer(random), micros(random), random.nextInt(200) - 5);
            case 2, 3 -> new Posting.Lock(session(random), peer(random), peer(random), micros(random));
            case 4 -> new Posting.TopUp(session(random), micros(random));
            case 5 -> new Posting.Release(session(random));
            default -> settle(ledger, session(random), random);
        };
    }

    private static Posting settle(Ledger ledger, Hash session, Random random) {
        long escrow = ledger.escrow(session).map(Escrow::micros).orElse(random.nextLong() >>> 1);
        long price = escrow / (1 + random.nextInt(4));
        long payment = price / (1 + random.nextInt(4));
        Settlement settlement = new Settlement(payment, price - payment, escrow - price);
        return new Posting.Settle(
                session,
                random.nextInt(4) > 0
                        ? settlement
                        : new Settlement(
                                settlement.paymentMicros(), settlement.burnMicros() + 1, settlement.refundMicros()));
    }

    @Test
    void moneyIsConservedWhateverIsPosted() {
        EnumSet<Refusal> seen = EnumSet.noneOf(Refusal.class);
        int posted = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Ledger ledger = new Ledger();
            for (int i = 0; i < POSTINGS; i++) {
                Posting posting = posting(ledger, random);
                Fingerprint before = ledger.fingerprint();
                Outcome outcome = ledger.post(posting);
                String at = "seed " + seed + ", posting " + i + ": " + posting;
                assertEquals(ledger.audit(), ledger.totals(), at);
                assertTrue(ledger.totals().isConserved(), at);
                assertTrue(ledger.balances().values().stream().allMatch(micros -> micros > 0), at);
                if (outcome instanceof Outcome.Refused refused) {
                    assertEquals(before, ledger.fingerprint(), at);
                    seen.add(refused.reason());
                } else {
                    posted++;
                }
            }
        }
        assertEquals(EnumSet.allOf(Refusal.class), seen);
        assertTrue(posted > SEEDS * POSTINGS / 10, "only " + posted + " postings were carried out");
    }

    @Test
    void partsOfASettlementAreNotNegative() {
        assertThrows(IllegalArgumentException.class, () -> new Settlement(2, -1, 0));
    }

    @Test
    void partsThatOverflowDoNotMakeUpAnEscrow() {
        Settlement overflowing = new Settlement(Long.MAX_VALUE, Long.MAX_VALUE, 12);
        assertTrue(!overflowing.dividesExactly(10));
    }

    @Test
    void lossOrGainOfOneMicroCreditIsNoticed() {
        assertTrue(new Totals(4, 3, 2, 9).isConserved());
        assertTrue(!new Totals(4, 3, 2, 10).isConserved());
        assertTrue(!new Totals(4, 3, 2, 8).isConserved());
        assertTrue(!new Totals(-1, 8, 2, 9).isConserved());
        assertTrue(!new Totals(Long.MAX_VALUE, Long.MAX_VALUE, 11, 9).isConserved());
    }
}
