package io.omerta.protocol.language.document;

import io.omerta.protocol.language.tree.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The moves of all actors in the order in which they can first come about, breadth first from the initial states, as if
 * every guard could be true and false.
 *
 * <p>What needs nothing from outside goes first: automatic moves, and messages that were sent no earlier than the state
 * was reached. Then come messages sent before, then triggers, then timeouts, which in most transactions say what happens
 * if something else did not; last, messages that nobody here sends. Each trigger, timeout and message from outside
 * begins a section.
 */
final class Exploration {
    private final SentMessages sent;
    private final List<Move> left;
    private final List<Move> all;

    /** When a state was first reached, by role and state. */
    private final Map<String, Integer> reached = new LinkedHashMap<>();

    /** When a message was last sent to a role for the first time by a move, by role and message. */
    private final Map<String, Integer> arrived = new LinkedHashMap<>();

    private final List<Section> sections = new ArrayList<>();
    private int round;

    /**
     * What follows from one impulse.
     *
     * @param impulse the first of the moves that it sets off; null for what begins by itself
     * @param rounds the moves, by the time they can first come about
     */
    record Section(@Nullable Move impulse, List<Round> rounds) {}

    /**
     * What can come about at one time.
     *
     * @param late whether it needs messages that were sent before their receiver came to the state, which then are not
     *     what it waits for in the first place
     */
    record Round(List<Move> moves, boolean late) {}

    private Exploration(List<ActorTree> actors, SentMessages sent) {
        this.sent = sent;
        this.all = actors.stream().flatMap(actor -> Move.of(actor).stream()).toList();
        this.left = new ArrayList<>(all);
        for (ActorTree actor : actors) {
            for (StateDiagram.State state : StateDiagram.of(actor.declaration()).states()) {
                if (state.initial()) {
                    reached.put(key(actor.name(), state.name()), 0);
                }
            }
        }
    }

    static Exploration of(List<ActorTree> actors, SentMessages sent) {
        Exploration exploration = new Exploration(actors, sent);
        exploration.section(null, exploration.enabled(true));
        for (Move impulse = exploration.nextImpulse(); impulse != null; impulse = exploration.nextImpulse()) {
            exploration.section(impulse, exploration.alike(impulse));
        }
        return exploration;
    }

    /** The sections, in order; moves that nothing leads to are in none. */
    List<Section> sections() {
        return List.copyOf(sections);
    }

    private @Nullable Move nextImpulse() {
        return left.stream()
                .filter(move -> reached.containsKey(key(move.role(), move.from())))
                .min(Comparator.comparingInt(this::urgency)
                        .thenComparingInt(move -> reached.getOrDefault(key(move.role(), move.from()), 0)))
                .orElse(null);
    }

    /** The moves left that the same event in the same state sets off. */
    private List<Move> alike(Move impulse) {
        return left.stream()
                .filter(move -> move.role().equals(impulse.role())
                        && move.from().equals(impulse.from())
                        && EventText.of(move.event()).equals(EventText.of(impulse.event())))
                .toList();
    }

    /** Triggers before timeouts before messages from outside. */
    private int urgency(Move move) {
        if (move.event() instanceof Event.Timeout) {
            return 1;
        }
        String awaited = move.awaited();
        return awaited != null && sent.isMessage(awaited) ? 2 : 0;
    }

    private void section(@Nullable Move impulse, List<Move> first) {
        List<Round> rounds = new ArrayList<>();
        Round next = new Round(first, false);
        while (!next.moves().isEmpty()) {
            rounds.add(next);
            take(next.moves());
            List<Move> fresh = enabled(true);
            next = fresh.isEmpty() ? new Round(enabled(false), true) : new Round(fresh, false);
        }
        sections.add(new Section(impulse, rounds));
    }

    private void take(List<Move> moves) {
        round++;
        left.removeAll(moves);
        for (Move move : moves) {
            reached.putIfAbsent(key(move.role(), move.to()), round);
            for (MessageChart.Arrow arrow : sent.of(move)) {
                arrived.put(key(arrow.to(), arrow.message()), round);
            }
        }
    }

    private List<Move> enabled(boolean fresh) {
        return left.stream().filter(move -> isEnabled(move, fresh)).toList();
    }

    private boolean isEnabled(Move move, boolean fresh) {
        Integer since = reached.get(key(move.role(), move.from()));
        if (since == null) {
            return false;
        }
        String awaited = move.awaited();
        if (awaited == null) {
            return move.event() instanceof Event.Auto;
        }
        Integer arrival = arrived.get(key(move.role(), awaited));
        return arrival != null && (!fresh || arrival >= since);
    }

    /** Whether an actor can come from one state to another, whatever it waits for. */
    boolean canReach(String role, String from, String to) {
        Set<String> found = new LinkedHashSet<>(List.of(from));
        boolean grown = true;
        while (grown && !found.contains(to)) {
            grown = false;
            for (Move move : all) {
                grown |= move.role().equals(role) && found.contains(move.from()) && found.add(move.to());
            }
        }
        return found.contains(to);
    }

    private static String key(String role, String name) {
        return role + " " + name;
    }
}
