package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Statement;
import io.omerta.protocol.machine.Fault;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Calls of declared functions. */
final class NaiveFunctions {
    private NaiveFunctions() {}

    static Value call(Declaration.Function function, List<Expression> arguments, Scope caller) {
        Map<String, Ty> chosen = NaiveTypes.chosenTypes(function, arguments, caller);
        Map<String, Variable> locals = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            Field parameter = function.parameters().get(i);
            Ty type = NaiveTypes.instantiate(Ty.of(parameter.type()), chosen, caller);
            locals.put(
                    parameter.name().text(),
                    new Variable(type, NaiveExpressions.value(arguments.get(i), type, caller)));
        }
        caller.work().unit();
        Scope scope = caller.ofFunction(locals);
        declare(function.body().items(), scope);
        Ty result = NaiveTypes.instantiate(Ty.of(function.result()), chosen, caller);
        Value value = run(function.body().items(), result, scope);
        return Objects.requireNonNull(value, "no RETURN was reached");
    }

    /** Gives every local the type of the first assignment in the text, where an unsigned integer counts as signed. */
    private static void declare(List<Statement> statements, Scope scope) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Assign assign) {
                Ty type = NaiveTypes.of(assign.value(), scope);
                scope.locals()
                        .putIfAbsent(assign.target().text(), Variable.unassigned(type.equals(Ty.UINT) ? Ty.INT : type));
            } else if (statement instanceof Statement.ForEach loop) {
                Ty element = NaiveTypes.of(loop.iterable(), scope).element();
                scope.locals().putIfAbsent(loop.variable().text(), Variable.unassigned(element));
                declare(loop.body().items(), scope);
            } else if (statement instanceof Statement.Block block) {
                declare(block.body().items(), scope);
            }
        }
    }

    /** Runs statements until one returns; null if none does. */
    private static @Nullable Value run(List<Statement> statements, Ty result, Scope scope) {
        for (Statement statement : statements) {
            Value returned = run(statement, result, scope);
            if (returned != null) {
                return returned;
            }
        }
        return null;
    }

    private static @Nullable Value run(Statement statement, Ty result, Scope scope) {
        if (statement instanceof Statement.Return end) {
            return NaiveExpressions.value(end.value(), result, scope);
        }
        if (statement instanceof Statement.Block block) {
            return run(block.body().items(), result, scope);
        }
        if (statement instanceof Statement.ForEach loop) {
            return run(loop, result, scope);
        }
        if (statement instanceof Statement.Assign assign) {
            Variable local =
                    Objects.requireNonNull(scope.locals().get(assign.target().text()));
            assign(assign.target().text(), NaiveExpressions.value(assign.value(), local.type(), scope), scope);
            return null;
        }
        Statement.AssignElement assign = (Statement.AssignElement) statement;
        assign(assign.target().text(), replaced(assign, scope), scope);
        return null;
    }

    private static void assign(String name, Value value, Scope scope) {
        Variable local = Objects.requireNonNull(scope.locals().get(name));
        scope.locals().put(name, new Variable(local.type(), value));
    }

    private static Value replaced(Statement.AssignElement assign, Scope scope) {
        Variable local =
                Objects.requireNonNull(scope.locals().get(assign.target().text()));
        Value old = NaiveArithmetic.notNull(local.value());
        if (old instanceof ValueMap map) {
            Value key = NaiveExpressions.used(assign.index(), local.type().element(), scope);
            return put(
                    map, key, NaiveExpressions.used(assign.value(), local.type().mapped(), scope));
        }
        BigInteger place = NaiveArithmetic.number(NaiveExpressions.used(assign.index(), Ty.INT, scope));
        List<Value> elements = new ArrayList<>(((ValueList) old).elements());
        if (place.signum() < 0 || place.compareTo(BigInteger.valueOf(elements.size())) >= 0) {
            throw new NaiveFault(Fault.Kind.OUT_OF_RANGE);
        }
        elements.set(
                place.intValueExact(),
                NaiveExpressions.used(assign.value(), local.type().element(), scope));
        return NaiveArithmetic.list(elements);
    }

    /** A map with one key set. */
    static ValueMap put(ValueMap map, Value key, Value value) {
        Map<Value, Value> entries = new TreeMap<>();
        for (Value present : map.keys()) {
            entries.put(present, Objects.requireNonNull(map.get(present)));
        }
        entries.put(key, value);
        return NaiveArithmetic.sized(() -> ValueMap.of(entries));
    }

    private static @Nullable Value run(Statement.ForEach loop, Ty result, Scope scope) {
        Value iterable = NaiveExpressions.used(loop.iterable(), Ty.ANY, scope);
        List<Value> elements = iterable instanceof ValueMap map ? map.keys() : ((ValueList) iterable).elements();
        for (Value element : elements) {
            scope.work().unit();
            assign(loop.variable().text(), element, scope);
            Value returned = run(loop.body().items(), result, scope);
            if (returned != null) {
                return returned;
            }
        }
        return null;
    }
}
