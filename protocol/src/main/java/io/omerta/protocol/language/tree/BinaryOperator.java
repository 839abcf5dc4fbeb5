package io.omerta.protocol.language.tree;

/** An operator between two operands. Comparisons do not associate; all others associate to the left. */
public enum BinaryOperator {
    OR("or", Precedence.OR),
    AND("and", Precedence.AND),
    EQUAL("==", Precedence.COMPARISON),
    NOT_EQUAL("!=", Precedence.COMPARISON),
    LESS("<", Precedence.COMPARISON),
    GREATER(">", Precedence.COMPARISON),
    LESS_EQUAL("<=", Precedence.COMPARISON),
    GREATER_EQUAL(">=", Precedence.COMPARISON),
    ADD("+", Precedence.SUM),
    SUBTRACT("-", Precedence.SUM),
    MULTIPLY("*", Precedence.PRODUCT),
    DIVIDE("/", Precedence.PRODUCT);

    private final String symbol;
    private final Precedence precedence;

    BinaryOperator(String symbol, Precedence precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    /** The operator as written. */
    public String symbol() {
        return symbol;
    }

    /** How tightly it binds its operands. */
    public Precedence precedence() {
        return precedence;
    }

    /** Whether it compares: {@code a < b < c} is then no expression. */
    public boolean isComparison() {
        return precedence == Precedence.COMPARISON;
    }
}
