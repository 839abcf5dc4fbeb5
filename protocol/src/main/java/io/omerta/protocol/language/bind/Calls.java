package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.FunctionModel;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.VariableModel;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls of functions. */
final class Calls {
    private final Symbols symbols;
    private final Scope scope;
    private final BindLog log;
    private final Expressions expressions;
    private final BuiltinCalls builtins;

    Calls(Symbols symbols, Scope scope, BindLog log, Expressions expressions) {
        this.symbols = symbols;
        this.scope = scope;
        this.log = log;
        this.expressions = expressions;
        this.builtins = new BuiltinCalls(symbols, scope, log, expressions);
    }

    Term call(Expression.Call call, @Nullable Type hint) {
        Span callee = call.callee().span();
        if (!(call.callee() instanceof Expression.NameReference reference)) {
            log.add(Code.E12, callee, "only a function is called, by its name; this is a value");
            return Conversions.unknown(call.span());
        }
        String name = reference.name();
        FunctionModel function = symbols.functions().get(name);
        if (function != null) {
            return callFunction(function, call, hint);
        }
        NativeModel library = symbols.natives().get(name);
        if (library != null) {
            return callNative(library, call);
        }
        Optional<Builtin> builtin = Builtin.named(name);
        if (builtin.isPresent()) {
            return builtins.call(builtin.get(), call, hint);
        }
        if (!symbols.functionNames().contains(name)) {
            UnknownName.tell(
                    log,
                    Code.E12,
                    callee,
                    name,
                    "a function",
                    Stream.of(
                                    symbols.functionNames().stream(),
                                    symbols.natives().keySet().stream(),
                                    Stream.of(Builtin.values()).map(Builtin::name))
                            .flatMap(names -> names)
                            .toList());
        }
        bindWithoutHint(call.arguments());
        return Conversions.unknown(call.span());
    }

    /** Finds the faults of arguments of which no type is known. */
    private void bindWithoutHint(List<Expression> arguments) {
        for (Expression argument : arguments) {
            if (!(argument instanceof Expression.Lambda) && !Expressions.needsHint(argument)) {
                expressions.bind(argument);
            }
        }
    }

    private Term callFunction(FunctionModel function, Expression.Call call, @Nullable Type hint) {
        if (!isCount(function.name(), function.parameters(), call, function.span())) {
            return Conversions.unknown(call.span());
        }
        TypeVariables variables = new TypeVariables();
        List<Term> bound = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Type declared = function.parameters().get(i).type();
            Term argument = expressions.bind(call.arguments().get(i), variables.known(declared));
            variables.learn(declared, argument.type());
            bound.add(argument);
        }
        List<Term> arguments = new ArrayList<>();
        for (int i = 0; i < bound.size(); i++) {
            VariableModel parameter = function.parameters().get(i);
            Type type = variables.replacedIn(parameter.type());
            arguments.add(expressions.fit(bound.get(i), argument(function.name(), parameter, type)));
        }
        if (hint != null) {
            variables.learnMissing(function.result(), hint);
        }
        return new Term.CallFunction(function, arguments, variables.replacedIn(function.result()), call.span());
    }

    private Term callNative(NativeModel function, Expression.Call call) {
        Span callee = call.callee().span();
        if (scope.site() != Scope.Site.ACTOR) {
            log.add(
                    Code.E16,
                    callee,
                    scope.owner() + " calls the native function `" + function.name() + "`; only actors do, so pass its "
                            + "result as an argument");
            return Conversions.unknown(call.span());
        }
        if (!isCount(function.name(), function.parameters(), call, function.span())) {
            return Conversions.unknown(call.span());
        }
        List<Term> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            VariableModel parameter = function.parameters().get(i);
            arguments.add(
                    expressions.need(call.arguments().get(i), argument(function.name(), parameter, parameter.type())));
        }
        return new Term.CallNative(function, arguments, call.span());
    }

    private static Required argument(String function, VariableModel parameter, Type type) {
        return new Required(type, "the argument `" + parameter.name() + "` of `" + function + "`", parameter.span());
    }

    private boolean isCount(String function, List<VariableModel> parameters, Expression.Call call, Span declared) {
        int given = call.arguments().size();
        if (given == parameters.size()) {
            return true;
        }
        Span place = given > parameters.size()
                ? call.arguments().get(parameters.size()).span()
                : call.callee().span();
        log.add(Diagnostic.of(
                        Code.E27,
                        place,
                        "`" + function + "` takes " + counted(parameters.size()) + ", but " + givenCount(given))
                .withRelated(declared, "declared here"));
        return false;
    }

    private static String givenCount(int arguments) {
        return arguments == 0 ? "none is given" : arguments == 1 ? "1 is given" : arguments + " are given";
    }

    private static String counted(int arguments) {
        return arguments == 0 ? "no argument" : arguments == 1 ? "1 argument" : arguments + " arguments";
    }
}
