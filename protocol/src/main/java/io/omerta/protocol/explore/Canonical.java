package io.omerta.protocol.explore;

import io.omerta.protocol.wire.Fingerprint;
import io.omerta.protocol.wire.StructuralHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recognises states that are equal but for the order of lists that nobody looks at, and for which of several
 * interchangeable members is which. Members are sorted by what each looks like from its own view; where two look alike,
 * one of the possible orders is taken, which may tell states apart that are the same, but never takes different ones for
 * the same.
 */
final class Canonical {
    private final List<Call> calls;
    private final boolean ordered;
    private final TermHash hashes;
    private final StructuralHash hash = new StructuralHash();

    /** Fingerprints under everybody's own name. */
    private final PartWords actors = new PartWords();

    private final PartWords letters = new PartWords();
    private final PartWords answers = new PartWords();

    /** Places of members that can be exchanged for one another, at least two in each. */
    private final List<int[]> classes;

    /**
     * @param named members that differ from others of their role because somebody has named them
     * @param ticks whether timers are due at certain times, which are kept by member
     */
    Canonical(
            Session session,
            SymbolicTerms terms,
            ListOrder order,
            List<Call> calls,
            List<Member> named,
            boolean ordered,
            boolean ticks) {
        this.calls = calls;
        this.ordered = ordered;
        this.hashes = new TermHash(session, terms, order);
        this.classes = ticks || order.comparesIdentities() ? List.of() : classes(session, named, order.usesSession());
    }

    private static List<int[]> classes(Session session, List<Member> named, boolean usesSession) {
        Map<String, List<Member>> alike = new LinkedHashMap<>();
        for (Member member : session.members()) {
            if (!named.contains(member) && !(usesSession && member.place() == 0)) {
                alike.computeIfAbsent(member.role() + (member.byzantine() ? "!" : ""), key -> new ArrayList<>())
                        .add(member);
            }
        }
        List<int[]> classes = new ArrayList<>();
        for (List<Member> members : alike.values()) {
            if (members.size() > 1) {
                classes.add(members.stream().mapToInt(Member::place).toArray());
            }
        }
        return classes;
    }

    Fingerprint fingerprint(SystemState state) {
        if (classes.isEmpty()) {
            return underOwnNames(state);
        }
        long naming = Naming.OWN;
        for (int[] places : classes) {
            naming = named(state, places, naming);
        }
        return under(state, naming);
    }

    /** A naming in which the members of a class have their places in the order of their looks. */
    private long named(SystemState state, int[] places, long naming) {
        Fingerprint[] looks = new Fingerprint[places.length];
        Integer[] sorted = new Integer[places.length];
        long others = naming;
        for (int place : places) {
            others = Naming.with(others, place, Naming.OTHER);
        }
        for (int i = 0; i < places.length; i++) {
            looks[i] = under(state, Naming.with(others, places[i], Naming.SELF));
            sorted[i] = i;
        }
        Arrays.sort(
                sorted, Comparator.<Integer>comparingLong(i -> looks[i].high()).thenComparingLong(i -> looks[i].low()));
        long named = naming;
        for (int rank = 0; rank < sorted.length; rank++) {
            named = Naming.with(named, places[sorted[rank]], places[rank]);
        }
        return named;
    }

    /** The fingerprint where nobody can be exchanged for anybody: the same sums, over words that are known by number. */
    private Fingerprint underOwnNames(SystemState state) {
        long highs = 0;
        long lows = 0;
        for (ActorState actor : state.actors) {
            if (!actors.knows(actor.number)) {
                actors.put(actor.number, hashes.of(actor, Naming.OWN));
            }
            highs += actors.high(actor.number);
            lows += actors.low(actor.number);
        }
        for (int i = 0; i < state.letters.length; i++) {
            Letter letter = state.letters[i];
            if (!letters.knows(letter.number())) {
                letters.put(letter.number(), hashes.of(letter, Naming.OWN));
            }
            if (ordered) {
                hash.clear()
                        .add(letters.high(letter.number()))
                        .add(letters.low(letter.number()))
                        .add(placeInChannel(state, i));
                highs += hash.high();
                lows += hash.low();
            } else {
                highs += letters.high(letter.number());
                lows += letters.low(letter.number());
            }
        }
        for (Answer answer : state.answers) {
            if (!answers.knows(answer.number())) {
                answers.put(answer.number(), hashes.of(answer, Naming.OWN));
            }
            highs += answers.high(answer.number());
            lows += answers.low(answer.number());
        }
        hash.clear().add(highs).add(lows).add(state.letters.length).add(state.called);
        state.addBudget(hash);
        return new Fingerprint(hash.high(), hash.low());
    }

    /** The fingerprint under a naming. All parts are bags: each tells by itself whom it is about. */
    private Fingerprint under(SystemState state, long naming) {
        long highs = 0;
        long lows = 0;
        for (ActorState actor : state.actors) {
            Fingerprint part = hashes.of(actor, naming);
            hash.clear().add(part.high()).add(part.low()).add(called(state.called, actor.member));
            highs += hash.high();
            lows += hash.low();
        }
        for (int i = 0; i < state.letters.length; i++) {
            Fingerprint part = hashes.of(state.letters[i], naming);
            hash.clear().add(part.high()).add(part.low()).add(ordered ? placeInChannel(state, i) : 0);
            highs += hash.high();
            lows += hash.low();
        }
        for (Answer answer : state.answers) {
            Fingerprint part = hashes.of(answer, naming);
            highs += part.high();
            lows += part.low();
        }
        hash.clear().add(highs).add(lows).add(state.letters.length);
        state.addBudget(hash);
        return new Fingerprint(hash.high(), hash.low());
    }

    /** The calls of a member that have been made, whoever it is. */
    private long called(long all, Member member) {
        long made = 0;
        long bit = 1;
        long last = 0;
        for (Call call : calls) {
            if (call.member() == member && call.once() != last) {
                made |= (all & call.once()) == 0 ? 0 : bit;
                bit <<= 1;
                last = call.once();
            }
        }
        return made;
    }

    private static int placeInChannel(SystemState state, int place) {
        Letter letter = state.letters[place];
        int earlier = 0;
        for (int i = 0; i < place; i++) {
            Letter other = state.letters[i];
            if (other.from() == letter.from() && other.to() == letter.to()) {
                earlier++;
            }
        }
        return earlier;
    }
}
