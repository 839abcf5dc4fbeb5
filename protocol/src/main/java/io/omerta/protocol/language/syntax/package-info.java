/**
 * From text to tree: {@link io.omerta.protocol.language.syntax.Lexer} cuts the text into tokens, {@link
 * io.omerta.protocol.language.syntax.Parser} builds the {@link io.omerta.protocol.language.tree tree}. The grammar is
 * specified in {@code protocol/docs/language.md}.
 *
 * <p>The parser is written by hand: recursive descent, with precedence climbing (Richards and Whitby-Strevens, "BCPL",
 * 1979) for binary operators. A generated one would fit worse in three ways. The grammar has no separators, so whether
 * a parenthesis after a guard begins a call or an action block takes a look at the tokens behind it, which is one small
 * function here. Messages must say what a person meant ("comparisons cannot be chained"), which a table of expected
 * tokens cannot. And nesting must be bounded and recovery local, so that a file with many faults reports each once.
 *
 * <p>Parsing is total: any text gives a tree of what was understood and a list of diagnostics, never an exception.
 */
@NullMarked
package io.omerta.protocol.language.syntax;

import org.jspecify.annotations.NullMarked;
