/**
 * From names to meaning: declares what a unit declares, resolves every name, gives every expression its type and every
 * payload its fields, and so makes a {@link io.omerta.protocol.language.model.ProtocolModel}. The rules are sections 1 to
 * 3 of {@code protocol/docs/semantics.md}.
 *
 * <p>Types flow both ways: from the leaves of an expression upwards, and from its place downwards to whatever has no type
 * of its own ({@code null}, {@code []}, {@code { ... }}, {@code x => ...}). What is wrong has the type
 * {@link io.omerta.protocol.language.model.Type.Special#UNKNOWN}, which fits everywhere, so that one fault is told once.
 */
@NullMarked
package io.omerta.protocol.language.bind;

import org.jspecify.annotations.NullMarked;
