package io.omerta.protocol.language.tree;

import io.omerta.protocol.language.source.Span;

/**
 * The other way of a guarded transition: {@code else -> TO ( actions )}.
 *
 * @param to state entered
 * @param actions done on the way
 * @param span from {@code else} on
 */
public record Otherwise(Name to, Body<Action> actions, Span span) {}
