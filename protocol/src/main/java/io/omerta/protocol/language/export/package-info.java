/**
 * Transactions for tools of others: {@link io.omerta.protocol.language.export.TlaExport} writes a transaction as a TLA+
 * module, so that an independent model checker can search its behaviours.
 *
 * <p>Imports {@code language.model}, which brings operators, spans and values with it. Writes no files; whoever calls it
 * does.
 */
@NullMarked
package io.omerta.protocol.language.export;

import org.jspecify.annotations.NullMarked;
