package io.omerta.protocol.language.format;

import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.TypeReference;

/** Parts of protocol files as canonical text on one line, for tables, diagrams and messages to people. */
public final class OneLine {
    private OneLine() {}

    /** An expression, with the fewest parentheses and without comments. */
    public static String of(Expression expression) {
        return ExpressionLayout.of(expression).flat();
    }

    /** A type. */
    public static String of(TypeReference type) {
        return FieldLayout.type(type);
    }
}
