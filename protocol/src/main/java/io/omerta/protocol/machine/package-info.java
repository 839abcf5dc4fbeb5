/**
 * Protocol machines that run: a checked transaction is compiled to one immutable {@link
 * io.omerta.protocol.machine.TransactionSpec}, whose machines take inputs one at a time. A step is a pure function of the
 * configuration, the input and the surroundings; what it asks for is returned, not done.
 *
 * <p>Imports {@code language.model}, {@code wire} and {@code crypto}. The simulator, the explorer and the node run
 * this and nothing else.
 */
@NullMarked
package io.omerta.protocol.machine;

import org.jspecify.annotations.NullMarked;
