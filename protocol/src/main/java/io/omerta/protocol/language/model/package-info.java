/**
 * The meaning of a checked protocol: every name resolved, every expression typed, every payload complete. Made by the
 * checker, compiled by {@link io.omerta.protocol.machine}, read by the generators of documents and code.
 *
 * <p>Imports {@code language.tree} for operators and {@code language.source} for spans, and {@code wire} for values and
 * their types.
 */
@NullMarked
package io.omerta.protocol.language.model;

import org.jspecify.annotations.NullMarked;
