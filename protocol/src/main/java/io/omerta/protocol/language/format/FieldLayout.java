package io.omerta.protocol.language.format;

import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.TypeReference;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Lays out the parts that many constructs share: fields, types, lists of names, descriptions. */
final class FieldLayout {
    private FieldLayout() {}

    static Layout of(Field field) {
        return Layout.text(field.name() + " " + type(field.type()));
    }

    static String type(TypeReference type) {
        if (type.arguments().isEmpty()) {
            return type.name().text();
        }
        StringJoiner arguments = new StringJoiner(", ", type.name() + "<", ">");
        for (TypeReference argument : type.arguments()) {
            arguments.add(type(argument));
        }
        return arguments.toString();
    }

    /** {@code (name type, ...)}. */
    static Layout parameters(List<Field> parameters) {
        return Layout.list(
                "(",
                Layout.lineOrNothing(),
                parameters.stream().map(FieldLayout::of).toList(),
                ")");
    }

    /** {@code [name, ...]}. */
    static Layout bracketed(List<Name> names) {
        return Layout.list(
                "[",
                Layout.lineOrNothing(),
                names.stream().map(name -> Layout.text(name.text())).toList(),
                "]");
    }

    /** A description with a blank before it, or nothing. */
    static Layout description(Expression.@Nullable StringLiteral description) {
        return description == null
                ? Layout.text("")
                : Layout.sequence(Layout.text(" "), ExpressionLayout.of(description));
    }

    /** Writes {@code ( field type ... )}, each field on its line. */
    static void write(ItemWriter items, Body<Field> fields) {
        items.body(
                fields,
                field -> items.item(
                        field.span(), false, List.of(), () -> items.lines().append(of(field))));
    }
}
