package io.omerta.protocol.explore;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.machine.Surroundings;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Surroundings of one step that is taken several times, each time with other answers of the host, until all have been
 * chosen: the choices of a step are the digits of a number that counts up.
 */
final class ChosenSurroundings implements Surroundings {
    private final Session session;
    private final Member member;
    private final SymbolicTerms terms;
    private final HostAnswers host;
    private final int drawnBefore;
    private int drawn;

    /** Which answer is chosen at each choice, as far as they are known; then the first. */
    private int[] choices = {};

    /** How many answers there were at each choice of this time. */
    private final List<Integer> bounds = new ArrayList<>();

    private final List<Answer> answers = new ArrayList<>();

    /** @param drawnBefore random draws of the member before this step */
    ChosenSurroundings(Session session, Member member, SymbolicTerms terms, HostAnswers host, int drawnBefore) {
        this.session = session;
        this.member = member;
        this.terms = terms;
        this.host = host;
        this.drawnBefore = drawnBefore;
        this.drawn = drawnBefore;
    }

    /** Prepares to take the step again. False if all answers have been chosen. */
    boolean advance() {
        int last = bounds.size() - 1;
        while (last >= 0 && choice(last) + 1 == bounds.get(last)) {
            last--;
        }
        if (last < 0) {
            return false;
        }
        int next = choice(last) + 1;
        choices = Arrays.copyOf(choices, last + 1);
        choices[last] = next;
        bounds.clear();
        answers.clear();
        drawn = drawnBefore;
        return true;
    }

    private int choice(int place) {
        return place < choices.length ? choices[place] : 0;
    }

    /** Random draws of the member so far. */
    int drawn() {
        return drawn;
    }

    /** The answers that were chosen this time, where there was a choice. */
    List<Answer> answers() {
        return answers;
    }

    private Value choose(List<Answer> options) {
        for (Answer before : answers) {
            if (before.question() == options.get(0).question()) {
                return before.value();
            }
        }
        if (options.size() == 1) {
            return options.get(0).value();
        }
        Answer chosen = options.get(choice(bounds.size()));
        bounds.add(options.size());
        answers.add(chosen);
        return chosen.value();
    }

    @Override
    public PeerId self() {
        return member.peer();
    }

    @Override
    public Hash session() {
        return session.id();
    }

    @Override
    public long nowMillis() {
        return Domains.NOW_MILLIS;
    }

    @Override
    public ByteString randomBytes(int count) {
        return terms.random(member.peer(), drawn++, count);
    }

    @Override
    public Hash hash(HashDomain domain, Value value) {
        return terms.hash(domain, value);
    }

    @Override
    public Signature sign(Hash hash) {
        return terms.sign(member.peer(), hash);
    }

    @Override
    public boolean verify(PeerId signer, Hash hash, Signature signature) {
        return terms.verify(signer, hash, signature);
    }

    @Override
    public Value ask(Builtin builtin, List<Value> arguments) {
        return choose(host.options(member, builtin, arguments));
    }

    @Override
    public Value call(NativeModel function, List<Value> arguments) {
        return choose(host.options(member, function, arguments));
    }
}
