package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.FunctionModel;
import io.omerta.protocol.language.model.StatementModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.Type.Special;
import io.omerta.protocol.language.model.VariableModel;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Binds the body of a function.
 *
 * <p>The type of a variable is the smallest one that all its assignments fit. An assignment may widen it after it was
 * read ({@code best = null}, then in a loop {@code best = x}); the body is then bound again with the type that was found.
 */
final class FunctionBody implements Statement.Visitor<Void> {
    /** Each time some type has grown, from {@code null} or an empty list over {@code uint} to {@code int}. */
    private static final int MAX_PASSES = 8;

    private final BindLog log;
    private final Symbols symbols;
    private final Declaration.Function function;
    private final List<VariableModel> parameters;
    private final Type result;
    private final Map<String, Type> variableTypes = new LinkedHashMap<>();
    private final Set<String> assigned;

    private Scope scope;
    private Expressions expressions;
    private boolean widened;
    private List<StatementModel> statements = new ArrayList<>();

    FunctionBody(
            BindLog log, Symbols symbols, Declaration.Function function, List<VariableModel> parameters, Type result) {
        this.log = log;
        this.symbols = symbols;
        this.function = function;
        this.parameters = parameters;
        this.result = result;
        this.assigned = assignedIn(function.body(), new LinkedHashSet<>());
        this.scope = Scope.ofFunction(function.name().text());
        this.expressions = new Expressions(symbols, scope, log);
    }

    FunctionModel bind() {
        BindLog.Mark mark = log.mark();
        int passes = 0;
        do {
            log.undo(mark);
            bindOnce();
            passes++;
        } while (widened && passes < MAX_PASSES);
        if (!checkReturns(function.body().items())) {
            log.add(
                    Code.E28,
                    function.name().span(),
                    "the function `" + function.name()
                            + "` may end without a result; its last statement is `RETURN value`");
        }
        FunctionModel model = new FunctionModel(
                function.name().text(),
                parameters,
                result,
                scope.size(),
                statements,
                function.name().span());
        AbsentFields.check(log, model);
        return model;
    }

    private void bindOnce() {
        widened = false;
        scope = Scope.ofFunction(function.name().text());
        expressions = new Expressions(symbols, scope, log);
        statements = new ArrayList<>();
        for (VariableModel parameter : parameters) {
            scope.declare(parameter.name(), parameter.type(), parameter.span());
        }
        Set<String> variables = new LinkedHashSet<>(assigned);
        parameters.forEach(parameter -> variables.remove(parameter.name()));
        scope.assignsLater(variables);
        function.body().forEach(statement -> statement.accept(this));
    }

    @Override
    public Void visitReturn(Statement.Return statement) {
        Required required = new Required(
                result,
                "the result of `" + function.name() + "`",
                function.result().span());
        statements.add(new StatementModel.Return(expressions.need(statement.value(), required), statement.span()));
        return null;
    }

    @Override
    public Void visitAssign(Statement.Assign assign) {
        String name = assign.target().text();
        Scope.Local local = scope.local(name);
        if (local != null && local.index() < parameters.size()) {
            Required required = new Required(local.type(), "the parameter `" + name + "`", local.span());
            set(local, expressions.need(assign.value(), required), assign);
            return null;
        }
        Type known = variableTypes.get(name);
        Term value = expressions.bind(assign.value(), known);
        if (local == null) {
            ReservedNames.check(log, assign.target(), "a variable");
            Type type = known == null ? value.type() : known;
            local = scope.declare(name, type, assign.target().span());
        }
        set(local, widen(local, value), assign);
        return null;
    }

    private void set(Scope.Local local, Term value, Statement.Assign assign) {
        statements.add(new StatementModel.SetLocal(local.index(), value, assign.span()));
    }

    /** Makes the variable's type one that the value fits. */
    private Term widen(Scope.Local local, Term value) {
        Type joined = Conversions.join(local.type(), value.type());
        if (joined == null) {
            return expressions.fit(
                    value, new Required(local.type(), "the variable `" + local.name() + "`", local.span()));
        }
        if (!joined.equals(local.type())) {
            widened = true;
            scope.retype(local, joined);
        }
        variableTypes.put(local.name(), joined);
        return value;
    }

    @Override
    public Void visitAssignElement(Statement.AssignElement assign) {
        Name target = assign.target();
        Scope.Local local = scope.local(target.text());
        if (local == null) {
            UnknownName.tell(
                    log, Code.E24, target, "a variable that was assigned before in this function", scope.localNames());
            expressions.bind(assign.index());
            expressions.bind(assign.value());
            return null;
        }
        Type type = local.type();
        String what = "of `" + target + "`";
        if (type instanceof Type.ListOf list) {
            Term index = expressions.need(
                    assign.index(), Required.byRule(Type.Scalar.INT, "the place of an element " + what));
            setElement(local, index, element(local, assign, list.element(), what), assign);
        } else if (type instanceof Type.MapOf map) {
            Term key = expressions.need(assign.index(), new Required(map.key(), "a key " + what, local.span()));
            setElement(local, key, element(local, assign, map.value(), what), assign);
        } else {
            expressions.bind(assign.index());
            expressions.bind(assign.value());
            if (type != Special.UNKNOWN) {
                log.add(Diagnostic.of(
                                Code.E27,
                                target.span(),
                                "only lists and maps have elements `[...]`, but `" + target + "` is " + type.notation())
                        .withRelated(local.span(), "it is " + type.notation() + " by this"));
            }
        }
        return null;
    }

    /** The new element; in an empty list there is none that it could replace, so that its type does not matter. */
    private Term element(Scope.Local local, Statement.AssignElement assign, Type type, String what) {
        return type == Special.NEVER
                ? expressions.bind(assign.value())
                : expressions.need(assign.value(), new Required(type, "an element " + what, local.span()));
    }

    private void setElement(Scope.Local local, Term index, Term value, Statement.AssignElement assign) {
        statements.add(new StatementModel.SetElement(local.index(), index, value, assign.span()));
    }

    @Override
    public Void visitForEach(Statement.ForEach forEach) {
        Name variable = forEach.variable();
        Term iterable = expressions.bind(forEach.iterable());
        Type element = Special.UNKNOWN;
        if (iterable.type() instanceof Type.ListOf list) {
            element = list.element();
        } else if (iterable.type() instanceof Type.MapOf map) {
            element = map.key();
        } else if (iterable.type() != Special.UNKNOWN) {
            log.add(
                    Code.E27,
                    iterable.span(),
                    "`FOR` runs over a list or a map, but this is "
                            + iterable.type().notation());
        }
        ReservedNames.check(log, variable, "a variable");
        Scope.Local hidden = scope.local(variable.text());
        if (hidden != null || assigned.contains(variable.text())) {
            Diagnostic diagnostic = Diagnostic.of(
                    Code.E20,
                    variable.span(),
                    "`" + variable + "` is another variable of this function; a loop has a variable of its own");
            log.add(hidden == null ? diagnostic : diagnostic.withRelated(hidden.span(), "the other variable"));
        }
        Scope.Local local = scope.declare(variable.text(), element, variable.span());
        List<StatementModel> outer = statements;
        List<StatementModel> body = new ArrayList<>();
        statements = body;
        forEach.body().forEach(statement -> statement.accept(this));
        statements = outer;
        if (hidden == null) {
            scope.forget(local);
        }
        statements.add(new StatementModel.ForEach(local.index(), iterable, body, forEach.span()));
        return null;
    }

    @Override
    public Void visitBlock(Statement.Block block) {
        block.body().forEach(statement -> statement.accept(this));
        return null;
    }

    /** Whether statements end with a return on every path; what stands behind one is told. */
    private boolean checkReturns(List<Statement> body) {
        for (int i = 0; i < body.size(); i++) {
            if (returns(body.get(i))) {
                if (i + 1 < body.size()) {
                    log.add(Diagnostic.of(
                                    Code.E28,
                                    body.get(i + 1).span(),
                                    "this is never reached; the function returns before it")
                            .withRelated(body.get(i).span(), "it returns here"));
                }
                return true;
            }
        }
        return false;
    }

    private boolean returns(Statement statement) {
        if (statement instanceof Statement.Block block) {
            return checkReturns(block.body().items());
        }
        if (statement instanceof Statement.ForEach forEach) {
            checkReturns(forEach.body().items());
        }
        return statement instanceof Statement.Return;
    }

    private static Set<String> assignedIn(Body<Statement> body, Set<String> names) {
        for (Statement statement : body) {
            if (statement instanceof Statement.Assign assign) {
                names.add(assign.target().text());
            } else if (statement instanceof Statement.ForEach forEach) {
                assignedIn(forEach.body(), names);
            } else if (statement instanceof Statement.Block block) {
                assignedIn(block.body(), names);
            }
        }
        return names;
    }
}
