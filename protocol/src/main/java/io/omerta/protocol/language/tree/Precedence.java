package io.omerta.protocol.language.tree;

/** How tightly an expression holds its parts together, loosest first. */
public enum Precedence {
    LAMBDA,
    OR,
    AND,
    NOT,
    CONDITIONAL,
    COMPARISON,
    SUM,
    PRODUCT,
    NEGATION,
    /** Calls, fields and indexes. */
    POSTFIX,
    /** Literals and names. */
    PRIMARY;

    /** Whether an expression of this kind is too loose to stand where the other is needed without parentheses. */
    public boolean isLooserThan(Precedence other) {
        return compareTo(other) < 0;
    }

    /** The next tighter one. */
    public Precedence tighter() {
        return this == PRIMARY ? PRIMARY : values()[ordinal() + 1];
    }
}
