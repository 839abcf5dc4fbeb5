package io.omerta.sim.economics.market.book;

/** Which side of the book an order is on. */
public enum Side {
    BUY,
    SELL;

    /** Whether an order of this side at {@code ownMicros} may trade with one of the other at {@code otherMicros}. */
    boolean crosses(long ownMicros, long otherMicros) {
        return this == BUY ? ownMicros >= otherMicros : ownMicros <= otherMicros;
    }
}
