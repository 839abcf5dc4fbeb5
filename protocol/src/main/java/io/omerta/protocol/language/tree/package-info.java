/**
 * The syntax tree of a protocol file: immutable records, each with the exact span of its tokens. A tree says what was
 * written, not what it means; names are resolved and types checked by later stages.
 *
 * <p>Kinds are sealed interfaces with visitors, so that a stage which forgets a kind does not compile. Trees are at
 * most
 * {@link io.omerta.protocol.language.syntax.Limits#MAX_DEPTH} high and may be walked by recursion.
 */
@NullMarked
package io.omerta.protocol.language.tree;

import org.jspecify.annotations.NullMarked;
