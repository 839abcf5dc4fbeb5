package io.omerta.protocol.language.check;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Spelling;
import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.ActorMember.State;
import io.omerta.protocol.language.tree.ActorMember.Transition;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Otherwise;
import io.omerta.protocol.language.tree.StateProperty;
import io.omerta.protocol.language.tree.StructEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * W08 within an actor: variables that are never read or never assigned, triggers and states of triggers that lead to
 * no transition. A payload reads the variables that are called like the fields it does not give; a property reads
 * those that it names, and what is assigned on the way into a terminal state is a result for those who watch.
 */
final class UnusedInActorRule {
    private final StateGraph graph;
    private final UnitIndex index;
    private final Findings findings;
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<String> completed = new LinkedHashSet<>();
    private final Set<String> results = new LinkedHashSet<>();
    private final Mentions mentions = new Mentions();
    private final Mentions properties = new Mentions();
    private final Set<String> unresolved;
    /** Whether more may be read than the file tells: payloads of unknown records, triggers of other files. */
    private boolean readsUnseen;

    private UnusedInActorRule(StateGraph graph, UnitIndex index, Findings findings) {
        this.graph = graph;
        this.index = index;
        this.findings = findings;
        mentions.add(DeclarationParts.of(graph.actor()));
        index.all(Declaration.Invariant.class).forEach(each -> properties.add(DeclarationParts.of(each)));
        index.all(Declaration.Eventually.class).forEach(each -> properties.add(DeclarationParts.of(each)));
        readsUnseen = index.all(Declaration.Composition.class).stream()
                .anyMatch(composition ->
                        composition.actor().text().equals(graph.actor().name().text()));
        graph.members(Transition.class).forEach(this::read);
        graph.states().forEach(this::readResults);
        Set<String> declared = index.declaredNames();
        unresolved = mentions.unresolved(declared);
        changed.stream().filter(name -> !declared.contains(name)).forEach(unresolved::add);
    }

    static void check(StateGraph graph, UnitIndex index, Findings findings) {
        UnusedInActorRule rule = new UnusedInActorRule(graph, index, findings);
        for (ActorMember.Store store : graph.members(ActorMember.Store.class)) {
            store.fields().forEach(rule::checkVariable);
        }
        graph.members(ActorMember.Trigger.class).forEach(rule::checkTrigger);
    }

    private void read(Transition transition) {
        if (transition.event() instanceof Event.Collect collect) {
            changed.add(collect.votes().text());
        }
        transition.actions().forEach(this::read);
        Otherwise otherwise = transition.otherwise();
        if (otherwise != null) {
            otherwise.actions().forEach(this::read);
        }
    }

    /** Gathers what is assigned on the ways into a state that is terminal. */
    private void readResults(State state) {
        if (StateGraph.has(state, StateProperty.TERMINAL)) {
            for (String from : graph.stateNames()) {
                graph.edgesFrom(from).stream()
                        .filter(edge -> edge.to().equals(state.name().text()))
                        .flatMap(edge -> edge.actions().items().stream())
                        .flatMap(action -> ActionParts.of(action).changed().stream())
                        .forEach(name -> results.add(name.text()));
            }
        }
    }

    private void read(Action action) {
        ActionParts.of(action).changed().forEach(name -> changed.add(name.text()));
        if (action instanceof Action.Send send) {
            complete(send.message(), send.payload());
        } else if (action instanceof Action.Broadcast broadcast) {
            complete(broadcast.message(), broadcast.payload());
        } else if (action instanceof Action.AppendBlock append) {
            complete(append.block(), append.payload());
        }
    }

    private void complete(Name record, Expression.@Nullable StructLiteral payload) {
        List<Field> fields = index.fieldsOfRecord(record.text());
        readsUnseen |= !index.isRecord(record.text());
        Set<String> given = new LinkedHashSet<>();
        if (payload != null) {
            for (StructEntry entry : payload.entries()) {
                if (entry instanceof StructEntry.FieldValue value) {
                    given.add(value.field().text());
                }
            }
        }
        fields.stream()
                .map(field -> field.name().text())
                .filter(field -> !given.contains(field))
                .forEach(completed::add);
    }

    private void checkVariable(Field variable) {
        String name = variable.name().text();
        boolean meant = unresolved.stream()
                .anyMatch(each -> !Spelling.suggest(each, List.of(name)).isEmpty());
        if (meant) {
            return;
        }
        boolean isRead = readsUnseen
                || mentions.hasName(name)
                || completed.contains(name)
                || properties.hasField(name)
                || results.contains(name);
        boolean isChanged = changed.contains(name);
        if (!isRead) {
            findings.add(
                    Code.W08,
                    variable.name().span(),
                    "the variable `" + name + "` "
                            + (isChanged
                                    ? "is assigned, but never read; use it, perhaps in a property, or remove it"
                                    : "is never used; remove it"));
        } else if (!isChanged) {
            findings.add(
                    Code.W08,
                    variable.name().span(),
                    "the variable `" + name + "` is never assigned, so that it is always `null`; assign or remove it");
        }
    }

    private void checkTrigger(ActorMember.Trigger trigger) {
        List<Transition> transitions = graph.members(Transition.class).stream()
                .filter(transition -> transition.event() instanceof Event.On on && isMeant(trigger, on))
                .toList();
        if (transitions.isEmpty()) {
            findings.add(
                    Code.W08,
                    trigger.name().span(),
                    "no transition is taken on the trigger `" + trigger.name() + "`; add one, or remove the trigger");
            return;
        }
        for (Name state : trigger.states()) {
            if (transitions.stream().noneMatch(transition -> isSameState(transition.from(), state))) {
                findings.add(
                        Code.W08,
                        state.span(),
                        "the trigger `" + trigger.name() + "` is accepted in `" + state
                                + "`, but no transition leaves that state on it; add one, or remove the state");
            }
        }
        for (Transition transition : transitions) {
            if (trigger.states().stream().noneMatch(state -> isSameState(transition.from(), state))) {
                findings.add(
                        Code.W08,
                        transition.event().span(),
                        "this is never taken, because the trigger `" + trigger.name() + "` is not accepted in `"
                                + transition.from() + "`; add the state to its `in [...]`");
            }
        }
    }

    /** Whether an event names a trigger, or misspells it. */
    private boolean isMeant(ActorMember.Trigger trigger, Event.On on) {
        String name = on.name().text();
        return name.equals(trigger.name().text())
                || (!isDeclaredEvent(name)
                        && !Spelling.suggest(name, List.of(trigger.name().text()))
                                .isEmpty());
    }

    private boolean isDeclaredEvent(String name) {
        return index.messages().containsKey(name)
                || graph.members(ActorMember.Trigger.class).stream()
                        .anyMatch(trigger -> trigger.name().text().equals(name));
    }

    /** Whether two names stand for one state; a name that stands for none is told elsewhere and fits all. */
    private boolean isSameState(Name first, Name second) {
        return graph.stateMeant(first).isEmpty()
                || graph.stateMeant(second).isEmpty()
                || graph.stateMeant(first).equals(graph.stateMeant(second));
    }
}
