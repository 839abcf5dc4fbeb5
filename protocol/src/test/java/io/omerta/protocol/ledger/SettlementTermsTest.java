package io.omerta.protocol.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTermsTest {
    private static final long LARGE = 1L << 62;

    private static Settlement settle(long escrow, long seconds, long rate, long trustMilli) {
        return new SettlementTerms(rate, trustMilli, SettlementTerms.DEFAULT_PAYMENT_PPM).settle(escrow, seconds);
    }

    /** Each row worked by hand: price = seconds x rate / 3600; share = T / (T + 100) at the default factor. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "one hour at trust 100 pays half,               1000, 3600, 600, 100000, 300, 300, 400",
        "half an hour costs half,                       1000, 1800, 600, 100000, 150, 150, 700",
        "trust 900 pays nine tenths,                    1000, 3600, 600, 900000, 540,  60, 400",
        "trust 1 pays a hundred and first,              1010, 3600, 1010,  1000,  10, 1000, 0",
        "no trust burns all of the price,               1000, 3600, 600,      0,   0, 600, 400",
        "no time refunds all,                           1000,    0, 600, 100000,   0,   0, 1000",
        "overrun pays from the escrow and no more,      1000, 36000, 600, 100000, 500, 500, 0",
        "exactly used up refunds nothing,                600, 3600, 600, 100000, 300, 300, 0",
        "price is rounded down,                         1000,    5, 1000, 100000,   0,   1, 999",
        "payment is rounded down,                       1000, 3600, 601, 100000, 300, 301, 399",
        "no escrow divides into nothing,                   0, 3600, 600, 100000,   0,   0, 0",
        "no price refunds all,                          1000, 3600,   0, 100000,   0,   0, 1000",
        "a thousandth of trust already counts,        200000, 3600, 200000,   1,   1, 199999, 0"
    })
    void settlementWorkedByHand(
            String name, long escrow, long seconds, long rate, long trust, long payment, long burn, long refund) {
        assertEquals(new Settlement(payment, burn, refund), settle(escrow, seconds, rate, trust), name);
    }

    /** The share 1 - 1 / (1 + K T) as published for K of 1, 2, 5 and 10. */
    @ParameterizedTest
    @CsvSource({"1, 100, 90909", "1, 1000, 500000", "2, 1000, 666666", "5, 2000, 909090", "10, 10000, 990099"})
    void publishedSharesAreMetForEveryFactor(long factor, long trustMilli, long paymentMicros) {
        SettlementTerms terms = new SettlementTerms(1_000_000, trustMilli, factor * 1_000_000);
        assertEquals(paymentMicros, terms.settle(1_000_000, 3600).paymentMicros());
    }

    @Test
    void largestAmountsDoNotOverflow() {
        assertEquals(new Settlement(LARGE / 2, LARGE / 2, 0), settle(LARGE, 3600, LARGE, 100_000));
        assertEquals(
                new Settlement(LARGE / 2, LARGE / 2, Long.MAX_VALUE - LARGE),
                settle(Long.MAX_VALUE, 3600, LARGE, 100_000));
        Settlement extreme = new SettlementTerms(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE)
                .settle(Long.MAX_VALUE, Long.MAX_VALUE);
        assertEquals(new Settlement(Long.MAX_VALUE - 1, 1, 0), extreme);
    }

    @Test
    void partsAlwaysMakeUpTheEscrowAndFollowTheFormula() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            long escrow = random.nextLong() >>> (1 + random.nextInt(63));
            long seconds = random.nextLong() >>> (1 + random.nextInt(63));
            long rate = random.nextLong() >>> (1 + random.nextInt(63));
            long trust = random.nextLong() >>> (1 + random.nextInt(63));
            Settlement settlement = settle(escrow, seconds, rate, trust);
            int draw = i;
            assertTrue(settlement.dividesExactly(escrow), () -> "seed 1, draw " + draw + ": " + settlement);
            assertEquals(exactPayment(escrow - settlement.refundMicros(), trust), settlement.paymentMicros());
        }
    }

    /** total x T / (T + 100), by decimal fractions rather than integers. */
    private static long exactPayment(long totalMicros, long trustMilli) {
        BigDecimal trust = BigDecimal.valueOf(trustMilli, 3);
        BigInteger floor = BigDecimal.valueOf(totalMicros)
                .multiply(trust)
                .divide(trust.add(BigDecimal.valueOf(100)), new MathContext(120))
                .toBigInteger();
        return floor.longValueExact();
    }

    @Test
    void moreTrustNeverPaysLess() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            long trust = random.nextInt(1_000_000);
            long escrow = random.nextInt(1_000_000);
            assertTrue(settle(escrow, 3600, escrow, trust + 1).paymentMicros()
                    >= settle(escrow, 3600, escrow, trust).paymentMicros());
        }
    }

    /** Work and trust divided among several identities, each of which is paid for its part by its part of the trust. */
    @Test
    void splittingAProviderNeverPaysMore() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            int identities = 2 + random.nextInt(9);
            long partTrust = random.nextInt(100_000);
            long partEscrow = random.nextInt(100_000);
            long whole = settle(identities * partEscrow, 3600, identities * partEscrow, identities * partTrust)
                    .paymentMicros();
            long parts =
                    identities * settle(partEscrow, 3600, partEscrow, partTrust).paymentMicros();
            assertTrue(parts <= whole, identities + " identities: " + parts + " > " + whole);
        }
    }

    @Test
    void negativeInputsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> settle(-1, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> settle(0, -1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> settle(0, 0, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> settle(0, 0, 0, -1));
        assertThrows(IllegalArgumentException.class, () -> new Settlement(2, -1, 0));
    }

    @Test
    void partsThatOverflowDoNotMakeUpAnEscrow() {
        Settlement overflowing = new Settlement(Long.MAX_VALUE, Long.MAX_VALUE, 12);
        assertTrue(!overflowing.dividesExactly(10));
    }
}
