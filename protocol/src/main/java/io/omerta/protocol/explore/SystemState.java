package io.omerta.protocol.explore;

import io.omerta.protocol.wire.Fingerprint;
import io.omerta.protocol.wire.StructuralHash;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The session at one moment: an immutable value.
 *
 * <p>Letters are a bag, in the order of their numbers, or if channels are ordered a sequence, oldest first.
 */
final class SystemState {
    /** By place. Never written to. */
    final ActorState[] actors;

    /** Never written to. */
    final Letter[] letters;

    /** What hosts have answered, in the order of their numbers. Never written to. */
    final Answer[] answers;

    final Faults faults;

    /** The bits of the calls that have been made. */
    final long called;

    /** Null if the clock stands still. */
    final @Nullable Due due;

    SystemState(
            ActorState[] actors, Letter[] letters, Answer[] answers, Faults faults, long called, @Nullable Due due) {
        this.due = due;
        this.actors = actors;
        this.letters = letters;
        this.answers = answers;
        this.faults = faults;
        this.called = called;
    }

    /** Whether no message is in flight and no timer runs: nothing happens unless a host calls. */
    boolean isQuiet() {
        return letters.length == 0 && !hasArmedTimer();
    }

    private boolean hasArmedTimer() {
        for (ActorState actor : actors) {
            if (actor.hasArmedTimer()) {
                return true;
            }
        }
        return false;
    }

    /** Recognises equal states. */
    Fingerprint fingerprint(StructuralHash hash, boolean ordered) {
        hash.clear();
        for (ActorState actor : actors) {
            hash.add(actor.number);
        }
        if (ordered) {
            addChannels(hash);
        } else {
            for (Letter letter : letters) {
                hash.add(letter.number());
            }
        }
        hash.add(-1);
        for (Answer answer : answers) {
            hash.add(answer.number());
        }
        addBudget(hash.add(called));
        return new Fingerprint(hash.high(), hash.low());
    }

    /** The letters by channel: only within one does their order matter. */
    private void addChannels(StructuralHash hash) {
        Letter[] byChannel = letters.clone();
        Arrays.sort(
                byChannel,
                (a, b) -> a.from() != b.from()
                        ? Integer.compare(a.from().place(), b.from().place())
                        : Integer.compare(a.to().place(), b.to().place()));
        for (Letter letter : byChannel) {
            hash.add(letter.number());
        }
    }

    /** The faults that are left, and the clock. */
    void addBudget(StructuralHash hash) {
        if (due != null) {
            due.addTo(hash);
        }
        hash.add(faults.drops()).add(faults.duplicates()).add(faults.crashes()).add(faults.lies());
    }

    /** The state after a member has reacted, or null if its host has answered otherwise before. */
    @Nullable
    SystemState after(Reaction reaction, Letter @Nullable [] before, long nowCalled, boolean ordered) {
        return after(reaction, reaction.next(), reaction.sent(), before, nowCalled, ordered);
    }

    /** As {@link #after}, but the member becomes another one, and sends something else. */
    @Nullable
    SystemState after(
            Reaction reaction,
            ActorState becomes,
            List<Letter> sent,
            Letter @Nullable [] before,
            long nowCalled,
            boolean ordered) {
        Answer[] known = with(reaction);
        if (known == null) {
            return null;
        }
        ActorState[] next = actors;
        int place = becomes.member.place();
        if (next[place] != becomes) {
            next = actors.clone();
            next[place] = becomes;
        }
        Letter[] flight = before == null ? letters : before;
        Due later = due == null || becomes != reaction.next() ? due : due.after(reaction, becomes.member);
        return new SystemState(next, sending(flight, sent, ordered), known, faults, nowCalled, later);
    }

    private Answer @Nullable [] with(Reaction reaction) {
        Answer[] known = answers;
        for (Answer answer : reaction.answers()) {
            int place = placeOf(known, answer.question());
            if (place < 0) {
                known = insert(known, answer);
            } else if (known[place] != answer) {
                return null;
            }
        }
        return known;
    }

    /** Whether a host's answer is settled. */
    boolean knows(Answer answer) {
        return placeOf(answers, answer.question()) >= 0;
    }

    private static int placeOf(Answer[] answers, int question) {
        for (int i = 0; i < answers.length; i++) {
            if (answers[i].question() == question) {
                return i;
            }
        }
        return -1;
    }

    private static Answer[] insert(Answer[] answers, Answer answer) {
        Answer[] more = Arrays.copyOf(answers, answers.length + 1);
        int at = answers.length;
        while (at > 0 && more[at - 1].number() > answer.number()) {
            more[at] = more[at - 1];
            at--;
        }
        more[at] = answer;
        return more;
    }

    private static Letter[] sending(Letter[] letters, List<Letter> sent, boolean ordered) {
        if (sent.isEmpty()) {
            return letters;
        }
        Letter[] more = Arrays.copyOf(letters, letters.length + sent.size());
        for (int i = 0; i < sent.size(); i++) {
            more[letters.length + i] = sent.get(i);
        }
        if (!ordered) {
            sort(more);
        }
        return more;
    }

    /** At another time of the clock. */
    SystemState at(Due moment) {
        return new SystemState(actors, letters, answers, faults, called, moment);
    }

    /** With other letters and budgets. */
    SystemState with(Letter[] flight, Faults left) {
        return new SystemState(actors, flight, answers, left, called, due);
    }

    /** The letters without one. */
    Letter[] without(int place) {
        Letter[] rest = new Letter[letters.length - 1];
        System.arraycopy(letters, 0, rest, 0, place);
        System.arraycopy(letters, place + 1, rest, place, rest.length - place);
        return rest;
    }

    /** The letters and one more. */
    Letter[] and(Letter letter, boolean ordered) {
        Letter[] more = Arrays.copyOf(letters, letters.length + 1);
        more[letters.length] = letter;
        if (!ordered) {
            sort(more);
        }
        return more;
    }

    private static void sort(Letter[] letters) {
        for (int i = 1; i < letters.length; i++) {
            Letter letter = letters[i];
            int at = i;
            while (at > 0 && letters[at - 1].number() > letter.number()) {
                letters[at] = letters[at - 1];
                at--;
            }
            letters[at] = letter;
        }
    }
}
