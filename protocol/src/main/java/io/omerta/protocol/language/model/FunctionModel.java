package io.omerta.protocol.language.model;

import io.omerta.protocol.language.source.Span;
import java.util.List;

/**
 * A pure function.
 *
 * @param parameters its first locals, in order
 * @param locals number of locals: parameters, variables, loop variables and parameters of lambdas
 * @param body ends with a return on every path
 */
public record FunctionModel(
        String name, List<VariableModel> parameters, Type result, int locals, List<StatementModel> body, Span span) {
    public FunctionModel {
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
    }
}
