package io.omerta.protocol.language.export;

import io.omerta.protocol.language.model.FunctionModel;
import io.omerta.protocol.language.model.StatementModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.VariableModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes a function as an operator, whose value is {@code Faulted} where the function has none. A variable that is set
 * anew becomes a new definition; a loop becomes a fold over what its body sets.
 */
final class TlaFunction {
    private final TlaContext context;
    private final TlaScope scope;
    private final TlaTerms terms;
    private final TlaLists lists;
    private final Map<Integer, Type> types = new TreeMap<>();
    private boolean partial;
    private boolean nullable;

    private final String name;
    private final String definition;

    /** Writes a function. */
    TlaFunction(TlaContext context, FunctionModel function) {
        this.context = context;
        this.scope = new TlaScope(TlaScope.Place.FUNCTION, context.names.inner());
        this.terms = new TlaTerms(context, scope);
        this.lists = new TlaLists(context, scope, terms);
        this.name = context.names.take(function.name());
        List<String> parameters = new ArrayList<>();
        for (VariableModel parameter : function.parameters()) {
            String parameterName = scope.names.take(parameter.name());
            scope.set(parameters.size(), new TlaScope.Local(parameterName, true));
            types.put(parameters.size(), parameter.type());
            parameters.add(parameterName);
        }
        this.definition = "\\* " + function.span() + "\n" + name
                + (parameters.isEmpty() ? "" : "(" + String.join(", ", parameters) + ")")
                + " ==\n  " + block(function.body(), 0, new Whole());
    }

    String definition() {
        return definition;
    }

    /** How it is called. */
    TlaContext.Operator operator() {
        return new TlaContext.Operator(name, !partial, nullable);
    }

    /** What the value of a block is: that of the function, or what one round of a loop leaves behind. */
    private interface Result {
        String returned(String value);

        String faulted();

        /** The block has come to its end. */
        String end();
    }

    private final class Whole implements Result {
        @Override
        public String returned(String value) {
            return value;
        }

        @Override
        public String faulted() {
            partial = true;
            return context.atom(TlaContext.FAULTED);
        }

        @Override
        public String end() {
            nullable = true;
            return TlaContext.NULL;
        }
    }

    /** @param locals what the loop sets */
    private final class Round implements Result {
        private final Set<Integer> locals;
        private boolean returns;
        private boolean faults;

        Round(Set<Integer> locals) {
            this.locals = locals;
        }

        @Override
        public String returned(String value) {
            returns = true;
            return state("returned", value);
        }

        @Override
        public String faulted() {
            faults = true;
            return state("faulted", TlaContext.NULL);
        }

        @Override
        public String end() {
            return state("running", TlaContext.NULL);
        }

        private String state(String status, String value) {
            StringBuilder fields = new StringBuilder("[status |-> \"" + status + "\", value |-> " + value);
            for (int local : locals) {
                fields.append(", local_")
                        .append(local)
                        .append(" |-> ")
                        .append(scope.local(local).value());
            }
            return fields.append(']').toString();
        }
    }

    private String block(List<StatementModel> statements, int from, Result result) {
        if (from == statements.size()) {
            return result.end();
        }
        StatementModel statement = statements.get(from);
        if (statement instanceof StatementModel.Return end) {
            TlaTerm value = terms.write(end.value());
            nullable |= value.nullable();
            return ifDefined(value.conditions(), () -> result.returned(value.value()), result);
        }
        if (statement instanceof StatementModel.ForEach loop) {
            return loop(loop, () -> block(statements, from + 1, result), result);
        }
        if (statement instanceof StatementModel.SetLocal set) {
            TlaTerm value = terms.write(set.value());
            types.put(set.local(), set.value().type());
            return ifDefined(
                    value.conditions(),
                    () -> define(set.local(), value, () -> block(statements, from + 1, result)),
                    result);
        }
        TlaTerm changed = changed((StatementModel.SetElement) statement);
        int local = ((StatementModel.SetElement) statement).local();
        return ifDefined(
                changed.conditions(), () -> define(local, changed, () -> block(statements, from + 1, result)), result);
    }

    private interface Rest {
        String write();
    }

    private static String ifDefined(List<String> conditions, Rest then, Result result) {
        return conditions.isEmpty()
                ? then.write()
                : "IF ~" + closed(TlaTerm.all(conditions)) + " THEN " + result.faulted() + "\n  ELSE " + then.write();
    }

    private static String closed(String condition) {
        return condition.startsWith("(") ? condition : "(" + condition + ")";
    }

    private String define(int local, TlaTerm value, Rest rest) {
        String name = scope.names.take("local_" + local);
        scope.set(local, new TlaScope.Local(name, value.nullable()));
        return "LET " + name + " == " + value.value() + " IN\n  " + rest.write();
    }

    /** The list or map after one of its elements has been replaced. */
    private TlaTerm changed(StatementModel.SetElement statement) {
        TlaScope.Local known = scope.local(statement.local());
        TlaTerm target = new TlaTerm(known.value(), List.of(), known.nullable());
        TlaTerm index = terms.write(statement.index());
        TlaTerm value = terms.write(statement.value());
        List<String> present = TlaTerm.and(target.present(), TlaTerm.and(index.present(), value.present()));
        if (types.get(statement.local()) instanceof Type.MapOf) {
            return TlaTerm.total(context.prelude.use("Put") + "(" + target.value() + ", " + index.value() + ", "
                            + value.value() + ")")
                    .after(present);
        }
        String within = "(" + index.value() + " \\in 0..(Len(" + target.value() + ") - 1))";
        return TlaTerm.total("[" + target.value() + " EXCEPT ![" + index.value() + " + 1] = " + value.value() + "]")
                .after(TlaTerm.and(present, List.of(within)));
    }

    private String loop(StatementModel.ForEach loop, Rest rest, Result result) {
        TlaTerm over = terms.write(loop.iterable());
        Set<Integer> assigned = new TreeSet<>();
        collectAssigned(loop.body(), assigned);
        Round first = new Round(assigned);
        String initial = first.end();
        Map<Integer, TlaScope.Local> before = scope.locals();
        String state = scope.names.take("state");
        String element = scope.names.take("element");
        Round round = new Round(assigned);
        String bodyText = body(loop, round, state, element, assigned);
        scope.setAll(before);
        String name = scope.names.take("loop");
        String fold = context.prelude.use("Fold") + "(LAMBDA " + state + ", " + element + " : IF " + state
                + ".status # \"running\" THEN " + state + " ELSE " + bodyText + ", " + initial + ", "
                + sequence(loop, over) + ")";
        return ifDefined(
                over.present(),
                () -> "LET " + name + " == " + fold + " IN\n  " + after(name, round, rest, result),
                result);
    }

    private String body(StatementModel.ForEach loop, Round round, String state, String element, Set<Integer> assigned) {
        StringBuilder unpacked = new StringBuilder();
        for (int local : assigned) {
            String name = scope.names.take("local_" + local);
            scope.set(local, new TlaScope.Local(name, true));
            unpacked.append("LET ")
                    .append(name)
                    .append(" == ")
                    .append(state)
                    .append(".local_")
                    .append(local);
            unpacked.append(" IN ");
        }
        scope.set(loop.local(), new TlaScope.Local(element, false));
        types.put(loop.local(), elementType(loop.iterable().type()));
        return unpacked + block(loop.body(), 0, round);
    }

    private static Type elementType(Type iterable) {
        if (iterable instanceof Type.MapOf map) {
            return map.key();
        }
        return iterable instanceof Type.ListOf list ? list.element() : iterable;
    }

    private String after(String name, Round round, Rest rest, Result result) {
        StringBuilder text = new StringBuilder();
        if (round.returns) {
            text.append("IF ").append(name).append(".status = \"returned\" THEN ");
            text.append(result.returned(name + ".value")).append("\n  ELSE ");
        }
        if (round.faults) {
            text.append("IF ").append(name).append(".status = \"faulted\" THEN ");
            text.append(result.faulted()).append("\n  ELSE ");
        }
        for (int local : round.locals) {
            scope.set(local, new TlaScope.Local(name + ".local_" + local, true));
        }
        return text + rest.write();
    }

    private String sequence(StatementModel.ForEach loop, TlaTerm over) {
        return loop.iterable().type() instanceof Type.MapOf map ? lists.keys(map, over.value()) : over.value();
    }

    /** What is set in a block, loops in it included. */
    private static void collectAssigned(List<StatementModel> statements, Set<Integer> assigned) {
        for (StatementModel statement : statements) {
            if (statement instanceof StatementModel.SetLocal set) {
                assigned.add(set.local());
            } else if (statement instanceof StatementModel.SetElement set) {
                assigned.add(set.local());
            } else if (statement instanceof StatementModel.ForEach loop) {
                assigned.add(loop.local());
                collectAssigned(loop.body(), assigned);
            }
        }
    }
}
