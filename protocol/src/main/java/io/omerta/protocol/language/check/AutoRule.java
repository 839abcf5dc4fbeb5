package io.omerta.protocol.language.check;

import io.omerta.protocol.language.check.StateGraph.Edge;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.tree.ActorMember.State;
import io.omerta.protocol.language.tree.ActorMember.Transition;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Subexpressions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * E30: automatic transitions that never come to rest, or that hide others.
 *
 * <p>From each state at most one way is taken by default. A circle of such ways is endless if nothing done on it can
 * make one of the guards true that would lead out of it: then each round finds the guards as the one before.
 */
final class AutoRule {
    private final StateGraph graph;
    private final Findings findings;
    private final Set<String> natives;
    private final Map<String, Default> defaults = new LinkedHashMap<>();

    private AutoRule(StateGraph graph, UnitIndex index, Findings findings) {
        this.graph = graph;
        this.findings = findings;
        this.natives = index.all(Declaration.NativeFunction.class).stream()
                .map(function -> function.name().text())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static void check(StateGraph graph, UnitIndex index, GuardLogic logic, Findings findings) {
        AutoRule rule = new AutoRule(graph, index, findings);
        rule.checkStates(logic);
        rule.checkCircles();
    }

    private void checkStates(GuardLogic logic) {
        for (State state : graph.states()) {
            AutoMoves moves = AutoMoves.of(graph, state);
            checkShadowed(moves);
            Edge edge = moves.byDefault(graph, state);
            if (edge != null && !logic.coverAll(moves.guards())) {
                defaults.put(state.name().text(), new Default(edge, moves.conditional()));
            }
        }
    }

    private void checkShadowed(AutoMoves own) {
        Transition always = own.always();
        if (always == null) {
            return;
        }
        String why = always.guard() == null ? "has no guard" : "has a guard that is always true";
        for (Transition transition : own.shadowed()) {
            findings.add(Diagnostic.of(
                            Code.E30,
                            transition.from().span().to(transition.event().span()),
                            "this is never taken: `" + Phrases.head(always) + "` stands before it and " + why
                                    + "; put it last or give it a guard")
                    .withRelated(always.event().span(), "always taken"));
        }
    }

    /** Follows the default ways; each state is left by one at most, so that circles do not share states. */
    private void checkCircles() {
        Set<String> done = new LinkedHashSet<>();
        for (String start : defaults.keySet()) {
            Map<String, Default> path = new LinkedHashMap<>();
            String state = start;
            for (Default next = defaults.get(state); next != null && done.add(state); next = defaults.get(state)) {
                path.put(state, next);
                state = next.edge().to();
            }
            if (path.containsKey(state)) {
                String entry = state;
                checkCircle(path.values().stream()
                        .dropWhile(way -> !way.edge().from().equals(entry))
                        .toList());
            }
        }
    }

    private void checkCircle(List<Default> circle) {
        Set<String> read = new LinkedHashSet<>();
        for (Default way : circle) {
            for (Transition transition : way.before()) {
                if (!collectReads(transition, read)) {
                    return;
                }
            }
        }
        List<Edge> edges = circle.stream().map(Default::edge).toList();
        if (edges.stream().noneMatch(edge -> edge.changes(read))) {
            tell(edges);
        }
    }

    private void tell(List<Edge> edges) {
        String way = edges.stream().map(Edge::from).collect(Collectors.joining(" -> "));
        Edge first = edges.get(0);
        Diagnostic endless = Diagnostic.of(
                Code.E30,
                first.target().span(),
                "`" + way + " -> " + first.from() + "` never comes to rest; give a transition on this way a guard that "
                        + "the actions on it make false");
        for (Edge edge : edges.subList(1, edges.size())) {
            endless = endless.withRelated(edge.target().span(), "then `" + edge.from() + " -> " + edge.to() + "`");
        }
        findings.add(endless);
    }

    /** Gathers the names that decide about a transition; false if something else does: a guard that
     * could not be parsed, or answers that may change by themselves. */
    private boolean collectReads(Transition transition, Set<String> read) {
        List<Expression> conditions = new ArrayList<>();
        Expression guard = transition.guard();
        if (guard != null) {
            conditions.add(guard);
        } else if (transition.event() instanceof Event.Auto) {
            return false;
        }
        if (transition.event() instanceof Event.Collect collect) {
            read.add(collect.votes().text());
            read.add(collect.members().text());
            conditions.add(collect.threshold());
            Expression agreement = collect.agreement();
            if (agreement != null) {
                conditions.add(agreement);
            }
        }
        boolean[] settled = {true};
        for (Expression condition : conditions) {
            Subexpressions.walk(condition, part -> {
                if (part instanceof Expression.NameReference reference) {
                    read.add(reference.name());
                    settled[0] &= !natives.contains(reference.name())
                            && Builtin.named(reference.name()).orElse(null) != Builtin.RANDOM_BYTES;
                }
            });
        }
        return settled[0];
    }

    /**
     * The way that a state is left by if nothing else is taken.
     *
     * @param edge the way
     * @param before automatic transitions and collects that come before it
     */
    private record Default(Edge edge, List<Transition> before) {}
}
