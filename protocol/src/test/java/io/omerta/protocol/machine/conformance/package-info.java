/**
 * A second implementation of the meaning of protocol files, and what compares it with the first: cases with expected
 * transcripts, and random protocols.
 *
 * <p>The interpreter here follows {@code protocol/docs/semantics.md} and shares with the engine only the parser, values
 * and hashes.
 */
@NullMarked
package io.omerta.protocol.machine.conformance;

import org.jspecify.annotations.NullMarked;
