package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.DeferralModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.StateModel;
import io.omerta.protocol.language.model.TransitionModel;
import io.omerta.protocol.language.model.TriggerModel;
import io.omerta.protocol.language.model.VariableModel;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.DeferralKind;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.StateProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Declares an actor. States that it does not have are told by the rules of flow, not here. */
final class ActorDeclaration {
    private final BindLog log;
    private final Symbols symbols;
    private final Declaration.Actor actor;
    private final Map<String, Integer> states = new LinkedHashMap<>();
    private final Map<String, TriggerModel> triggers = new LinkedHashMap<>();

    private ActorDeclaration(BindLog log, Symbols symbols, Declaration.Actor actor) {
        this.log = log;
        this.symbols = symbols;
        this.actor = actor;
    }

    static ActorModel declare(BindLog log, Symbols symbols, Declaration.Actor actor) {
        return new ActorDeclaration(log, symbols, actor).declare();
    }

    private ActorModel declare() {
        List<VariableModel> variables = variables();
        List<StateModel> stateModels = states();
        List<TriggerModel> triggerModels = triggers();
        Scope.StoreVariables store = new Scope.StoreVariables(actor.name().text(), variables);
        TransitionDeclaration transitions = new TransitionDeclaration(log, symbols, store, states, triggers);
        List<TransitionModel> transitionModels = new ArrayList<>();
        for (ActorMember.Transition transition : all(ActorMember.Transition.class)) {
            TransitionModel model = transitions.declare(transition, transitionModels.size());
            if (model != null) {
                transitionModels.add(model);
            }
        }
        return new ActorModel(
                actor.name().text(),
                variables,
                stateModels,
                triggerModels,
                transitionModels,
                deferrals(),
                TypeDeclarations.text(actor.description()),
                actor.name().span());
    }

    private <M extends ActorMember> List<M> all(Class<M> kind) {
        return actor.members().items().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private List<VariableModel> variables() {
        NameTable names = new NameTable(log, " in `" + actor.name() + "`");
        List<VariableModel> variables = new ArrayList<>();
        for (ActorMember.Store store : all(ActorMember.Store.class)) {
            for (Field field : store.fields()) {
                ReservedNames.check(log, field.name(), "a variable");
                VariableModel variable = symbols.types().reader().variable(field);
                Fractions.checkDeclared(log, field, variable.type(), false);
                if (names.isNew(field.name(), "a variable") && !isPartOfView(field.name())) {
                    variables.add(variable);
                }
            }
        }
        return variables;
    }

    /** Such a variable has been told as a reserved name; properties could not tell it from what they see anyway. */
    private static boolean isPartOfView(Name name) {
        return name.text().equals(ActorModel.VIEW_STATE) || name.text().equals(ActorModel.VIEW_PEER);
    }

    private List<StateModel> states() {
        List<StateModel> models = new ArrayList<>();
        for (ActorMember.State state : all(ActorMember.State.class)) {
            ReservedNames.check(log, state.name(), "a state");
            if (states.putIfAbsent(state.name().text(), models.size()) == null) {
                models.add(new StateModel(
                        state.name().text(),
                        state.properties().contains(StateProperty.INITIAL),
                        state.properties().contains(StateProperty.TERMINAL),
                        state.properties().contains(StateProperty.IDLE),
                        TypeDeclarations.text(state.description()),
                        state.name().span()));
            } else {
                log.toldElsewhere();
            }
        }
        if (models.stream().filter(StateModel::initial).count() != 1) {
            log.toldElsewhere();
        }
        return models;
    }

    private List<TriggerModel> triggers() {
        NameTable names = new NameTable(log, " in `" + actor.name() + "`");
        List<TriggerModel> models = new ArrayList<>();
        for (ActorMember.Trigger trigger : all(ActorMember.Trigger.class)) {
            ReservedNames.check(log, trigger.name(), "a trigger");
            MessageModel message = symbols.types().messages().get(trigger.name().text());
            if (message != null) {
                log.add(Diagnostic.of(
                                Code.E20,
                                trigger.name().span(),
                                "`" + trigger.name() + "` is a message too, so that `on " + trigger.name()
                                        + "` could mean either; rename one")
                        .withRelated(message.body().span(), "the message is declared here"));
            }
            TriggerModel model = new TriggerModel(
                    trigger.name().text(),
                    parameters(trigger),
                    places(trigger.states()),
                    TypeDeclarations.text(trigger.description()),
                    trigger.name().span());
            if (names.isNew(trigger.name(), "a trigger")) {
                triggers.put(model.name(), model);
                models.add(model);
            }
        }
        return models;
    }

    private List<VariableModel> parameters(ActorMember.Trigger trigger) {
        NameTable names = new NameTable(log, " in `" + trigger.name() + "`");
        List<VariableModel> parameters = new ArrayList<>();
        for (Field field : trigger.parameters()) {
            ReservedNames.check(log, field.name(), "a parameter");
            VariableModel parameter = symbols.types().reader().variable(field);
            Fractions.checkDeclared(log, field, parameter.type(), false);
            if (names.isNew(field.name(), "a parameter")) {
                parameters.add(parameter);
            }
        }
        return parameters;
    }

    private List<Integer> places(List<Name> names) {
        List<Integer> places = new ArrayList<>();
        for (Name name : names) {
            Integer place = states.get(name.text());
            if (place == null) {
                log.toldElsewhere();
            } else if (!places.contains(place)) {
                places.add(place);
            }
        }
        return places;
    }

    /** What is said of a state holds there; what is said of all states holds in the others. */
    private List<DeferralModel> deferrals() {
        Map<String, Map<Integer, DeferralModel>> models = new LinkedHashMap<>();
        Map<String, General> everywhere = new LinkedHashMap<>();
        for (ActorMember.Deferral deferral : all(ActorMember.Deferral.class)) {
            List<Integer> in = places(deferral.states());
            for (Name name : deferral.messages()) {
                MessageModel message = awaited(name);
                if (message == null) {
                    continue;
                }
                Map<Integer, DeferralModel> byState = models.computeIfAbsent(name.text(), key -> new LinkedHashMap<>());
                for (int state : in) {
                    DeferralModel before = byState.put(state, new DeferralModel(state, message, deferral.kind()));
                    checkFirst(before == null, name, "one of these states");
                }
                if (deferral.states().isEmpty()) {
                    General before = everywhere.put(name.text(), new General(message, deferral.kind()));
                    checkFirst(before == null, name, "all other states");
                }
            }
        }
        everywhere.forEach((name, general) -> {
            Map<Integer, DeferralModel> byState = models.computeIfAbsent(name, key -> new LinkedHashMap<>());
            for (int state = 0; state < states.size(); state++) {
                byState.putIfAbsent(state, new DeferralModel(state, general.message(), general.kind()));
            }
        });
        return models.values().stream()
                .flatMap(byState -> byState.values().stream())
                .toList();
    }

    private void checkFirst(boolean isFirst, Name message, String where) {
        if (!isFirst) {
            log.add(Code.E20, message.span(), "what becomes of `" + message + "` in " + where + " is said twice");
        }
    }

    private @Nullable MessageModel awaited(Name name) {
        MessageModel message = symbols.types().messages().get(name.text());
        if (message == null) {
            UnknownName.tell(
                    log, Code.E07, name, "a message", symbols.types().messages().keySet());
        } else {
            Receiving.check(log, actor.name().text(), message, name);
        }
        return message;
    }

    private record General(MessageModel message, DeferralKind kind) {}
}
