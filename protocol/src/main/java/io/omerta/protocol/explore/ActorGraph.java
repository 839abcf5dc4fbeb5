package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.DeferralModel;
import io.omerta.protocol.language.model.EventModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.OperationModel;
import io.omerta.protocol.language.model.TransitionModel;
import io.omerta.protocol.language.tree.DeferralKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an actor may do from each state: states and messages are bits of words.
 *
 * <p>Only what has been seen to happen counts as possible, which tells much more than the file alone. A search that relies
 * on it is repeated if it sees something new ({@link #observe}); one that does not has seen all there is, for what is left
 * out of it is so by what it has seen.
 */
final class ActorGraph {
    /** What takes an edge. */
    enum Cause {
        /** Nothing but having come to the state, or having done something else in it. */
        AUTO,
        MESSAGE,
        /** As {@link #AUTO}, if enough messages have been gathered. */
        COLLECT,
        TIMEOUT,
        TRIGGER
    }

    /**
     * A branch of a transition.
     *
     * @param message number of the message that it is for, or 0
     * @param trigger name of the trigger that it is for, or empty
     * @param to place of the state it leads to
     * @param sends bits of the messages it may send
     */
    record Edge(Cause cause, int message, String trigger, int to, long sends) {}

    private final ActorModel actor;
    private final List<MessageModel> messages;

    /** By place of the state; only those that were observed. */
    private final List<List<Edge>> edges = new ArrayList<>();

    /** Branches that were observed: of each transition, then the other one. */
    private final BitSet observed = new BitSet();

    /** For each state, bits of the messages that can still matter in it or later. */
    private final long[] awaited;

    /** For each state, bits of the messages whose arrival in it does not come to the same as arriving later. */
    private final long[] minded;

    /** Bits of the messages that the role receives. */
    final long received;

    /** Bits of the messages that the role sends. */
    final long sent;

    /** @param messages of the transaction, which have their numbers from their places */
    ActorGraph(ActorModel actor, List<MessageModel> messages) {
        this.actor = actor;
        this.messages = messages;
        for (int state = 0; state < actor.states().size(); state++) {
            edges.add(new ArrayList<>());
        }
        long in = 0;
        long out = 0;
        for (int i = 0; i < messages.size(); i++) {
            in |= messages.get(i).isFor(actor.name()) ? 1L << i : 0;
            out |= messages.get(i).sender().equals(actor.name()) ? 1L << i : 0;
        }
        this.received = in;
        this.sent = out;
        this.awaited = new long[actor.states().size()];
        this.minded = new long[actor.states().size()];
        findAwaited();
        findMinded();
    }

    /** Notes that a branch was taken. Whether that is new. */
    boolean observe(TransitionModel transition, boolean otherwise) {
        int number = 2 * transition.index() + (otherwise ? 1 : 0);
        if (observed.get(number)) {
            return false;
        }
        observed.set(number);
        TransitionModel.Branch branch = otherwise ? transition.otherwise() : transition.then();
        if (branch != null) {
            edges.get(transition.from()).add(edge(transition.event(), branch));
        }
        return true;
    }

    private Edge edge(EventModel event, TransitionModel.Branch branch) {
        Cause cause = Cause.AUTO;
        String trigger = "";
        if (event instanceof EventModel.OnMessage) {
            cause = Cause.MESSAGE;
        } else if (event instanceof EventModel.OnCollect) {
            cause = Cause.COLLECT;
        } else if (event instanceof EventModel.OnTimeout) {
            cause = Cause.TIMEOUT;
        } else if (event instanceof EventModel.OnTrigger on) {
            cause = Cause.TRIGGER;
            trigger = on.trigger().name();
        }
        MessageModel message = message(event);
        int number = message == null ? 0 : messages.indexOf(message);
        return new Edge(cause, number, trigger, branch.to(), sends(branch));
    }

    private static @Nullable MessageModel message(EventModel event) {
        return event instanceof EventModel.OnMessage on
                ? on.message()
                : event instanceof EventModel.OnCollect collect ? collect.message() : null;
    }

    private long bit(@Nullable MessageModel message) {
        return message == null ? 0 : 1L << messages.indexOf(message);
    }

    private long sends(TransitionModel.Branch branch) {
        long sends = 0;
        for (OperationModel operation : branch.operations()) {
            if (operation instanceof OperationModel.Send send) {
                sends |= bit(send.message());
            } else if (operation instanceof OperationModel.Broadcast broadcast) {
                sends |= bit(broadcast.message());
            }
        }
        return sends;
    }

    private void findAwaited() {
        long always = 0;
        for (DeferralModel deferral : actor.deferrals()) {
            always |= deferral.kind() == DeferralKind.IGNORE ? 0 : bit(deferral.message());
        }
        boolean more = true;
        while (more) {
            more = false;
            for (TransitionModel transition : actor.transitions()) {
                int from = transition.from();
                long now = awaited[from]
                        | always
                        | bit(message(transition.event()))
                        | awaited[transition.then().to()];
                TransitionModel.Branch otherwise = transition.otherwise();
                now |= otherwise == null ? 0 : awaited[otherwise.to()];
                more |= now != awaited[from];
                awaited[from] = now;
            }
        }
    }

    /** A message that has a candidate is handled, one that is ignored is lost; any other waits for a later state. */
    private void findMinded() {
        for (TransitionModel transition : actor.transitions()) {
            minded[transition.from()] |= bit(message(transition.event()));
        }
        for (DeferralModel deferral : actor.deferrals()) {
            boolean ignored = deferral.kind() == DeferralKind.IGNORE;
            minded[deferral.state()] |= ignored ? bit(deferral.message()) & awaited[deferral.state()] : 0;
        }
    }

    List<Edge> edges(int state) {
        return edges.get(state);
    }

    /** Bits of the messages that can matter to an actor in a state, now or later. */
    long awaited(int state) {
        return awaited[state];
    }

    /** Bits of the messages whose arrival in a state does not come to the same as arriving in a later one. */
    long minded(int state) {
        return minded[state];
    }
}
