package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.CompositionModel;
import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.model.StateModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.VariableModel;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Declares what entering a state calls in another transaction. */
final class CompositionDeclarations {
    private final BindLog log;
    private final Symbols symbols;
    private final OtherTransactions others;
    private final Map<String, Optional<Declarations>> loaded = new LinkedHashMap<>();
    private final List<CompositionModel> models = new ArrayList<>();

    private CompositionDeclarations(BindLog log, Symbols symbols, OtherTransactions others) {
        this.log = log;
        this.symbols = symbols;
        this.others = others;
    }

    /** @param actors of this transaction, in the order of their places */
    static List<CompositionModel> declare(
            BindLog log,
            Symbols symbols,
            List<ActorModel> actors,
            Declarations declarations,
            OtherTransactions others) {
        CompositionDeclarations compositions = new CompositionDeclarations(log, symbols, others);
        for (Declaration.Composition composition : declarations.all(Declaration.Composition.class)) {
            compositions.add(composition, actors);
        }
        return compositions.models;
    }

    private void add(Declaration.Composition composition, List<ActorModel> actors) {
        List<String> names = actors.stream().map(ActorModel::name).toList();
        int actor = names.indexOf(composition.actor().text());
        if (actor < 0) {
            UnknownName.tell(log, Code.E25, composition.actor(), "an actor", names);
        }
        RecordModel parameters = parameters(composition);
        if (actor < 0 || parameters == null) {
            return;
        }
        List<StateModel> states = actors.get(actor).states();
        int state = states.stream()
                .map(StateModel::name)
                .toList()
                .indexOf(composition.state().text());
        if (state < 0) {
            log.toldElsewhere();
            return;
        }
        Scope.StoreVariables store =
                new Scope.StoreVariables(names.get(actor), actors.get(actor).variables());
        Scope scope = Scope.ofActor(store, 0);
        Term.RecordOf arguments = new Expressions(symbols, scope, log)
                .records()
                .payload(parameters, composition.trigger().span(), composition.arguments());
        AbsentFields.check(log, arguments);
        models.add(new CompositionModel(
                actor,
                state,
                composition.transaction().text(),
                composition.targetActor().text(),
                composition.trigger().text(),
                arguments.fields(),
                scope.size(),
                composition.span()));
    }

    /** The parameters of the trigger as fields of a record; null after a fault. */
    private @Nullable RecordModel parameters(Declaration.Composition composition) {
        Name id = composition.transaction();
        Optional<Declarations> other = loaded.computeIfAbsent(
                id.text(), text -> others.declarations(text).map(all -> new Declarations(new BindLog(), all)));
        if (other.isEmpty()) {
            log.add(Code.E29, id.span(), "the transaction `" + id + "` is not found beside this one");
            return null;
        }
        List<Declaration.Actor> actors = other.get().all(Declaration.Actor.class);
        Optional<Declaration.Actor> actor = actors.stream()
                .filter(candidate ->
                        candidate.name().text().equals(composition.targetActor().text()))
                .findFirst();
        if (actor.isEmpty()) {
            UnknownName.tell(
                    log,
                    Code.E25,
                    composition.targetActor(),
                    "an actor of the transaction `" + id + "`",
                    actors.stream().map(candidate -> candidate.name().text()).toList());
            return null;
        }
        List<ActorMember.Trigger> triggers = actor.get().members().items().stream()
                .filter(ActorMember.Trigger.class::isInstance)
                .map(ActorMember.Trigger.class::cast)
                .toList();
        for (ActorMember.Trigger trigger : triggers) {
            if (trigger.name().text().equals(composition.trigger().text())) {
                return record(trigger, other.get());
            }
        }
        UnknownName.tell(
                log,
                Code.E07,
                composition.trigger(),
                "a trigger of `" + composition.targetActor() + "`",
                triggers.stream().map(trigger -> trigger.name().text()).toList());
        return null;
    }

    /** Types of the other file are read there; its faults are told when it is checked itself. */
    private static RecordModel record(ActorMember.Trigger trigger, Declarations other) {
        BindLog untold = new BindLog();
        TypeReader types = TypeDeclarations.declare(untold, other).reader();
        NameTable names = new NameTable(untold, "");
        List<FieldModel> fields = new ArrayList<>();
        for (Field field : trigger.parameters()) {
            if (names.isNew(field.name(), "a parameter")) {
                VariableModel parameter = types.variable(field);
                fields.add(new FieldModel(parameter.name(), parameter.type(), true, parameter.span()));
            }
        }
        return RecordModel.of(trigger.name().text(), fields, trigger.name().span());
    }
}
