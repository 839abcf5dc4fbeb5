package io.omerta.protocol.language.model;

import io.omerta.protocol.language.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of all actors of a session together.
 *
 * @param deadline null: must hold always; else must hold once that time has passed since the session began, and ever after
 * @param locals number of locals of the condition
 * @param description for people, possibly empty
 */
public record PropertyModel(
        String name, @Nullable ParameterModel deadline, Term condition, int locals, String description, Span span) {}
