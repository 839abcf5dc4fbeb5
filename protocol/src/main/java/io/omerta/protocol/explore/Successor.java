package io.omerta.protocol.explore;

import java.util.List;

/**
 * A move and where it leads.
 *
 * @param reactions of the machines that took part: all of them at the beginning, later one at most
 */
record Successor(Move move, SystemState next, List<Reaction> reactions) {
    Successor {
        reactions = List.copyOf(reactions);
    }
}
