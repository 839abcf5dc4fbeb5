package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.StateModel;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.Outcome;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether members come to rest by their timers alone: what is left to them if the network loses everything from now on. A
 * member rests in a terminal or idle state, or where it began. Here time passes: timers run out in the order in which they
 * are due, those that run at first counted anew, and the clock shows it.
 */
final class TimeoutLiveness {
    /** Timers that may run out one after the other before a member rests. */
    private static final int EXPIRIES_MAX = 256;

    private final Reactions reactions;

    /** By number of the state; absent if not known yet. */
    private final Map<Integer, Boolean> comesToRest = new LinkedHashMap<>();

    /** Numbers of states in which members may rest because nothing has happened to them. */
    private final Set<Integer> beginnings = new LinkedHashSet<>();

    TimeoutLiveness(Reactions reactions) {
        this.reactions = reactions;
    }

    void addBeginning(ActorState actor) {
        beginnings.add(actor.number);
    }

    boolean isAtRest(ActorState actor) {
        return isRest(actor.state()) || beginnings.contains(actor.number);
    }

    private static boolean isRest(StateModel state) {
        return state.terminal() || state.idle();
    }

    boolean comesToRest(ActorState actor) {
        return comesToRest.computeIfAbsent(actor.number, unknown -> isAtRest(actor) || isDrained(actor));
    }

    private boolean isDrained(ActorState actor) {
        Map<Integer, Long> due = new TreeMap<>();
        for (long left = actor.configuration.armedTimers(); left != 0; left &= left - 1) {
            int timer = Long.numberOfTrailingZeros(left);
            due.put(timer, actor.member.machine().timerMillis(timer));
        }
        return isDrained(actor.member, actor.configuration, actor.drawn, due, 0);
    }

    /**
     * Whether a member rests now or after its next timers, whatever its host answers.
     *
     * @param due when each timer that runs is due, by its number; milliseconds from the beginning
     */
    private boolean isDrained(
            Member member, Configuration configuration, int drawn, Map<Integer, Long> due, int expiries) {
        if (isRest(configuration.state())) {
            return true;
        }
        if (due.isEmpty() || expiries == EXPIRIES_MAX) {
            return false;
        }
        int next = due.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        long nowMillis = due.getOrDefault(next, 0L);
        ChosenSurroundings surroundings = reactions.surroundings(member, drawn, Domains.NOW_MILLIS + nowMillis);
        do {
            Outcome outcome = member.machine().step(configuration, new MachineInput.Expired(next), surroundings);
            Map<Integer, Long> later = new TreeMap<>(due);
            later.remove(next);
            for (MachineEffect effect : outcome.effects()) {
                if (effect instanceof MachineEffect.ArmTimer arm) {
                    later.put(arm.timer(), nowMillis + arm.delayMillis());
                } else if (effect instanceof MachineEffect.CancelTimer cancel) {
                    later.remove(cancel.timer());
                }
            }
            if (!isDrained(member, outcome.next(), surroundings.drawn(), later, expiries + 1)) {
                return false;
            }
        } while (surroundings.advance());
        return true;
    }
}
