package io.omerta.protocol.ledger;

import java.math.BigInteger;

/**
 * What a session's settlement depends on besides its length, all of it fixed when the funds are locked: nobody can gain by
 * changing a trust or a price while the session runs.
 *
 * @param rateMicrosPerHour price, at least 0
 * @param trustMilli the provider's trust in thousandths, at least 0
 * @param paymentPpm how quickly trust turns into payment (K_PAYMENT), parts per million, at least 0
 */
public record SettlementTerms(long rateMicrosPerHour, long trustMilli, long paymentPpm) {
    /** K_PAYMENT of 0.01: half of the price is paid out at a trust of 100. */
    public static final long DEFAULT_PAYMENT_PPM = 10_000;

    private static final BigInteger SECONDS_PER_HOUR = BigInteger.valueOf(3600);

    /** Parts per million times thousandths. */
    private static final BigInteger ONE = BigInteger.valueOf(1_000_000_000);

    public SettlementTerms {
        if (rateMicrosPerHour < 0 || trustMilli < 0 || paymentPpm < 0) {
            throw new IllegalArgumentException("rate, trust and payment factor are at least 0, but are "
                    + rateMicrosPerHour + " micro-credits per hour, " + trustMilli + " thousandths and " + paymentPpm
                    + " parts per million");
        }
    }

    /**
     * The division of an escrow: the price of the time used, at most the escrow, of which the provider gets the share 1 - 1
     * / (1 + K T) and the rest is burnt; what is left goes back. Rounded down twice, price and payment, so that the parts
     * always make up the escrow.
     *
     * <p>Products of two amounts need 128 bits; they are computed by BigInteger, which is exact for every input and whose
     * cost does not matter once per session.
     *
     * @param escrowMicros at least 0
     * @param paidSeconds attested time, at least 0
     */
    public Settlement settle(long escrowMicros, long paidSeconds) {
        if (escrowMicros < 0 || paidSeconds < 0) {
            throw new IllegalArgumentException("escrow and time are at least 0, but are " + escrowMicros
                    + " micro-credits and " + paidSeconds + " s");
        }
        BigInteger price = big(paidSeconds).multiply(big(rateMicrosPerHour)).divide(SECONDS_PER_HOUR);
        BigInteger total = price.min(big(escrowMicros));
        BigInteger factor = big(paymentPpm).multiply(big(trustMilli));
        BigInteger payment = total.multiply(factor).divide(ONE.add(factor));
        long totalMicros = total.longValueExact();
        long paymentMicros = payment.longValueExact();
        return new Settlement(paymentMicros, totalMicros - paymentMicros, escrowMicros - totalMicros);
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
