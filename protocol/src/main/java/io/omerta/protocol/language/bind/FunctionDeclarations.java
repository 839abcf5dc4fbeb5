package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.FunctionModel;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.VariableModel;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.syntax.Limits;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.TypeReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Declares functions, those that others call before the others. */
final class FunctionDeclarations {
    private final BindLog log;
    private final Symbols symbols;
    private final List<Declaration.Function> functions;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    private FunctionDeclarations(BindLog log, Symbols symbols, List<Declaration.Function> functions) {
        this.log = log;
        this.symbols = symbols;
        this.functions = functions;
        for (int i = 0; i < functions.size(); i++) {
            places.put(functions.get(i).name().text(), i);
        }
    }

    /** Binds all functions and adds them to the symbols; gives those that could be bound, in declared order. */
    static List<FunctionModel> declare(BindLog log, Symbols symbols, List<Declaration.Function> functions) {
        return new FunctionDeclarations(log, symbols, functions).declare();
    }

    /** The functions that the host supplies, by name. */
    static Map<String, NativeModel> natives(BindLog log, TypeReader types, Declarations declarations) {
        Map<String, NativeModel> natives = new LinkedHashMap<>();
        for (Declaration.NativeFunction function : declarations.all(Declaration.NativeFunction.class)) {
            List<VariableModel> parameters = new ArrayList<>();
            NameTable names = new NameTable(log, " in `" + function.name() + "`");
            for (Field field : function.parameters()) {
                checkParameter(log, names, field);
                parameters.add(types.variable(field));
            }
            boolean optional = TypeReader.isOptional(function.result());
            TypeReference result = optional ? function.result().arguments().get(0) : function.result();
            natives.put(
                    function.name().text(),
                    new NativeModel(
                            function.name().text(),
                            parameters,
                            types.read(result),
                            optional,
                            function.library().value(),
                            function.name().span()));
        }
        return natives;
    }

    private List<FunctionModel> declare() {
        List<List<DependencyOrder.Need>> calls = new ArrayList<>();
        functions.forEach(function -> calls.add(callsOf(function)));
        boolean[] inCircle = new boolean[functions.size()];
        List<Integer> order = DependencyOrder.of(calls, (circle, place) -> {
            circle.forEach(i -> inCircle[i] = true);
            tellCircle(circle, place);
        });
        int[] heights = new int[functions.size()];
        for (int i : order) {
            for (DependencyOrder.Need call : calls.get(i)) {
                heights[i] = Math.max(heights[i], heights[call.thing()] + 1);
            }
            declare(functions.get(i), heights[i], inCircle[i]);
        }
        List<FunctionModel> models = new ArrayList<>();
        for (Declaration.Function function : functions) {
            FunctionModel model = symbols.functions().get(function.name().text());
            if (model != null) {
                models.add(model);
            }
        }
        return models;
    }

    private List<DependencyOrder.Need> callsOf(Declaration.Function function) {
        List<DependencyOrder.Need> calls = new ArrayList<>();
        for (Expression.NameReference called : CallFinder.calledIn(function.body())) {
            Integer place = places.get(called.name());
            if (place != null) {
                calls.add(new DependencyOrder.Need(place, called.span()));
            }
        }
        return calls;
    }

    private void tellCircle(List<Integer> circle, Span place) {
        List<String> names = new ArrayList<>();
        circle.forEach(i -> names.add("`" + functions.get(i).name() + "`"));
        names.add(names.get(0));
        log.add(
                Code.E28,
                place,
                "a function may not call itself, but " + String.join(" calls ", names)
                        + "; use FOR, MAP or REDUCE instead");
    }

    private void declare(Declaration.Function function, int height, boolean inCircle) {
        TypeReader types = symbols.types().reader();
        NameTable names = new NameTable(log, " in `" + function.name() + "`");
        List<VariableModel> parameters = new ArrayList<>();
        for (Field field : function.parameters()) {
            checkParameter(log, names, field);
            VariableModel parameter = types.parameter(field);
            Fractions.checkDeclared(log, field, parameter.type(), false);
            parameters.add(parameter);
        }
        Type result = types.result(function.result());
        if (height >= Limits.MAX_DEPTH) {
            log.add(
                    Code.S11,
                    function.name().span(),
                    "functions call each other more than " + Limits.MAX_DEPTH + " deep from here");
        }
        FunctionModel model = new FunctionBody(log, symbols, function, parameters, result).bind();
        // One in a circle is not known to those that call it, so that they need not be told about the circle again.
        if (!inCircle && height < Limits.MAX_DEPTH) {
            symbols.add(model);
        }
    }

    private static void checkParameter(BindLog log, NameTable names, Field field) {
        ReservedNames.check(log, field.name(), "a parameter");
        names.isNew(field.name(), "a parameter");
    }
}
