package io.omerta.protocol.ledger;

/**
 * What a session's settlement depends on besides its length, all of it fixed when the funds are locked: nobody can gain by
 * changing a trust or a price while the session runs. How an escrow is divided by them is said in transaction 02.
 *
 * @param rateMicrosPerHour price, at least 0
 * @param trustMilli the provider's trust in thousandths, at least 0
 * @param paymentPpm how quickly trust turns into payment (K_PAYMENT), parts per million, at least 0
 */
public record SettlementTerms(long rateMicrosPerHour, long trustMilli, long paymentPpm) {
    public SettlementTerms {
        if (rateMicrosPerHour < 0 || trustMilli < 0 || paymentPpm < 0) {
            throw new IllegalArgumentException("rate, trust and payment factor are at least 0, but are "
                    + rateMicrosPerHour + " micro-credits per hour, " + trustMilli + " thousandths and " + paymentPpm
                    + " parts per million");
        }
    }
}
