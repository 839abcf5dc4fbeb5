package io.omerta.protocol.language.tree;

/** An operator between two operands. Comparisons do not associate; all others associate to the left. */
public enum BinaryOperator {
    OR("or"),
    AND("and"),
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    GREATER(">"),
    LESS_EQUAL("<="),
    GREATER_EQUAL(">="),
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/");

    private final String symbol;

    BinaryOperator(String symbol) {
        this.symbol = symbol;
    }

    /** The operator as written. */
    public String symbol() {
        return symbol;
    }

    /** Whether it compares: {@code a < b < c} is then no expression. */
    public boolean isComparison() {
        return this.compareTo(EQUAL) >= 0 && this.compareTo(GREATER_EQUAL) <= 0;
    }
}
