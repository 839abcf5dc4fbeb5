package io.omerta.protocol.language.tree;

import io.omerta.protocol.language.source.Span;

/**
 * A named and typed part of a message, block, struct or store, or a parameter of a function or trigger.
 *
 * @param name what it is called
 * @param type what it holds
 * @param span both
 */
public record Field(Name name, TypeReference type, Span span) {}
