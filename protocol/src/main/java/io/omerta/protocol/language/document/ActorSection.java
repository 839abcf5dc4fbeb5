package io.omerta.protocol.language.document;

import io.omerta.protocol.language.format.OneLine;
import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Otherwise;
import io.omerta.protocol.language.tree.StateProperty;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what a file says of one actor. */
final class ActorSection {
    private static final int PART = Page.SECTION + 1;
    private static final String DESCRIPTION = "Description";

    private final Page page;
    private final Markdown out;
    private final ActorTree actor;
    private final String picture;

    /** @param picture name of the file with its state diagram */
    ActorSection(Page page, ActorTree actor, String picture) {
        this.page = page;
        this.out = page.out();
        this.actor = actor;
        this.picture = picture;
    }

    void write() {
        out.heading(Page.SECTION, "Actor " + Markdown.code(actor.name()), Links.anchor("actor", actor.name()));
        page.introduce(actor.declaration().span());
        page.describe(
                actor.declaration().description(),
                page.comments()
                        .of(
                                actor.declaration().span(),
                                actor.declaration().members().span()));
        out.fence("mermaid", MermaidText.stateDiagram(StateDiagram.of(actor.declaration())));
        out.paragraph("The same [as a picture](" + picture + ").");
        states();
        triggers();
        transitions();
        deferrals();
        variables();
    }

    private void states() {
        if (actor.states().isEmpty()) {
            return;
        }
        out.heading(PART, "States of " + actor.name());
        out.table(
                List.of("State", "Properties", DESCRIPTION),
                actor.states().stream()
                        .map(state -> List.of(
                                Markdown.anchor(anchor(state.name()))
                                        + Markdown.code(state.name().text()),
                                state.properties().stream()
                                        .map(StateProperty::word)
                                        .collect(Collectors.joining(", ")),
                                page.described(
                                        state.description(), page.comments().of(state.span()))))
                        .toList());
    }

    private void triggers() {
        if (actor.triggers().isEmpty()) {
            return;
        }
        out.heading(PART, "Triggers of " + actor.name());
        out.table(
                List.of("Trigger", "Parameters", "In states", DESCRIPTION),
                actor.triggers().stream()
                        .map(trigger -> List.of(
                                Markdown.code(trigger.name().text()),
                                parameters(trigger.parameters()),
                                states(trigger.states()),
                                page.described(
                                        trigger.description(), page.comments().of(trigger.span()))))
                        .toList());
    }

    private void transitions() {
        if (actor.transitions().isEmpty()) {
            return;
        }
        out.heading(PART, "Transitions of " + actor.name());
        out.table(
                List.of("From", "Event", "Guard", "Actions", "To", "Else", DESCRIPTION),
                actor.transitions().stream()
                        .map(transition -> List.of(
                                state(transition.from()),
                                transition.event().accept(new EventCell()),
                                code(transition.guard()),
                                actions(transition.actions()),
                                state(transition.to()),
                                otherwise(transition.otherwise()),
                                page.comments().of(transition.span()).inline()))
                        .toList());
    }

    private void deferrals() {
        if (actor.deferrals().isEmpty()) {
            return;
        }
        out.heading(PART, "Messages that no transition of " + actor.name() + " awaits");
        out.table(
                List.of("Messages", "In states", "What becomes of them", DESCRIPTION),
                actor.deferrals().stream()
                        .map(deferral -> List.of(
                                page.links().toAll(deferral.messages()),
                                deferral.states().isEmpty() ? "all" : states(deferral.states()),
                                switch (deferral.kind()) {
                                    case DEFER -> "wait for a later state";
                                    case IGNORE -> "are ignored";
                                },
                                page.comments().of(deferral.span()).inline()))
                        .toList());
    }

    private void variables() {
        if (!actor.variables().isEmpty()) {
            out.heading(PART, "Variables of " + actor.name());
            page.fields("Variable", actor.variables());
        }
    }

    private String actions(Body<Action> actions) {
        return ActionSummary.of(actions, page.links());
    }

    private String otherwise(@Nullable Otherwise otherwise) {
        if (otherwise == null) {
            return "";
        }
        String actions = actions(otherwise.actions());
        return "to " + state(otherwise.to()) + (actions.isEmpty() ? "" : ": " + actions);
    }

    private static String code(@Nullable Expression expression) {
        return expression == null ? "" : Markdown.code(OneLine.of(expression));
    }

    private String parameters(List<Field> parameters) {
        return parameters.stream()
                .map(field ->
                        Markdown.code(field.name().text()) + " " + page.links().to(field.type()))
                .collect(Collectors.joining(", "));
    }

    private String states(List<Name> names) {
        return names.stream().map(this::state).collect(Collectors.joining(", "));
    }

    private String state(Name name) {
        return Markdown.link(Markdown.code(name.text()), anchor(name));
    }

    private String anchor(Name state) {
        return Links.anchor("state", actor.name() + "-" + state);
    }

    private final class EventCell implements Event.Visitor<String> {
        @Override
        public String visitAuto(Event.Auto auto) {
            return "auto";
        }

        @Override
        public String visitOn(Event.On on) {
            return page.links().to(on.name().text());
        }

        @Override
        public String visitTimeout(Event.Timeout timeout) {
            return "after " + page.links().to(timeout.parameter().text());
        }

        @Override
        public String visitCollect(Event.Collect collect) {
            Expression agreement = collect.agreement();
            Expression condition = collect.condition();
            return page.links().to(collect.message().text())
                    + " from " + code(collect.threshold()) + " of "
                    + Markdown.code(collect.members().text())
                    + " by " + Markdown.code(collect.voter().text())
                    + (agreement == null ? "" : " that agree on " + code(agreement))
                    + (condition == null ? "" : " where " + code(condition))
                    + ", kept in " + Markdown.code(collect.votes().text());
        }
    }
}
