package io.omerta.protocol.language.check;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.StructEntry;
import io.omerta.protocol.language.tree.Subexpressions;
import io.omerta.protocol.language.tree.TypeReference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names that parts of a unit refer to. */
final class Mentions {
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> fields = new LinkedHashSet<>();
    private final Set<String> members = new LinkedHashSet<>();
    private final Set<String> bound = new LinkedHashSet<>();
    private final Set<String> types = new LinkedHashSet<>();
    private final Set<Set<String>> literals = new LinkedHashSet<>();

    /** Adds what the expressions and types of a part refer to. */
    void add(DeclarationParts parts) {
        parts.expressions().forEach(expression -> Subexpressions.walk(expression, this::addPart));
        parts.types().forEach(this::addType);
        parts.locals().forEach(local -> bound.add(local.text()));
    }

    private void addPart(Expression part) {
        if (part instanceof Expression.Lambda lambda) {
            bound.add(lambda.parameter().text());
        } else if (part instanceof Expression.NameReference reference) {
            names.add(reference.name());
        } else if (part instanceof Expression.FieldAccess access) {
            fields.add(access.field().text());
            if (access.target() instanceof Expression.NameReference type) {
                members.add(type.name() + "." + access.field());
            }
        } else if (part instanceof Expression.StructLiteral literal) {
            Set<String> given = new LinkedHashSet<>();
            for (StructEntry entry : literal.entries()) {
                if (entry instanceof StructEntry.FieldValue value) {
                    given.add(value.field().text());
                }
            }
            literals.add(given);
        }
    }

    private void addType(TypeReference type) {
        types.add(type.name().text());
        type.arguments().forEach(this::addType);
    }

    /** Whether a variable, parameter, function or bare member of an enum is named. */
    boolean hasName(String name) {
        return names.contains(name);
    }

    /** Whether a field of something is named. */
    boolean hasField(String field) {
        return fields.contains(field);
    }

    /** Whether {@code type.member} is named. */
    boolean hasMember(String type, String member) {
        return members.contains(type + "." + member);
    }

    /** Whether a type is named. */
    boolean hasType(String type) {
        return types.contains(type);
    }

    /** Whether a struct literal gives exactly these fields. */
    boolean hasLiteral(List<String> given) {
        return literals.contains(new LinkedHashSet<>(given));
    }

    /** The names that may refer to a declaration of the unit and refer to none: slips, mostly. */
    Set<String> unresolved(Set<String> declared) {
        Set<String> unresolved = new LinkedHashSet<>(names);
        members.forEach(member -> unresolved.add(member.substring(member.indexOf('.') + 1)));
        types.stream()
                .filter(type -> !type.equals(type.toLowerCase(Locale.ROOT)))
                .forEach(unresolved::add);
        unresolved.removeAll(declared);
        unresolved.removeAll(bound);
        unresolved.removeIf(name -> Builtin.named(name).isPresent());
        return unresolved;
    }
}
