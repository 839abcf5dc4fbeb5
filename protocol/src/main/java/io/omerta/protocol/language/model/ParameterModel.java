package io.omerta.protocol.language.model;

import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.Value;

/**
 * A constant of the transaction. Its value may be replaced when the transaction is compiled, by one of the same type.
 *
 * @param value of the type; a duration is an integer of milliseconds
 * @param unit as written, possibly empty
 * @param description for people, possibly empty
 */
public record ParameterModel(String name, Type type, Value value, String unit, String description, Span span) {}
