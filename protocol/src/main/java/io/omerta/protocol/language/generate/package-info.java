/**
 * Java for what a transaction declares: {@link io.omerta.protocol.language.generate.JavaRecords} turns messages, blocks,
 * structs and enums into records whose components have types and units, for tests and for programs around a node.
 *
 * <p>Imports {@code language.model} for what is declared and {@code language.syntax} for the comments. What is generated
 * imports {@code wire} alone. Writes no files; whoever calls it does.
 */
@NullMarked
package io.omerta.protocol.language.generate;

import org.jspecify.annotations.NullMarked;
