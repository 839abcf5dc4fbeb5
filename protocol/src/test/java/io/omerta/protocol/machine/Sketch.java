package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.ActorModel;
import io.omerta.protocol.language.model.CompositionModel;
import io.omerta.protocol.language.model.DeferralModel;
import io.omerta.protocol.language.model.EventModel;
import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.FunctionModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.language.model.OperationModel;
import io.omerta.protocol.language.model.ParameterModel;
import io.omerta.protocol.language.model.PropertyModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.model.StateModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.TransitionModel;
import io.omerta.protocol.language.model.TriggerModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.VariableModel;
import io.omerta.protocol.language.tree.DeferralKind;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A protocol of one actor, {@value #ROLE}, that a test puts together by hand. */
final class Sketch {
    static final String ROLE = "Actor";

    /** Locals that every transition and property has room for. */
    private static final int LOCALS = 8;

    private final List<ParameterModel> parameters = new ArrayList<>();
    private final List<MessageModel> messages = new ArrayList<>();
    private final List<VariableModel> variables = new ArrayList<>();
    private final List<StateModel> states = new ArrayList<>();
    private final List<TriggerModel> triggers = new ArrayList<>();
    private final List<TransitionModel> transitions = new ArrayList<>();
    private final List<DeferralModel> deferrals = new ArrayList<>();
    private final List<PropertyModel> properties = new ArrayList<>();
    private final List<CompositionModel> compositions = new ArrayList<>();

    /** @param names of the states; the first is the initial one */
    Sketch(String... names) {
        for (String name : names) {
            states.add(new StateModel(name, states.isEmpty(), false, false, "", Terms.SPAN));
        }
    }

    ParameterModel delay(String name, long millis) {
        ParameterModel parameter =
                new ParameterModel(name, Type.Scalar.DURATION, new Value.Int(millis), "milliseconds", "", Terms.SPAN);
        parameters.add(parameter);
        return parameter;
    }

    /** A message with fields of the given types, named a, b, c, ... */
    MessageModel message(String name, Type... fields) {
        return message(name, false, fields);
    }

    MessageModel signedMessage(String name, Type... fields) {
        return message(name, true, fields);
    }

    private MessageModel message(String name, boolean signed, Type... types) {
        List<FieldModel> fields = new ArrayList<>();
        for (Type type : types) {
            fields.add(new FieldModel(String.valueOf((char) ('a' + fields.size())), type, false, Terms.SPAN));
        }
        if (signed) {
            fields.add(new FieldModel(MessageModel.SIGNATURE_FIELD, Type.Scalar.SIGNATURE, false, Terms.SPAN));
        }
        MessageModel message =
                new MessageModel(name, ROLE, List.of(ROLE), signed, RecordModel.of(name, fields, Terms.SPAN));
        messages.add(message);
        return message;
    }

    Term.Variable variable(String name, Type type) {
        variables.add(new VariableModel(name, type, Terms.SPAN));
        return new Term.Variable(variables.size() - 1, name, type, Terms.SPAN);
    }

    TriggerModel trigger(String name, List<Type> parameters, String... in) {
        List<VariableModel> models = new ArrayList<>();
        parameters.forEach(type -> models.add(new VariableModel("p" + models.size(), type, Terms.SPAN)));
        TriggerModel trigger = new TriggerModel(
                name, models, List.of(in).stream().map(this::place).toList(), "", Terms.SPAN);
        triggers.add(trigger);
        return trigger;
    }

    void unmatched(String state, MessageModel message, DeferralKind kind) {
        deferrals.add(new DeferralModel(place(state), message, kind));
    }

    void compose(String state, String trigger, Term... arguments) {
        compositions.add(
                new CompositionModel(0, place(state), "99", "Other", trigger, List.of(arguments), LOCALS, Terms.SPAN));
    }

    void property(String name, Term condition) {
        properties.add(new PropertyModel(name, null, condition, LOCALS, "", Terms.SPAN));
    }

    Line auto(String from, String to) {
        return new Line(from, to, new EventModel.Auto());
    }

    Line on(MessageModel message, String from, String to) {
        return new Line(from, to, new EventModel.OnMessage(message));
    }

    Line on(TriggerModel trigger, String from, String to) {
        return new Line(from, to, new EventModel.OnTrigger(trigger));
    }

    Line after(ParameterModel delay, String from, String to) {
        return new Line(from, to, new EventModel.OnTimeout(delay));
    }

    Line collect(EventModel.OnCollect collect, String from, String to) {
        return new Line(from, to, collect);
    }

    static OperationModel set(Term.Variable variable, Term value) {
        return new OperationModel.Assign(variable.slot(), value, Terms.SPAN);
    }

    static OperationModel append(Term.Variable variable, Term value) {
        return new OperationModel.AppendValue(variable.slot(), value, Terms.SPAN);
    }

    static OperationModel send(Term to, MessageModel message, Term... fields) {
        return new OperationModel.Send(to, message, payload(message, fields), Terms.SPAN);
    }

    static OperationModel broadcast(Term to, MessageModel message, Term... fields) {
        return new OperationModel.Broadcast(to, message, payload(message, fields), Terms.SPAN);
    }

    private static Term.RecordOf payload(MessageModel message, Term... fields) {
        return new Term.RecordOf(message.body(), List.of(fields), Terms.SPAN);
    }

    private int place(String state) {
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i).name().equals(state)) {
                return i;
            }
        }
        throw new IllegalArgumentException(state);
    }

    ActorModel actor() {
        return new ActorModel(ROLE, variables, states, triggers, transitions, deferrals, "", Terms.SPAN);
    }

    ProtocolModel model(List<FunctionModel> functions, List<NativeModel> natives) {
        return new ProtocolModel(
                "07",
                "",
                "",
                parameters,
                List.of(),
                List.of(),
                messages,
                List.of(),
                functions,
                natives,
                List.of(actor()),
                properties,
                compositions);
    }

    TransactionSpec compile() {
        return TransactionSpec.compile(model(List.of(), List.of()));
    }

    MachineSpec machine() {
        return compile().machine(ROLE);
    }

    /** A transition that becomes part of the sketch when {@link #then} says what it does. */
    final class Line {
        private final String from;
        private final String to;
        private final EventModel event;
        private @Nullable Term guard;
        private TransitionModel.@Nullable Branch otherwise;

        private Line(String from, String to, EventModel event) {
            this.from = from;
            this.to = to;
            this.event = event;
        }

        Line when(Term condition) {
            guard = condition;
            return this;
        }

        Line otherwise(String state, OperationModel... operations) {
            otherwise = new TransitionModel.Branch(place(state), List.of(operations));
            return this;
        }

        void then(OperationModel... operations) {
            transitions.add(new TransitionModel(
                    transitions.size(),
                    place(from),
                    event,
                    guard,
                    new TransitionModel.Branch(place(to), List.of(operations)),
                    otherwise,
                    LOCALS,
                    Terms.SPAN));
        }
    }
}
