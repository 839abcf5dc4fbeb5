/**
 * Protocol source text, places in it, and the faults found there. Every later stage (lexer, parser, checker) reports
 * through {@link io.omerta.protocol.language.source.Diagnostic}; this package knows nothing of the grammar.
 */
@NullMarked
package io.omerta.protocol.language.source;

import org.jspecify.annotations.NullMarked;
