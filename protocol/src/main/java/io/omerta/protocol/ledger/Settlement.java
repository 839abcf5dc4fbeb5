package io.omerta.protocol.ledger;

/**
 * How an escrow is divided when a session ends.
 *
 * @param paymentMicros to the provider, micro-credits, at least 0
 * @param burnMicros to nobody, at least 0
 * @param refundMicros to the consumer, at least 0
 */
public record Settlement(long paymentMicros, long burnMicros, long refundMicros) {
    public Settlement {
        if (paymentMicros < 0 || burnMicros < 0 || refundMicros < 0) {
            throw new IllegalArgumentException("the parts of a settlement are at least 0 micro-credits, but are "
                    + paymentMicros + " paid, " + burnMicros + " burnt and " + refundMicros + " refunded");
        }
    }

    /** Whether the parts make up an amount exactly. */
    public boolean dividesExactly(long micros) {
        return paymentMicros <= micros
                && burnMicros <= micros - paymentMicros
                && refundMicros == micros - paymentMicros - burnMicros;
    }
}
