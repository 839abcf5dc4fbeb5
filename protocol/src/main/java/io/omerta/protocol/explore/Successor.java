package io.omerta.protocol.explore;

import org.jspecify.annotations.Nullable;

/**
 * A move and where it leads.
 *
 * @param reaction of the machine that took part, or null if none did
 */
record Successor(Move move, SystemState next, @Nullable Reaction reaction) {}
