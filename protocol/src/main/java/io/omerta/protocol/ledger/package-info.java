/**
 * Money: a ledger in which none appears or vanishes, and the parts of an escrow when a session ends. All amounts are whole
 * micro-credits. Imports only {@code io.omerta.protocol.wire}, {@code crypto} and {@code chain}.
 */
@NullMarked
package io.omerta.protocol.ledger;

import org.jspecify.annotations.NullMarked;
