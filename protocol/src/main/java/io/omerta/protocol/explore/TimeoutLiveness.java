package io.omerta.protocol.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether members come to rest by their timers alone, in whatever order these run out: what is left to them if the network
 * loses everything from now on. A member rests in a terminal or idle state, or where it began.
 */
final class TimeoutLiveness {
    /** Timers that may run out one after the other before a member rests. */
    private static final int EXPIRIES_MAX = 256;

    private final Reactions reactions;

    /** By number of the state; absent if not known yet. */
    private final Map<Integer, Boolean> comesToRest = new LinkedHashMap<>();

    private final Map<Integer, Integer> beginnings = new LinkedHashMap<>();

    TimeoutLiveness(Reactions reactions) {
        this.reactions = reactions;
    }

    /** States in which members may rest because nothing has happened to them. */
    void addBeginning(ActorState actor) {
        beginnings.put(actor.number, actor.number);
    }

    boolean isAtRest(ActorState actor) {
        return actor.state().terminal() || actor.state().idle() || beginnings.containsKey(actor.number);
    }

    boolean comesToRest(ActorState actor) {
        Boolean known = comesToRest.get(actor.number);
        return known == null ? comesToRest(actor, new ArrayList<>()) : known;
    }

    /** Depth first; a state that is reached again from itself is never left. */
    private boolean comesToRest(ActorState actor, List<Integer> path) {
        Boolean known = comesToRest.get(actor.number);
        if (known != null) {
            return known;
        }
        boolean rests = isAtRest(actor);
        if (!rests && !path.contains(actor.number) && path.size() < EXPIRIES_MAX) {
            path.add(actor.number);
            rests = allExpiriesComeToRest(actor, path);
            path.remove(path.size() - 1);
            comesToRest.put(actor.number, rests);
        }
        return rests;
    }

    private boolean allExpiriesComeToRest(ActorState actor, List<Integer> path) {
        for (long left = actor.configuration.armedTimers(); left != 0; left &= left - 1) {
            for (Reaction reaction : reactions.expire(actor, Long.numberOfTrailingZeros(left))) {
                if (!comesToRest(reaction.next(), path)) {
                    return false;
                }
            }
        }
        return actor.hasArmedTimer();
    }
}
