package io.omerta.protocol.language.tree;

/** An operator before its operand. */
public enum UnaryOperator {
    NOT("not"),
    NEGATE("-");

    private final String symbol;

    UnaryOperator(String symbol) {
        this.symbol = symbol;
    }

    /** The operator as written. */
    public String symbol() {
        return symbol;
    }
}
