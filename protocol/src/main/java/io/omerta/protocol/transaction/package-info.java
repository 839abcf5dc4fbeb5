/**
 * The transactions that come with the program, and the host side of their sessions: one node's machine that runs the
 * machines of all its sessions, admits their messages, seals what they send, appends to the node's chain and answers what
 * they ask. How money is locked, watched and paid is said in the {@code .omt} files among the resources, not here.
 *
 * <p>Imports everything else in {@code protocol} but {@code language.lint} and {@code language.format}.
 */
@NullMarked
package io.omerta.protocol.transaction;

import org.jspecify.annotations.NullMarked;
