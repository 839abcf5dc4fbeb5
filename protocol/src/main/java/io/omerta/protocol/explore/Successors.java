package io.omerta.protocol.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds every move that is possible in a state, always in the same order. */
final class Successors {
    private final Session session;
    private final Reactions reactions;
    private final List<Call> calls;
    private final Adversary adversary;
    private final boolean ordered;
    private final boolean lateTimers;
    private final boolean reduced;

    /**
     * @param reduced whether a message of which nothing can ever come is delivered before anything else happens: in every
     *     run it could as well be, so that other moments need not be looked at
     */
    Successors(
            Session session, Reactions reactions, List<Call> calls, Adversary adversary, Setup setup, boolean reduced) {
        this.session = session;
        this.reactions = reactions;
        this.calls = calls;
        this.adversary = adversary;
        this.ordered = setup.ordered();
        this.reduced = reduced;
        this.lateTimers = setup.timers() == Setup.Timers.LATE;
    }

    /** The states in which a session can begin: all members have started, one after the other. */
    List<Successor> beginnings(Faults faults) {
        ActorState[] actors = session.members().stream().map(reactions::initial).toArray(ActorState[]::new);
        SystemState nothing = new SystemState(actors, new Letter[0], new Answer[0], faults, 0);
        List<Successor> begun = new ArrayList<>();
        begin(nothing, 0, List.of(), begun);
        return begun;
    }

    private void begin(SystemState state, int place, List<Reaction> before, List<Successor> begun) {
        for (Reaction reaction : reactions.start(state.actors[place])) {
            SystemState next = state.after(reaction, null, 0, ordered);
            if (next != null) {
                List<Reaction> all = new ArrayList<>(before);
                all.add(reaction);
                if (place + 1 == state.actors.length) {
                    List<Answer> answers =
                            all.stream().flatMap(one -> one.answers().stream()).toList();
                    begun.add(new Successor(new Move.Begin(session.members().get(0), answers), next, all));
                } else {
                    begin(next, place + 1, all, begun);
                }
            }
        }
    }

    List<Successor> of(SystemState state) {
        Successor vain = reduced ? vainDelivery(state) : null;
        if (vain != null) {
            return List.of(vain);
        }
        List<Successor> found = new ArrayList<>();
        addDeliveries(state, found);
        if (!lateTimers || state.letters.length == 0) {
            addExpiries(state, found);
        }
        addCalls(state, found);
        addFaults(state, found);
        return found;
    }

    /** The delivery of a message that its recipient will never await, or null. Liars learn even from such a message. */
    private @Nullable Successor vainDelivery(SystemState state) {
        for (int i = 0; i < state.letters.length; i++) {
            Letter letter = state.letters[i];
            ActorState to = state.actors[letter.to().place()];
            if (!to.member.byzantine() && isNext(state, i)) {
                Reaction reaction = reactions.receive(to, letter)[0];
                if (reaction.isRefusalBy(to) && (reaction.notAwaited() != null || to.isAtEnd())) {
                    Move move = new Move.Deliver(letter, List.of());
                    return new Successor(move, state.with(state.without(i), state.faults), List.of(reaction));
                }
            }
        }
        return null;
    }

    private void addDeliveries(SystemState state, List<Successor> found) {
        for (int i = 0; i < state.letters.length; i++) {
            if (isNext(state, i)) {
                Letter letter = state.letters[i];
                Letter[] rest = state.without(i);
                for (Reaction reaction :
                        reactions.receive(state.actors[letter.to().place()], letter)) {
                    add(
                            state.after(reaction, rest, state.called, ordered),
                            reaction,
                            found,
                            () -> new Move.Deliver(letter, reaction.answers()));
                }
            }
        }
    }

    /** Whether a letter can arrive now; of equal ones, the first stands for all. */
    private boolean isNext(SystemState state, int place) {
        Letter letter = state.letters[place];
        if (!ordered) {
            return place == 0 || state.letters[place - 1] != letter;
        }
        for (int i = 0; i < place; i++) {
            Letter earlier = state.letters[i];
            if (earlier.from() == letter.from() && earlier.to() == letter.to()) {
                return false;
            }
        }
        return true;
    }

    private void addExpiries(SystemState state, List<Successor> found) {
        for (ActorState actor : state.actors) {
            for (long left = actor.configuration.armedTimers(); left != 0; left &= left - 1) {
                int timer = Long.numberOfTrailingZeros(left);
                for (Reaction reaction : reactions.expire(actor, timer)) {
                    add(
                            state.after(reaction, null, state.called, ordered),
                            reaction,
                            found,
                            () -> new Move.Expire(actor.member, timer, reaction.answers()));
                }
            }
        }
    }

    private void addCalls(SystemState state, List<Successor> found) {
        for (Call call : calls) {
            ActorState actor = state.actors[call.member().place()];
            if ((state.called & call.once()) == 0) {
                for (Reaction reaction : reactions.call(actor, call)) {
                    if (!reaction.isRefusalBy(actor)) {
                        add(
                                state.after(reaction, null, state.called | call.once(), ordered),
                                reaction,
                                found,
                                () -> new Move.Make(call, reaction.answers()));
                    }
                }
            }
        }
    }

    private void addFaults(SystemState state, List<Successor> found) {
        Faults left = state.faults;
        for (int i = 0; i < state.letters.length; i++) {
            Letter letter = state.letters[i];
            if (i > 0 && !ordered && state.letters[i - 1] == letter) {
                continue;
            }
            if (left.drops() > 0) {
                found.add(new Successor(
                        new Move.Lose(letter), state.with(state.without(i), left.withoutDrop()), List.of()));
            } else if (left.lies() > 0 && letter.from().byzantine()) {
                found.add(new Successor(
                        new Move.Lose(letter), state.with(state.without(i), left.withoutLie()), List.of()));
            }
            if (left.duplicates() > 0) {
                found.add(new Successor(
                        new Move.Repeat(letter),
                        state.with(state.and(letter, ordered), left.withoutDuplicate()),
                        List.of()));
            }
        }
        if (left.crashes() > 0) {
            addCrashes(state, found);
        }
        if (left.lies() > 0) {
            for (Letter lie : adversary.lies(state)) {
                found.add(new Successor(
                        new Move.Lie(lie), state.with(state.and(lie, ordered), left.withoutLie()), List.of()));
            }
        }
    }

    /** What a member has journalled is all that it is, so that a crash costs it what was on its way to it. */
    private void addCrashes(SystemState state, List<Successor> found) {
        for (Member member : session.members()) {
            List<Letter> others = new ArrayList<>();
            for (Letter letter : state.letters) {
                if (letter.to() != member) {
                    others.add(letter);
                }
            }
            if (others.size() < state.letters.length) {
                found.add(new Successor(
                        new Move.Crash(member),
                        state.with(others.toArray(Letter[]::new), state.faults.withoutCrash()),
                        List.of()));
            }
        }
    }

    private static void add(@Nullable SystemState next, Reaction reaction, List<Successor> found, Supplier<Move> move) {
        if (next != null) {
            found.add(new Successor(move.get(), next, List.of(reaction)));
        }
    }
}
