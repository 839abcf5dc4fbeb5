package io.omerta.protocol.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds every move that is possible in a state, always in the same order. */
final class Successors {
    private static final long EVERYBODY = -1;

    private final Session session;
    private final Reactions reactions;
    private final List<Call> calls;
    private final Adversary adversary;
    private final boolean ordered;
    private final boolean lateTimers;
    private final boolean journalFirst;
    private final boolean ticks;

    Successors(Session session, Reactions reactions, List<Call> calls, Adversary adversary, Setup setup) {
        this.session = session;
        this.reactions = reactions;
        this.calls = calls;
        this.adversary = adversary;
        this.ordered = setup.ordered();
        this.journalFirst = setup.journal() == Setup.Journal.BEFORE_SENDING;
        this.lateTimers = setup.timers() != Setup.Timers.ANY;
        this.ticks = setup.timers() == Setup.Timers.TICKS;
    }

    /** The states in which a session can begin: all members have started, one after the other. */
    List<Successor> beginnings(Faults faults) {
        ActorState[] actors = session.members().stream().map(reactions::initial).toArray(ActorState[]::new);
        SystemState nothing =
                new SystemState(actors, new Letter[0], new Answer[0], faults, 0, ticks ? Due.none(session) : null);
        setClock(nothing);
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

    /** All moves. */
    List<Successor> of(SystemState state) {
        return of(state, EVERYBODY);
    }

    /**
     * The moves of some members.
     *
     * @param members a bit for each
     */
    List<Successor> of(SystemState state, long members) {
        setClock(state);
        List<Successor> found = new ArrayList<>();
        addDeliveries(state, members, found);
        if (!lateTimers || state.letters.length == 0) {
            addExpiries(state, members, found);
        }
        setClock(state);
        addCalls(state, members, found);
        addFaults(state, members, found.size(), found);
        return found;
    }

    private void setClock(SystemState state) {
        if (state.due != null) {
            reactions.setClock(state.due.nowMillis());
        }
    }

    private static boolean isAmong(long members, Member member) {
        return (members >>> member.place() & 1) != 0;
    }

    /**
     * The delivery of a message of which nothing can ever come, or null: in every run it could as well be made at once.
     * Liars learn even from such a message, and may know what they have sent only as long as it is on its way.
     */
    @Nullable
    Successor vain(SystemState state) {
        setClock(state);
        for (int i = 0; i < state.letters.length; i++) {
            Letter letter = state.letters[i];
            ActorState to = state.actors[letter.to().place()];
            if ((to.awaited >>> letter.kind() & 1) != 0) {
                continue;
            }
            boolean isLiars = to.member.byzantine() || letter.from().byzantine();
            if ((!isLiars || state.faults.lies() == 0) && isNext(state, i)) {
                Reaction reaction = reactions.receive(to, letter)[0];
                if (reaction.isRefusalBy(to) && (reaction.notAwaited() != null || to.isAtEnd())) {
                    Move move = new Move.Deliver(letter, List.of());
                    return new Successor(move, state.with(state.without(i), state.faults), List.of(reaction));
                }
            }
        }
        return null;
    }

    private void addDeliveries(SystemState state, long members, List<Successor> found) {
        for (int i = 0; i < state.letters.length; i++) {
            Letter letter = state.letters[i];
            if (isAmong(members, letter.to()) && isNext(state, i)) {
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

    private void addExpiries(SystemState before, long members, List<Successor> found) {
        long next = before.due == null ? Due.NEVER : before.due.next();
        SystemState state = before.due == null ? before : before.at(before.due.at(next));
        setClock(state);
        for (ActorState actor : state.actors) {
            long armed = isAmong(members, actor.member) ? actor.configuration.armedTimers() : 0;
            for (long left = armed; left != 0; left &= left - 1) {
                int timer = Long.numberOfTrailingZeros(left);
                if (state.due != null && state.due.of(actor.member, timer) > next) {
                    continue;
                }
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

    private void addCalls(SystemState state, long members, List<Successor> found) {
        for (Call call : calls) {
            ActorState actor = state.actors[call.member().place()];
            if (isAmong(members, call.member()) && (state.called & call.once()) == 0) {
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

    /** @param inputs how many of the moves found so far are inputs of members */
    private void addFaults(SystemState state, long members, int inputs, List<Successor> found) {
        Faults left = state.faults;
        for (int i = 0; i < state.letters.length; i++) {
            Letter letter = state.letters[i];
            boolean isRepeated = i > 0 && !ordered && state.letters[i - 1] == letter;
            if (isRepeated || !isAmong(members, letter.to())) {
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
            addCrashes(state, members, List.copyOf(found.subList(0, inputs)), found);
        }
        if (left.lies() > 0) {
            for (Letter lie : adversary.lies(state)) {
                if (!isAmong(members, lie.from())) {
                    continue;
                }
                found.add(new Successor(
                        new Move.Lie(lie), state.with(state.and(lie, ordered), left.withoutLie()), List.of()));
            }
        }
    }

    /** A crash costs a member what was on its way to it, and what it had not sent yet. */
    private void addCrashes(SystemState state, long members, List<Successor> inputs, List<Successor> found) {
        for (Member member : session.members()) {
            if (isAmong(members, member) && isAddressed(state, member)) {
                found.add(new Successor(new Move.Crash(member), crashed(state, member), List.of()));
            }
        }
        for (Successor input : inputs) {
            int of = input.reactions().get(0).sent().size();
            for (int sent = 0; sent <= of; sent++) {
                addCrash(state, input, sent, found);
            }
        }
    }

    private static boolean isAddressed(SystemState state, Member member) {
        for (Letter letter : state.letters) {
            if (letter.to() == member) {
                return true;
            }
        }
        return false;
    }

    private static SystemState crashed(SystemState state, Member member) {
        return state.with(withoutThoseTo(state.letters, member), state.faults.withoutCrash());
    }

    private static Letter[] withoutThoseTo(Letter[] letters, Member member) {
        List<Letter> others = new ArrayList<>();
        for (Letter letter : letters) {
            if (letter.to() != member) {
                others.add(letter);
            }
        }
        return others.toArray(Letter[]::new);
    }

    /**
     * A crash while a member takes an input. Written before anything is sent, the input has been taken and the rest of its
     * messages is lost; written afterwards, messages have left that the member knows nothing of.
     */
    private void addCrash(SystemState state, Successor input, int sent, List<Successor> found) {
        Reaction reaction = input.reactions().get(0);
        ActorState before = state.actors[reaction.next().member.place()];
        int of = reaction.sent().size();
        boolean isAnOtherOutcome = journalFirst ? sent < of : sent > 0;
        if (isAnOtherOutcome) {
            SystemState next = state.after(
                    reaction,
                    journalFirst ? reaction.next() : reactions.forgetful(before, reaction.next()),
                    reaction.sent().subList(0, sent),
                    withoutThoseTo(state.letters, before.member),
                    input.next().called,
                    ordered);
            if (next != null) {
                found.add(new Successor(
                        new Move.Interrupted(input.move(), sent, of),
                        next.with(next.letters, state.faults.withoutCrash()),
                        journalFirst ? List.of(reaction) : List.of()));
            }
        }
    }

    private static void add(@Nullable SystemState next, Reaction reaction, List<Successor> found, Supplier<Move> move) {
        if (next != null) {
            found.add(new Successor(move.get(), next, List.of(reaction)));
        }
    }
}
