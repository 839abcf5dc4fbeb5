package io.omerta.protocol.language.tree;

import io.omerta.protocol.language.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A constant: {@code LOCK_TIMEOUT = 300 seconds "How long a lock may take"}.
 *
 * @param name what it is called
 * @param value a number, a negated number or a name
 * @param unit its unit, if told
 * @param description for people, if told
 * @param span all of it
 */
public record Parameter(
        Name name, Expression value, @Nullable Name unit, Expression.@Nullable StringLiteral description, Span span) {}
