/**
 * Money: a ledger in which none appears or vanishes, the split of an escrow when a session ends, the funds that a witness
 * keeps reserved, and the proof that a consumer locked the same funds twice. All amounts are whole micro-credits. Imports
 * only {@code io.omerta.protocol.wire}, {@code crypto} and {@code chain}.
 */
@NullMarked
package io.omerta.protocol.ledger;

import org.jspecify.annotations.NullMarked;
