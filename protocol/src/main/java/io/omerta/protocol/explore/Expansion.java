package io.omerta.protocol.explore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which moves of a state a search looks at. One that reduces leaves out orders of moves that make no difference: it
 * delivers at once what nobody will ever await, and follows {@link StubbornSets}.
 */
final class Expansion {
    /** The choice of all moves. Others are 1 more than the place of a member who is to move. */
    static final int ALL = 0;

    private final Successors successors;
    private final @Nullable StubbornSets stubborn;
    private final boolean reduced;
    private List<Successor> chosen = List.of();

    /** @param stubborn null if members are never explored alone */
    Expansion(Successors successors, boolean reduced, @Nullable StubbornSets stubborn) {
        this.successors = successors;
        this.reduced = reduced;
        this.stubborn = stubborn;
    }

    List<Successor> beginnings(Faults faults) {
        return successors.beginnings(faults);
    }

    /** The first choice from a member on that suffices but for putting others off, or {@link #ALL}. */
    int choice(SystemState state, int from) {
        if (stubborn != null) {
            for (int place = from; place < state.actors.length; place++) {
                if (stubborn.canMove(state, place)) {
                    long members = stubborn.choose(state, place);
                    List<Successor> moves = members == stubborn.everybody() ? List.of() : successors.of(state, members);
                    if (stubborn.suffice(state, moves)) {
                        chosen = moves;
                        return place + 1;
                    }
                }
            }
        }
        return ALL;
    }

    /** The moves of the choice that was last found. */
    List<Successor> chosen() {
        return chosen;
    }

    /** All moves of a state. */
    List<Successor> all(SystemState state) {
        return successors.of(state);
    }

    /** The delivery of a message that its recipient will never await, which is made before anything else; or null. */
    @Nullable
    Successor vain(SystemState state) {
        return reduced ? successors.vain(state) : null;
    }
}
