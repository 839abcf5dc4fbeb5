package io.omerta.protocol.language.model;

import io.omerta.protocol.language.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The machine of one role.
 *
 * @param variables its store, in order of slots
 * @param states in declared order, exactly one of them initial
 * @param transitions in declared order
 * @param deferrals as declared, one for each state and message; what is not declared follows the general rule
 * @param description for people, possibly empty
 */
public record ActorModel(
        String name,
        List<VariableModel> variables,
        List<StateModel> states,
        List<TriggerModel> triggers,
        List<TransitionModel> transitions,
        List<DeferralModel> deferrals,
        String description,
        Span span) {
    /** The field of a view that holds the name of the state. */
    public static final String VIEW_STATE = "state";

    /** The field of a view that holds the identity. */
    public static final String VIEW_PEER = "peer_id";

    public ActorModel {
        variables = List.copyOf(variables);
        states = List.copyOf(states);
        triggers = List.copyOf(triggers);
        transitions = List.copyOf(transitions);
        deferrals = List.copyOf(deferrals);
    }

    /** The type of the states, whose members properties write as {@code Actor.STATE}. */
    public Type.EnumOf stateType() {
        return new Type.EnumOf(name, states.stream().map(StateModel::name).toList());
    }

    /** What properties see of an instance: its state, its identity, then its variables. */
    public RecordModel view() {
        List<FieldModel> fields = new ArrayList<>();
        fields.add(new FieldModel(VIEW_STATE, stateType(), false, span));
        fields.add(new FieldModel(VIEW_PEER, Type.Scalar.PEER_ID, false, span));
        for (VariableModel variable : variables) {
            fields.add(new FieldModel(variable.name(), variable.type(), true, variable.span()));
        }
        return RecordModel.of(name, fields, span);
    }
}
