package io.omerta.protocol.language.document;

import io.omerta.protocol.language.document.MessageChart.Arrow;
import io.omerta.protocol.language.document.MessageChart.Branch;
import io.omerta.protocol.language.document.MessageChart.Fragment;
import io.omerta.protocol.language.document.MessageChart.Kind;
import io.omerta.protocol.language.document.MessageChart.Note;
import io.omerta.protocol.language.document.MessageChart.Step;
import io.omerta.protocol.language.tree.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the chart of a transaction from the machines of its actors. */
final class MessageCharts {
    private final SentMessages sent;
    private final Exploration exploration;

    private MessageCharts(SentMessages sent, Exploration exploration) {
        this.sent = sent;
        this.exploration = exploration;
    }

    static MessageChart of(List<ActorTree> actors, SentMessages sent) {
        Exploration exploration = Exploration.of(actors, sent);
        MessageCharts charts = new MessageCharts(sent, exploration);
        List<Step> steps = new ArrayList<>();
        exploration.sections().forEach(section -> steps.addAll(charts.steps(section)));
        Set<String> roles = new LinkedHashSet<>();
        actors.forEach(actor -> roles.add(actor.name()));
        addRoles(steps, roles);
        return new MessageChart(List.copyOf(roles), steps);
    }

    private List<Step> steps(Exploration.Section section) {
        List<Step> steps = new ArrayList<>();
        Move impulse = section.impulse();
        boolean framed = impulse != null && impulse.event() instanceof Event.Timeout;
        for (Exploration.Round round : section.rounds()) {
            boolean first = round == section.rounds().get(0);
            Map<String, List<Move>> together = new LinkedHashMap<>();
            for (Move move : round.moves()) {
                if (!sent.of(move).isEmpty()) {
                    together.computeIfAbsent(group(move), key -> new ArrayList<>())
                            .add(move);
                }
            }
            together.values().forEach(moves -> steps.addAll(steps(moves, round.late(), framed && first)));
        }
        return steps.isEmpty() || impulse == null ? steps : framed(impulse, steps);
    }

    /** Moves from one state are alternatives; the same answer given in several states is one loop. */
    private String group(Move move) {
        return move.role() + " " + (move.staysInState() ? sent.of(move) : move.from());
    }

    private List<Step> framed(Move impulse, List<Step> steps) {
        String event = EventText.of(impulse.event()) + " in " + impulse.from();
        if (impulse.event() instanceof Event.Timeout) {
            boolean returns = exploration.canReach(impulse.role(), impulse.to(), impulse.from());
            return List.of(fragment(returns ? Kind.LOOP : Kind.OPTION, impulse.role() + " " + event, steps));
        }
        List<Step> noted = new ArrayList<>();
        noted.add(new Note(impulse.role(), event));
        noted.addAll(steps);
        return noted;
    }

    /**
     * What an actor sends at one time: alternatives, unless they send the same.
     *
     * @param framed whether the frame around the section says already how often
     */
    private List<Step> steps(List<Move> moves, boolean late, boolean framed) {
        Map<List<Arrow>, List<Move>> bySent = new LinkedHashMap<>();
        moves.forEach(move -> bySent.computeIfAbsent(sent.of(move), arrows -> new ArrayList<>())
                .add(move));
        if (bySent.size() == 1) {
            return same(moves, List.copyOf(sent.of(moves.get(0))), late, framed);
        }
        List<Branch> branches = new ArrayList<>();
        bySent.forEach((arrows, same) ->
                branches.add(new Branch(joined(same.stream().map(Move::condition)), List.copyOf(arrows))));
        return List.of(new Fragment(Kind.ALTERNATIVE, branches));
    }

    private static List<Step> same(List<Move> moves, List<Step> steps, boolean late, boolean framed) {
        Move first = moves.get(0);
        if (framed) {
            return steps;
        }
        if (first.staysInState()) {
            return List.of(fragment(
                    Kind.LOOP, first.role() + " in " + joined(moves.stream().map(Move::from)), steps));
        }
        if (late) {
            return List.of(fragment(
                    Kind.OPTION,
                    first.role() + " " + joined(moves.stream().map(move -> EventText.of(move.event()))) + " in "
                            + first.from(),
                    steps));
        }
        return moves.stream().allMatch(Move::otherwise)
                ? List.of(fragment(Kind.OPTION, first.role() + " otherwise in " + first.from(), steps))
                : steps;
    }

    private static String joined(Stream<String> conditions) {
        return conditions.distinct().collect(Collectors.joining(" or "));
    }

    private static Fragment fragment(Kind kind, String condition, List<Step> steps) {
        return new Fragment(kind, List.of(new Branch(condition, steps)));
    }

    /** Roles of messages that have no actor here. */
    private static void addRoles(List<Step> steps, Set<String> roles) {
        for (Step step : steps) {
            if (step instanceof Arrow arrow) {
                roles.add(arrow.from());
                roles.add(arrow.to());
            } else if (step instanceof Fragment fragment) {
                fragment.branches().forEach(branch -> addRoles(branch.steps(), roles));
            }
        }
    }
}
