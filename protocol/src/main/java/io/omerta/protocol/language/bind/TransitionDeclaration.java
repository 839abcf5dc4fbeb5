package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.EventModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.OperationModel;
import io.omerta.protocol.language.model.ParameterModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.TransitionModel;
import io.omerta.protocol.language.model.TriggerModel;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Otherwise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Declares the transitions of one actor. */
final class TransitionDeclaration {
    private final BindLog log;
    private final Symbols symbols;
    private final Scope.StoreVariables store;
    private final Map<String, Integer> states;
    private final Map<String, TriggerModel> triggers;
    private final CollectEvents collects;

    TransitionDeclaration(
            BindLog log,
            Symbols symbols,
            Scope.StoreVariables store,
            Map<String, Integer> states,
            Map<String, TriggerModel> triggers) {
        this.log = log;
        this.symbols = symbols;
        this.store = store;
        this.states = states;
        this.triggers = triggers;
        this.collects = new CollectEvents(log, symbols, store);
    }

    /** The transition, or null after a fault. */
    @Nullable
    TransitionModel declare(ActorMember.Transition transition, int index) {
        Head head = head(transition.event());
        if (head == null) {
            return null;
        }
        Expressions expressions = new Expressions(symbols, head.scope(), log);
        Term guard = null;
        if (transition.guard() != null) {
            guard = expressions.condition(transition.guard(), "a guard");
            AbsentFields.check(log, guard);
        }
        TransitionModel.Branch then = branch(expressions, head, transition.to(), transition.actions());
        AbsentFields.check(log, guard, true, then.operations());
        TransitionModel.Branch otherwise = null;
        Otherwise other = transition.otherwise();
        if (other != null) {
            otherwise = branch(expressions, head, other.to(), other.actions());
            AbsentFields.check(log, guard, false, otherwise.operations());
        }
        return new TransitionModel(
                index,
                place(transition.from()),
                head.event(),
                guard,
                then,
                otherwise,
                Math.max(head.scope().size(), head.locals()),
                transition.span());
    }

    private TransitionModel.Branch branch(Expressions expressions, Head head, Name to, Body<Action> actions) {
        List<OperationModel> operations = new ArrayList<>();
        Operations binder = new Operations(log, symbols, head.scope(), store, expressions, operations);
        actions.forEach(action -> action.accept(binder));
        return new TransitionModel.Branch(place(to), operations);
    }

    private int place(Name state) {
        Integer place = states.get(state.text());
        if (place == null) {
            log.toldElsewhere();
            return 0;
        }
        return place;
    }

    private @Nullable Head head(Event event) {
        if (event instanceof Event.On on) {
            return named(on.name());
        }
        if (event instanceof Event.Timeout timeout) {
            ParameterModel parameter = ParameterDeclarations.timeSpan(log, symbols.parameters(), timeout.parameter());
            EventModel model = parameter == null ? new EventModel.Auto() : new EventModel.OnTimeout(parameter);
            return new Head(model, Scope.ofActor(store, 0), 0);
        }
        if (event instanceof Event.Collect collect) {
            return collects.head(collect);
        }
        return new Head(new EventModel.Auto(), Scope.ofActor(store, 0), 0);
    }

    private @Nullable Head named(Name name) {
        MessageModel message = symbols.types().messages().get(name.text());
        if (message != null) {
            Receiving.check(log, store.actor(), message, name);
            return new Head(new EventModel.OnMessage(message), Scope.ofMessage(store, message), 1);
        }
        TriggerModel trigger = triggers.get(name.text());
        if (trigger != null) {
            Scope scope = Scope.ofActor(store, 0);
            trigger.parameters()
                    .forEach(parameter -> scope.declare(parameter.name(), parameter.type(), parameter.span()));
            return new Head(new EventModel.OnTrigger(trigger), scope, 0);
        }
        List<String> known = new ArrayList<>(symbols.types().messages().keySet());
        known.addAll(triggers.keySet());
        UnknownName.tell(log, Code.E07, name, "a message or a trigger of `" + store.actor() + "`", known);
        return null;
    }

    /**
     * What a transition begins with.
     *
     * @param scope of its guard and actions
     * @param locals that its event needs
     */
    record Head(EventModel event, Scope scope, int locals) {}
}
