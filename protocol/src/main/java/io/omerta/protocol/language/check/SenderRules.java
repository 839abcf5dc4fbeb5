package io.omerta.protocol.language.check;

import io.omerta.protocol.language.check.StateGraph.Edge;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.ActorMember.State;
import io.omerta.protocol.language.tree.ActorMember.Transition;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.StateProperty;
import io.omerta.protocol.language.tree.Subexpressions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * W11 and W13: messages that are acted on without a look at who sent them, and lists of messages to which one sender
 * may add twice. A {@code collect} looks at both by itself.
 */
final class SenderRules {
    private final StateGraph graph;
    private final UnitIndex index;
    private final Findings findings;

    private SenderRules(StateGraph graph, UnitIndex index, Findings findings) {
        this.graph = graph;
        this.index = index;
        this.findings = findings;
    }

    static void check(StateGraph graph, UnitIndex index, Findings findings) {
        SenderRules rules = new SenderRules(graph, index, findings);
        graph.states().forEach(rules::check);
    }

    private void check(State state) {
        List<Transition> earlier = new ArrayList<>();
        for (Transition transition : graph.transitionsFrom(state)) {
            if (!(transition.event() instanceof Event.On on) || !index.isMessage(on.name())) {
                continue;
            }
            List<Expression> guards = guards(transition, on, earlier);
            checkSender(state, transition, on, guards);
            for (Edge edge : graph.edgesFrom(state.name().text())) {
                if (edge.transition() == transition && edge.isLoop()) {
                    checkOncePerSender(edge, on, guards);
                }
            }
            earlier.add(transition);
        }
    }

    /** The guards that were looked at before the transition is taken: its own, and those of its rivals before it. */
    private static List<Expression> guards(Transition transition, Event.On on, List<Transition> earlier) {
        List<Expression> guards = new ArrayList<>();
        Expression own = transition.guard();
        if (own != null) {
            guards.add(own);
        }
        for (Transition other : earlier) {
            Expression guard = other.guard();
            if (guard != null
                    && other.event() instanceof Event.On same
                    && same.name().text().equals(on.name().text())) {
                guards.add(guard);
            }
        }
        return guards;
    }

    private void checkSender(State state, Transition transition, Event.On on, List<Expression> guards) {
        boolean learns = StateGraph.has(state, StateProperty.INITIAL) || StateGraph.has(state, StateProperty.IDLE);
        if (!acts(transition)
                || guards.stream().anyMatch(SenderRules::readsSender)
                || (learns && expressions(transition).stream().anyMatch(SenderRules::readsSender))) {
            return;
        }
        findings.add(
                Code.W11,
                on.span(),
                "`" + on.name() + "` is acted on whoever sent it; compare `message.sender` in the guard"
                        + (learns ? ", or keep it, as in `peer = message.sender`" : ""));
    }

    /** Whether it makes a difference that the transition is taken. */
    private boolean acts(Transition transition) {
        return !transition.actions().items().isEmpty()
                || transition.otherwise() != null
                || !transition.to().text().equals(transition.from().text());
    }

    private static List<Expression> expressions(Transition transition) {
        return transition.actions().items().stream()
                .flatMap(action -> ActionParts.of(action).expressions().stream())
                .toList();
    }

    private static boolean readsSender(Expression expression) {
        return Subexpressions.any(
                expression,
                part -> part instanceof Expression.FieldAccess access
                        && access.target().isName("message")
                        && access.field().text().equals("sender"));
    }

    private void checkOncePerSender(Edge edge, Event.On on, List<Expression> guards) {
        Set<String> kept = new LinkedHashSet<>();
        edge.actions().forEach(action -> ActionParts.of(action).changed().forEach(name -> kept.add(name.text())));
        if (guards.stream().anyMatch(guard -> looksInto(guard, kept))) {
            return;
        }
        for (Action action : edge.actions()) {
            Name list = extended(action);
            if (list != null) {
                findings.add(Diagnostic.of(
                                Code.W13,
                                action.span(),
                                "a sender may be counted twice in `" + list + "`; gather the messages with `collect "
                                        + on.name() + " from members until n by voter into " + list
                                        + "`, or test in the guard that `" + list
                                        + "` holds nothing from `message.sender`")
                        .withRelated(on.span(), "taken each time that `" + on.name() + "` comes"));
                return;
            }
        }
    }

    /** Whether a condition depends on what some variable holds, and not only on how much. */
    private static boolean looksInto(Expression condition, Set<String> variables) {
        if (condition instanceof Expression.NameReference reference) {
            return variables.contains(reference.name());
        }
        return !isCallOf(Builtin.LENGTH, condition)
                && Subexpressions.of(condition).stream().anyMatch(part -> looksInto(part, variables));
    }

    /** The list to which an action adds something of the message; null if it does not. */
    private static @Nullable Name extended(Action action) {
        ActionParts parts = ActionParts.of(action);
        if (parts.changed().size() != 1
                || parts.expressions().stream()
                        .noneMatch(each -> Subexpressions.any(each, part -> part.isName("message")))) {
            return null;
        }
        Name target = parts.changed().get(0);
        boolean extendsItself = parts.expressions().stream().anyMatch(each -> adds(each, target.text()));
        return action instanceof Action.AppendValue || extendsItself ? target : null;
    }

    /** Whether a value is a list with something added: by {@code APPEND}, {@code CONCAT} or {@code +}. */
    private static boolean adds(Expression value, String list) {
        boolean adds = isCallOf(Builtin.APPEND, value)
                || isCallOf(Builtin.CONCAT, value)
                || (value instanceof Expression.Binary sum
                        && sum.operator() == BinaryOperator.ADD
                        && sum.right() instanceof Expression.ListLiteral);
        return adds && Subexpressions.of(value).stream().anyMatch(part -> part.isName(list));
    }

    private static boolean isCallOf(Builtin builtin, Expression expression) {
        return expression instanceof Expression.Call call
                && call.callee() instanceof Expression.NameReference callee
                && Builtin.named(callee.name()).orElse(null) == builtin;
    }
}
