package io.omerta.protocol.language.model;

import io.omerta.protocol.language.source.Span;

/**
 * A state.
 *
 * @param idle whether the actor may wait here for ever
 * @param description for people, possibly empty
 */
public record StateModel(String name, boolean initial, boolean terminal, boolean idle, String description, Span span) {}
