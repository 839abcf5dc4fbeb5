package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.TransitionModel;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.Drop;
import io.omerta.protocol.machine.Fault;
import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.Outcome;
import io.omerta.protocol.wire.Fingerprint;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructuralHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Steps members, each step once: equal states and equal letters are one object, and remember what came of them. */
final class Reactions {
    private static final long START = 0;
    private static final long RECEIVE = 1L << 32;
    private static final long EXPIRE = 2L << 32;
    private static final long CALL = 3L << 32;
    private static final int MOMENT_SHIFT = 34;

    private record ActorKey(int place, int drawn, Fingerprint configuration) {}

    private record LetterKey(int from, int to, Fingerprint body) {}

    private final Session session;
    private final SymbolicTerms terms;
    private final HostAnswers host;
    private final ActorGraphs graphs;
    private final Map<ActorKey, ActorState> actors = new LinkedHashMap<>();
    private final Map<LetterKey, Letter> letters = new LinkedHashMap<>();
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private final StructuralHash hash = new StructuralHash();

    private final Map<Long, Integer> moments = new LinkedHashMap<>();
    private long nowMillis = Domains.NOW_MILLIS;

    /** Number of the moment on the clock, as a part of the number of an input. */
    private long moment;

    /** Reactions so far. */
    private int count;

    /**
     * @param messages of the transaction
     * @param graphs in which what is seen is noted
     */
    Reactions(Session session, SymbolicTerms terms, HostAnswers host, List<MessageModel> messages, ActorGraphs graphs) {
        this.session = session;
        this.terms = terms;
        this.host = host;
        this.graphs = graphs;
        messages.forEach(message -> kinds.put(message.name(), kinds.size()));
    }

    /** A member before it has started. */
    ActorState initial(Member member) {
        return actor(member, member.machine().initial(), 0);
    }

    Reaction[] start(ActorState actor) {
        return reactions(actor, START, new MachineInput.Start());
    }

    Reaction[] receive(ActorState actor, Letter letter) {
        return reactions(
                actor,
                RECEIVE + letter.number(),
                new MachineInput.Received(letter.from().peer(), letter.message(), letter.body()));
    }

    Reaction[] expire(ActorState actor, int timer) {
        return reactions(actor, EXPIRE + timer, new MachineInput.Expired(timer));
    }

    Reaction[] call(ActorState actor, Call call) {
        return reactions(actor, CALL + call.number(), call.input());
    }

    /** A member as it was before it made some random draws, which it will not make again. */
    ActorState forgetful(ActorState before, ActorState after) {
        return actor(before.member, before.configuration, after.drawn);
    }

    Letter letter(Member from, Member to, MessageModel message, Struct body) {
        hash.clear().add(body);
        LetterKey key = new LetterKey(from.place(), to.place(), new Fingerprint(hash.high(), hash.low()));
        Letter known = letters.get(key);
        if (known == null) {
            known = new Letter(letters.size(), kind(message), from, to, message, body);
            letters.put(key, known);
        }
        return known;
    }

    private int kind(MessageModel message) {
        return kinds.getOrDefault(message.name(), 0);
    }

    private long waiting(Configuration configuration) {
        long waiting = 0;
        for (Configuration.Waiting one : configuration.waiting()) {
            waiting |= 1L << kind(one.message());
        }
        return waiting;
    }

    private ActorState actor(Member member, Configuration configuration, int drawn) {
        ActorKey key = new ActorKey(member.place(), drawn, configuration.fingerprint());
        ActorState known = actors.get(key);
        if (known == null) {
            known = new ActorState(
                    actors.size(), member, configuration, drawn, waiting(configuration), graphs.of(member.role()));
            actors.put(key, known);
        }
        return known;
    }

    /** Sets the clock that machines see from now on. */
    void setClock(long millis) {
        nowMillis = millis;
        moment = (long) moments.computeIfAbsent(millis, unknown -> moments.size()) << MOMENT_SHIFT;
    }

    private Reaction[] reactions(ActorState actor, long input, MachineInput machineInput) {
        long key = input | moment;
        Reaction[] known = actor.reactions.get(key);
        if (known.length == 0) {
            known = steps(actor, machineInput);
            actor.reactions.put(key, known);
        }
        return known;
    }

    private Reaction[] steps(ActorState actor, MachineInput input) {
        ChosenSurroundings surroundings = surroundings(actor.member, actor.drawn, nowMillis);
        List<Reaction> reactions = new ArrayList<>();
        do {
            Outcome outcome = actor.member.machine().step(actor.configuration, input, surroundings);
            reactions.add(reaction(actor, outcome, surroundings));
        } while (surroundings.advance());
        return reactions.toArray(Reaction[]::new);
    }

    /** Surroundings of one step at a time of the clock. */
    ChosenSurroundings surroundings(Member member, int drawn, long nowMillis) {
        return new ChosenSurroundings(session, member, terms, host, drawn, nowMillis);
    }

    private Reaction reaction(ActorState actor, Outcome outcome, ChosenSurroundings surroundings) {
        List<Letter> sent = new ArrayList<>();
        List<TransitionModel> moved = new ArrayList<>();
        List<MessageModel> misaddressed = new ArrayList<>();
        Map<Integer, Long> started = new TreeMap<>();
        @Nullable Fault fault = null;
        @Nullable String notAwaited = null;
        for (MachineEffect effect : outcome.effects()) {
            if (effect instanceof MachineEffect.Send send) {
                Member to = session.member(send.to());
                if (to != null && send.message().isFor(to.role())) {
                    sent.add(letter(actor.member, to, send.message(), send.body()));
                } else {
                    misaddressed.add(send.message());
                }
            } else if (effect instanceof MachineEffect.Moved move) {
                moved.add(move.transition());
                graphs.observe(actor.member.role(), move.transition(), move.otherwise());
            } else if (effect instanceof MachineEffect.ArmTimer arm) {
                started.put(arm.timer(), arm.delayMillis());
            } else if (effect instanceof MachineEffect.CancelTimer cancel) {
                started.remove(cancel.timer());
            } else if (effect instanceof MachineEffect.Faulted faulted) {
                fault = fault == null ? faulted.fault() : fault;
            } else if (effect instanceof MachineEffect.Dropped dropped && dropped.reason() == Drop.NOT_AWAITED) {
                notAwaited = dropped.what();
            }
        }
        ActorState next = actor(actor.member, outcome.next(), surroundings.drawn());
        long stopped = actor.configuration.armedTimers() & ~next.configuration.armedTimers();
        return new Reaction(
                count++, next, surroundings.answers(), sent, moved, started, stopped, fault, notAwaited, misaddressed);
    }
}
