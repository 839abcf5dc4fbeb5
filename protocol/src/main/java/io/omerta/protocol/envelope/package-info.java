/**
 * What messages travel in: who says what to whom in which session, signed. Sealing puts the message of a {@link
 * io.omerta.protocol.machine.MachineEffect.Send} into an envelope; admission is all that stands between bytes of strangers
 * and a machine, and lets through what {@code protocol/docs/semantics.md}, section 4.10, allows.
 *
 * <p>Imports {@code machine}, {@code language.model}, {@code wire} and {@code crypto}.
 */
@NullMarked
package io.omerta.protocol.envelope;

import org.jspecify.annotations.NullMarked;
