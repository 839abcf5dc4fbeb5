package io.omerta.protocol.explore;

import io.omerta.protocol.wire.Fingerprint;
import io.omerta.protocol.wire.StructuralHash;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses, where it makes no difference in which order different members move, those who move first (Valmari, "Stubborn
 * Sets for Reduced State Space Generation", 1990; in the words of Clarke, Grumberg and Peled, ample sets).
 *
 * <p>Members can be explored alone if nobody else, as long as they do not move, can send them what they await where they
 * are: then each of their moves, faults included, could as well have come before what the others did meanwhile. A message
 * that waits for a later state comes to the same as one that arrives there. At least one of
 * these moves must stay possible whatever the others do, so that no end is missed; none may change what invariants of
 * several members see; and none may ask a host what others could ask it too. That nobody is put off for ever, the search
 * itself takes care of.
 */
final class StubbornSets {
    private static final int CHOICES_AT_FIRST = 1024;

    private final Session session;
    private final ActorGraphs all;
    private final List<Call> calls;
    private final Visibility visibility;
    private final boolean lateTimers;

    /** By place of the member. */
    private final List<ActorGraph> graphs = new ArrayList<>();

    private final StructuralHash hash = new StructuralHash();

    /** What of the graphs the choices found so far rely on. */
    private int version;

    /** What choices depend on, by number. */
    private VisitedStates rows = new VisitedStates();

    /** By number and place of the first member; 0 where it has not been found yet. */
    private long[] choices = new long[CHOICES_AT_FIRST];

    private final long everybody;
    private final long[] reached;
    private final long[] sends;
    private final long[] available;

    /** @param graphs of the session's transaction, not empty */
    StubbornSets(Session session, ActorGraphs graphs, List<Call> calls, Visibility visibility, Setup setup) {
        this.session = session;
        this.all = graphs;
        this.version = graphs.version();
        this.calls = calls;
        this.visibility = visibility;
        this.lateTimers = setup.timers() != Setup.Timers.ANY;
        for (Member member : session.members()) {
            ActorGraph graph = graphs.of(member.role());
            if (graph != null) {
                this.graphs.add(graph);
            }
        }
        this.everybody = this.graphs.size() == Long.SIZE ? -1 : (1L << this.graphs.size()) - 1;
        this.sends = new long[this.graphs.size()];
        this.reached = new long[this.graphs.size()];
        this.available = new long[this.graphs.size()];
    }

    /** All members, a bit for each. */
    long everybody() {
        return everybody;
    }

    /** Whether it is worthwhile to begin a choice with a member. */
    boolean canMove(SystemState state, int place) {
        if (state.actors[place].hasArmedTimer() && !lateTimers) {
            return true;
        }
        for (Letter letter : state.letters) {
            if (letter.to().place() == place) {
                return true;
            }
        }
        return false;
    }

    /**
     * Members who can be explored alone, a bit for each; possibly everybody. It depends on little of a state, and is found
     * once for all states that have that in common.
     *
     * @param first place of a member who is among them
     */
    long choose(SystemState state, int first) {
        int place = row(state) * graphs.size() + first;
        if (place >= choices.length) {
            choices = Arrays.copyOf(choices, Math.max(2 * choices.length, place + 1));
        }
        if (choices[place] == 0) {
            choices[place] = find(state, first);
        }
        return choices[place];
    }

    /** Number of what choices depend on. Leaves behind what can arrive at members. */
    private int row(SystemState state) {
        if (version != all.version()) {
            version = all.version();
            rows = new VisitedStates();
            choices = new long[choices.length];
        }
        for (ActorState actor : state.actors) {
            available[actor.member.place()] = actor.waiting;
        }
        for (Letter letter : state.letters) {
            available[letter.to().place()] |= 1L << letter.kind();
        }
        hash.clear().add(state.called).add(state.faults.lies() > 0 ? 1 : 0);
        for (ActorState actor : state.actors) {
            hash.add(actor.state).add(available[actor.member.place()]);
        }
        Fingerprint row = new Fingerprint(hash.high(), hash.low());
        rows.add(row, VisitedStates.NO_PARENT);
        return rows.number(row);
    }

    private long find(SystemState state, int first) {
        long chosen = 1L << first;
        long more = chosen;
        while (more != 0 && chosen != everybody) {
            more = disturbing(state, chosen);
            chosen |= more;
        }
        return chosen;
    }

    /** Members who can send something to chosen ones that these can await, as long as these do not move. */
    private long disturbing(SystemState state, long chosen) {
        long sent = reach(state, chosen);
        long disturbing = 0;
        for (long left = chosen; left != 0; left &= left - 1) {
            int place = Long.numberOfTrailingZeros(left);
            ActorGraph graph = graphs.get(place);
            long minded = graph.received & graph.minded(state.actors[place].state);
            if ((sent & minded) != 0) {
                for (int other = 0; other < graphs.size(); other++) {
                    if ((chosen >>> other & 1) == 0 && (sends[other] & minded) != 0) {
                        disturbing |= 1L << other;
                    }
                }
            }
        }
        return disturbing;
    }

    /** Finds what all but the chosen members can come to without these. Bits of the messages they can send. */
    private long reach(SystemState state, long chosen) {
        for (int place = 0; place < reached.length; place++) {
            ActorState actor = state.actors[place];
            reached[place] = (chosen >>> place & 1) == 0 ? 1L << actor.state : 0;
            sends[place] = 0;
        }
        long sent = 0;
        boolean more = true;
        while (more) {
            long before = sent;
            more = false;
            for (int place = 0; place < reached.length; place++) {
                long known = reached[place];
                if (known != 0) {
                    step(state, place, sent);
                    sent |= sends[place];
                }
                more |= reached[place] != known;
            }
            more |= sent != before;
        }
        return sent;
    }

    /** Lets a member do all it can in the states it has come to, given what all others can send. */
    private void step(SystemState state, int place, long sent) {
        ActorGraph graph = graphs.get(place);
        long arriving = available[place] | (sent & graph.received);
        if (state.faults.lies() > 0 && session.members().get(place).byzantine()) {
            sends[place] = graph.sent;
        }
        for (long left = reached[place]; left != 0; left &= left - 1) {
            for (ActorGraph.Edge edge : graph.edges(Long.numberOfTrailingZeros(left))) {
                if (isPossible(state, place, edge, arriving)) {
                    reached[place] |= 1L << edge.to();
                    sends[place] |= edge.sends();
                }
            }
        }
    }

    private boolean isPossible(SystemState state, int place, ActorGraph.Edge edge, long arriving) {
        return switch (edge.cause()) {
            case AUTO, COLLECT -> true;
            case MESSAGE -> (arriving >>> edge.message() & 1) != 0;
            case TIMEOUT -> !lateTimers;
            case TRIGGER -> isCallLeft(state, place, edge.trigger());
        };
    }

    private boolean isCallLeft(SystemState state, int place, String trigger) {
        for (Call call : calls) {
            if (call.member().place() == place
                    && (state.called & call.once()) == 0
                    && call.input().trigger().equals(trigger)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the moves of chosen members can stand for all moves of a state.
     *
     * @param moves all that the chosen members can do
     */
    boolean suffice(SystemState state, List<Successor> moves) {
        boolean isOneSure = false;
        for (Successor move : moves) {
            if (state.faults.lies() > 0 && isOfLiar(move.move())) {
                return false;
            }
            isOneSure |= move.move() instanceof Move.Deliver || move.move() instanceof Move.Expire;
            for (Reaction reaction : move.reactions()) {
                ActorState before = state.actors[reaction.next().member.place()];
                if (!visibility.of(before).equals(visibility.of(reaction.next())) || asksForAll(state, reaction)) {
                    return false;
                }
            }
        }
        return isOneSure;
    }

    /** Whether liars have a part in a move: they know what is on its way from them and to them. */
    private static boolean isOfLiar(Move move) {
        return move.member().byzantine()
                || (move instanceof Move.Deliver deliver
                        && deliver.letter().from().byzantine())
                || (move instanceof Move.Lose lose && lose.letter().from().byzantine());
    }

    /** Whether a host is asked for the first time what every host answers alike. */
    private static boolean asksForAll(SystemState state, Reaction reaction) {
        for (Answer answer : reaction.answers()) {
            if (((ValueList) answer.key()).get(0) instanceof Value.Absent && !state.knows(answer)) {
                return true;
            }
        }
        return false;
    }
}
