package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.StructEntry;
import io.omerta.protocol.language.tree.UnaryOperator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The types of expressions that are known to be well typed: what tells durations from integers, and integers from those
 * that become fractions.
 */
final class NaiveTypes {
    private NaiveTypes() {}

    static Ty of(Expression expression, Scope scope) {
        if (expression instanceof Expression.NumberLiteral number) {
            return number.digits().contains(".") ? Ty.FIXED : Ty.UINT;
        }
        if (expression instanceof Expression.StringLiteral) {
            return Ty.STRING;
        }
        if (expression instanceof Expression.BooleanLiteral) {
            return Ty.BOOL;
        }
        if (expression instanceof Expression.NullLiteral) {
            return Ty.ANY;
        }
        if (expression instanceof Expression.NameReference name) {
            Variable variable = scope.find(name.name());
            if (variable == null) {
                throw new IllegalStateException("no meaning: " + name.name());
            }
            return variable.type();
        }
        if (expression instanceof Expression.FieldAccess access) {
            return field(access, scope);
        }
        if (expression instanceof Expression.Index index) {
            Ty target = of(index.target(), scope);
            return target.isMap() ? target.mapped() : target.element();
        }
        if (expression instanceof Expression.ListLiteral list) {
            return Ty.listOf(
                    list.elements().stream().map(element -> of(element, scope)).reduce(Ty.ANY, Ty::join));
        }
        if (expression instanceof Expression.StructLiteral struct) {
            return Ty.of(scope.program().structWith(fieldsOf(struct, scope)).name());
        }
        if (expression instanceof Expression.Conditional conditional) {
            return of(conditional.whenTrue(), scope).join(of(conditional.whenFalse(), scope));
        }
        if (expression instanceof Expression.Unary unary) {
            Ty operand = of(unary.operand(), scope);
            return unary.operator() == UnaryOperator.NEGATE && operand.isInteger() ? Ty.INT : operand;
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary.operator(), of(binary.left(), scope), of(binary.right(), scope));
        }
        if (expression instanceof Expression.Call call) {
            return call(((Expression.NameReference) call.callee()).name(), call.arguments(), scope);
        }
        throw new IllegalStateException("no type: " + expression.span().text());
    }

    private static Ty field(Expression.FieldAccess access, Scope scope) {
        String field = access.field().text();
        if (access.target() instanceof Expression.NameReference name) {
            if (isEnumMember(name.name(), scope)) {
                return Ty.of(name.name());
            }
            if (name.name().equals("message") && !scope.locals().containsKey("message")) {
                if (field.equals("sender")) {
                    return Ty.PEER_ID;
                }
                if (field.equals("payload")) {
                    return of(name, scope);
                }
            }
        }
        return fieldOf(of(access.target(), scope), field, scope);
    }

    /** Whether {@code name.X} is a member of an enum, or in properties a state of an actor. */
    static boolean isEnumMember(String name, Scope scope) {
        if (scope.isProperty()
                && !scope.locals().containsKey(name)
                && scope.program().isActor(name)) {
            return true;
        }
        return scope.find(name) == null && scope.program().isEnum(name);
    }

    /** The type of a field of a record, or in properties of the view of an actor. */
    private static Ty fieldOf(Ty record, String field, Scope scope) {
        Program.Fields fields = scope.program().fields(record.name());
        if (fields != null) {
            return fields.signed() && field.equals("signature")
                    ? Ty.SIGNATURE
                    : Objects.requireNonNull(fields.fields().get(field)).required();
        }
        if (field.equals("state")) {
            return Ty.of(record.name() + " state");
        }
        return field.equals("peer_id")
                ? Ty.PEER_ID
                : Objects.requireNonNull(
                        Program.store(scope.program().actor(record.name())).get(field));
    }

    /** The fields that a literal gives, each once. */
    static List<String> fieldsOf(Expression.StructLiteral struct, Scope scope) {
        Map<String, Boolean> given = new LinkedHashMap<>();
        for (StructEntry entry : struct.entries()) {
            if (entry instanceof StructEntry.FieldValue value) {
                given.put(value.field().text(), true);
            } else if (entry instanceof StructEntry.Spread spread) {
                fieldsOf(of(spread.value(), scope), scope).forEach(field -> given.put(field, true));
            }
        }
        return List.copyOf(given.keySet());
    }

    static List<String> fieldsOf(Ty record, Scope scope) {
        Program.Fields fields = Objects.requireNonNull(scope.program().fields(record.name()));
        List<String> names = new ArrayList<>(fields.fields().keySet());
        if (fields.signed()) {
            names.add("signature");
        }
        return names;
    }

    static Ty binary(BinaryOperator operator, Ty left, Ty right) {
        return switch (operator) {
            case ADD -> sum(left, right);
            case SUBTRACT -> difference(left, right);
            case MULTIPLY -> left.equals(Ty.DURATION) || right.equals(Ty.DURATION) ? Ty.DURATION : left.join(right);
            case DIVIDE -> left.equals(Ty.DURATION) && !right.equals(Ty.DURATION) ? Ty.DURATION : Ty.FIXED;
            default -> Ty.BOOL;
        };
    }

    private static Ty sum(Ty left, Ty right) {
        return left.equals(Ty.TIMESTAMP) || right.equals(Ty.TIMESTAMP) ? Ty.TIMESTAMP : left.join(right);
    }

    private static Ty difference(Ty left, Ty right) {
        if (left.equals(Ty.TIMESTAMP)) {
            return right.equals(Ty.TIMESTAMP) ? Ty.DURATION : Ty.TIMESTAMP;
        }
        Ty joined = left.join(right);
        return joined.equals(Ty.UINT) ? Ty.INT : joined;
    }

    private static Ty call(String name, List<Expression> arguments, Scope scope) {
        Declaration.Function function = scope.program().function(name);
        if (function != null) {
            return resultOf(function, arguments, scope);
        }
        Declaration.NativeFunction nativeFunction = scope.program().nativeFunction(name);
        return nativeFunction != null
                ? Ty.of(nativeFunction.result()).required()
                : builtin(name.toUpperCase(Locale.ROOT), arguments, scope);
    }

    private static Ty resultOf(Declaration.Function function, List<Expression> arguments, Scope scope) {
        Map<String, Ty> chosen = chosenTypes(function, arguments, scope);
        return instantiate(Ty.of(function.result()), chosen, scope);
    }

    /** The types that a call chooses for the function's type variables. */
    static Map<String, Ty> chosenTypes(Declaration.Function function, List<Expression> arguments, Scope scope) {
        Map<String, Ty> chosen = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            Field parameter = function.parameters().get(i);
            choose(Ty.of(parameter.type()), of(arguments.get(i), scope), chosen, scope);
        }
        return chosen;
    }

    private static void choose(Ty declared, Ty given, Map<String, Ty> chosen, Scope scope) {
        if (isVariable(declared, scope)) {
            chosen.merge(declared.name(), given, Ty::join);
        }
        for (int i = 0; i < declared.parts().size() && i < given.parts().size(); i++) {
            choose(declared.parts().get(i), given.parts().get(i), chosen, scope);
        }
    }

    static Ty instantiate(Ty declared, Map<String, Ty> chosen, Scope scope) {
        if (isVariable(declared, scope)) {
            return chosen.getOrDefault(declared.name(), Ty.ANY);
        }
        return new Ty(
                declared.name(),
                declared.parts().stream()
                        .map(part -> instantiate(part, chosen, scope))
                        .toList());
    }

    private static boolean isVariable(Ty type, Scope scope) {
        return type.isLetter()
                && !scope.program().isEnum(type.name())
                && scope.program().fields(type.name()) == null;
    }

    /** The type of a lambda's body for a type of its parameter. */
    static Ty applied(Expression lambda, Ty parameter, Scope scope) {
        Expression.Lambda function = (Expression.Lambda) lambda;
        return of(function.body(), scope.with(function.parameter().text(), Variable.unassigned(parameter)));
    }

    /** The type of what a fold accumulates: that of its start, where an unsigned integer counts as signed. */
    static Ty folded(List<Expression> arguments, Scope scope) {
        Ty start = of(arguments.get(1), scope);
        return start.equals(Ty.UINT) ? Ty.INT : start;
    }

    /** @param name in capitals */
    static Ty builtin(String name, List<Expression> arguments, Scope scope) {
        return switch (name) {
            case "HASH", "SEEDED_RNG", "SESSION", "CHAIN_HEAD" -> Ty.HASH;
            case "SIGN" -> Ty.SIGNATURE;
            case "LENGTH", "COUNT" -> Ty.UINT;
            case "VERIFY",
                    "VERIFY_SIG",
                    "SIGNED_BY",
                    "ALL",
                    "ANY",
                    "CONTAINS",
                    "SET_EQUALS",
                    "HAS_KEY",
                    "CHAIN_CONTAINS",
                    "CHAIN_CONTAINS_HASH",
                    "VERIFY_CHAIN_SEGMENT" -> Ty.BOOL;
            case "DIV", "MOD", "MUL_DIV", "FLOOR", "MILLISECONDS", "SECONDS" -> Ty.INT;
            case "DURATION" -> Ty.DURATION;
            case "NOW" -> Ty.TIMESTAMP;
            case "RANDOM_BYTES", "CHAIN_SEGMENT" -> Ty.BYTES;
            case "CHAIN_STATE_AT" -> Ty.of("ChainState");
            case "ABORT" -> Ty.ANY;
            case "READ" -> read(((Expression.StringLiteral) arguments.get(1)).value());
            case "REDUCE" -> folded(arguments, scope);
            default -> ofCollection(name, arguments, scope);
        };
    }

    /** The type of what is known of a peer. */
    static Ty read(String key) {
        return switch (key) {
            case "head_hash" -> Ty.HASH;
            case "age" -> Ty.DURATION;
            case "last_contact" -> Ty.TIMESTAMP;
            default -> Ty.UINT;
        };
    }

    private static Ty ofCollection(String name, List<Expression> arguments, Scope scope) {
        boolean seeded = name.equals("SEEDED_SAMPLE");
        Ty first = of(arguments.get(seeded ? 1 : 0), scope);
        return switch (name) {
            case "FILTER", "REMOVE", "DISTINCT", "TAKE", "SORT", "PUT", "SEEDED_SAMPLE", "ABS", "LOAD" -> first;
            case "MAP" -> Ty.listOf(applied(arguments.get(1), first.element(), scope));
            case "FIND" -> first.element();
            case "CONCAT" -> first.join(of(arguments.get(1), scope));
            case "APPEND" -> first.element().equals(Ty.ANY) ? Ty.listOf(of(arguments.get(1), scope)) : first;
            case "KEYS" -> Ty.listOf(first.element());
            case "VALUES" -> Ty.listOf(first.mapped());
            case "GET" -> first.mapped();
            case "SUM" -> arguments.size() == 1 ? first.element() : applied(arguments.get(1), first.element(), scope);
            case "MIN", "MAX" -> arguments.size() == 1 ? first.element() : first.join(of(arguments.get(1), scope));
            default -> throw new IllegalStateException("no such function: " + name);
        };
    }
}
