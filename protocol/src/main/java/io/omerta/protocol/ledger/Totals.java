package io.omerta.protocol.ledger;

/** Where all money is that was ever minted, in micro-credits. */
public record Totals(long balancesMicros, long escrowsMicros, long burntMicros, long mintedMicros) {
    /** Whether none has appeared or vanished. */
    public boolean isConserved() {
        return balancesMicros >= 0
                && escrowsMicros >= 0
                && burntMicros >= 0
                && balancesMicros <= mintedMicros
                && escrowsMicros <= mintedMicros - balancesMicros
                && burntMicros == mintedMicros - balancesMicros - escrowsMicros;
    }
}
