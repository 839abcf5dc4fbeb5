package io.omerta.protocol.language.model;

import io.omerta.protocol.language.source.Span;
import java.util.List;

/**
 * A function that the host supplies.
 *
 * @param library where the host finds it
 */
public record NativeModel(
        String name, List<VariableModel> parameters, Type result, boolean optionalResult, String library, Span span) {
    public NativeModel {
        parameters = List.copyOf(parameters);
    }
}
