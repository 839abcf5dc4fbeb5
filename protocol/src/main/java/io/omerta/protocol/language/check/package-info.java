/**
 * From tree to meaning: resolves names and imports, gives every expression its type, completes payloads, and tells
 * everything that is wrong or doubtful (codes E01 to E30 and W01 to W13). The rules are specified in {@code
 * protocol/docs/semantics.md}.
 *
 * <p>Checking is total: any tree gives diagnostics, never an exception. What is wrong once is told once.
 */
@NullMarked
package io.omerta.protocol.language.check;

import org.jspecify.annotations.NullMarked;
