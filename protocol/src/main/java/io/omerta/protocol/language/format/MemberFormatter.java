package io.omerta.protocol.language.format;

import static io.omerta.protocol.language.format.Layout.group;
import static io.omerta.protocol.language.format.Layout.indented;
import static io.omerta.protocol.language.format.Layout.lineOrBlank;
import static io.omerta.protocol.language.format.Layout.sequence;
import static io.omerta.protocol.language.format.Layout.text;

import io.omerta.protocol.language.syntax.GuardText;
import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Otherwise;
import io.omerta.protocol.language.tree.StateProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the parts of actors. */
final class MemberFormatter implements ActorMember.Visitor<Void>, Event.Visitor<Layout> {
    private final ItemWriter items;
    private final Lines lines;

    MemberFormatter(ItemWriter items) {
        this.items = items;
        this.lines = items.lines();
    }

    void write(ActorMember member) {
        member.accept(this);
    }

    @Override
    public Void visitStore(ActorMember.Store store) {
        items.item(store.span(), false, List.of(store.fields()), () -> {
            lines.append("store ");
            FieldLayout.write(items, store.fields());
        });
        return null;
    }

    @Override
    public Void visitTrigger(ActorMember.Trigger trigger) {
        return line(
                trigger,
                text("trigger " + trigger.name()),
                FieldLayout.parameters(trigger.parameters()),
                text(" in "),
                FieldLayout.bracketed(trigger.states()),
                FieldLayout.description(trigger.description()));
    }

    @Override
    public Void visitState(ActorMember.State state) {
        String properties = state.properties().stream()
                .map(StateProperty::word)
                .map(" "::concat)
                .collect(Collectors.joining());
        return line(state, text("state " + state.name() + properties), FieldLayout.description(state.description()));
    }

    @Override
    public Void visitDeferral(ActorMember.Deferral deferral) {
        String messages = deferral.messages().stream().map(Name::text).collect(Collectors.joining(", "));
        Layout states = deferral.states().isEmpty()
                ? text("")
                : sequence(text(" in "), FieldLayout.bracketed(deferral.states()));
        return line(deferral, text(deferral.kind().word() + " " + messages), states);
    }

    @Override
    public Void visitTransition(ActorMember.Transition transition) {
        Otherwise otherwise = transition.otherwise();
        List<Body<?>> bodies = new ArrayList<>();
        bodies.add(transition.actions());
        if (otherwise != null) {
            bodies.add(otherwise.actions());
        }
        items.item(transition.span(), false, bodies, () -> {
            lines.append(text(transition.from() + " -> " + transition.to() + " "));
            lines.append(transition.event().accept(this));
            Expression guard = transition.guard();
            if (guard != null) {
                lines.append(" when ");
                lines.append(indented(Lines.CONTINUATION, guard(guard)));
            }
            actions(transition.actions());
            if (otherwise != null) {
                lines.append(" else -> " + otherwise.to());
                actions(otherwise.actions());
            }
        });
        return null;
    }

    private static Layout guard(Expression guard) {
        Layout layout = ExpressionLayout.of(guard);
        return GuardText.readsAsActions(layout.flat()) ? ExpressionLayout.parenthesised(layout) : layout;
    }

    /** Leaves out a body that holds nothing. */
    private void actions(Body<Action> actions) {
        if (actions.items().isEmpty() && !items.holdsComment(actions.span())) {
            return;
        }
        lines.append(" ");
        items.body(actions, new ActionFormatter(items)::write);
    }

    @Override
    public Layout visitAuto(Event.Auto auto) {
        return text("auto");
    }

    @Override
    public Layout visitOn(Event.On on) {
        return text("on " + on.name());
    }

    @Override
    public Layout visitTimeout(Event.Timeout timeout) {
        return text("on timeout(" + timeout.parameter() + ")");
    }

    @Override
    public Layout visitCollect(Event.Collect collect) {
        return group(
                text("collect " + collect.message() + " from " + collect.members()),
                indented(
                        Lines.CONTINUATION,
                        lineOrBlank(),
                        text("until "),
                        ExpressionLayout.of(collect.threshold()),
                        text(" by " + collect.voter()),
                        clause("on", collect.agreement()),
                        clause("where", collect.condition()),
                        lineOrBlank(),
                        text("into " + collect.votes())));
    }

    private static Layout clause(String word, @Nullable Expression expression) {
        return expression == null
                ? text("")
                : sequence(lineOrBlank(), text(word + " "), ExpressionLayout.of(expression));
    }

    private Void line(ActorMember member, Layout... parts) {
        items.item(member.span(), false, List.of(), () -> lines.append(sequence(parts)));
        return null;
    }
}
