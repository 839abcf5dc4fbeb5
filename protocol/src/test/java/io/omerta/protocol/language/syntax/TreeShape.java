package io.omerta.protocol.language.syntax;

import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Comment;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.StringJoiner;

/** The shape of a tree as text, without spans and comments: two files mean the same iff their shapes are equal. */
public final class TreeShape {
    private TreeShape() {}

    /** The shape of a node, list or leaf of a tree. */
    public static String of(Object node) {
        if (node instanceof Name name) {
            return name.text();
        }
        if (node instanceof Expression.NameReference reference) {
            return reference.name();
        }
        if (node instanceof Expression.NumberLiteral number) {
            return number.digits();
        }
        if (node instanceof Expression.StringLiteral string) {
            return '"' + string.value() + '"';
        }
        if (node instanceof Expression.Binary binary) {
            return "(" + of(binary.left()) + " " + binary.operator().symbol() + " " + of(binary.right()) + ")";
        }
        if (node instanceof Expression.Unary unary) {
            return "(" + unary.operator().symbol() + " " + of(unary.operand()) + ")";
        }
        if (node instanceof Collection<?> items) {
            StringJoiner joiner = new StringJoiner(", ", "[", "]");
            items.forEach(item -> joiner.add(of(item)));
            return joiner.toString();
        }
        return node instanceof Record tree ? ofRecord(tree) : String.valueOf(node);
    }

    private static String ofRecord(Record tree) {
        StringJoiner joiner = new StringJoiner(", ", tree.getClass().getSimpleName() + "(", ")");
        try {
            for (RecordComponent component : tree.getClass().getRecordComponents()) {
                Object value = component.getAccessor().invoke(tree);
                if (value == null) {
                    joiner.add("-");
                } else if (!(value instanceof Span) && !(value instanceof Source) && !isComments(value)) {
                    joiner.add(of(value));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        return joiner.toString();
    }

    private static boolean isComments(Object value) {
        return value instanceof Collection<?> items && items.stream().anyMatch(Comment.class::isInstance);
    }
}
