package io.omerta.protocol.language.model;

import io.omerta.protocol.language.source.Span;

/** A variable of an actor's store, or a parameter of a trigger or function. */
public record VariableModel(String name, Type type, Span span) {}
