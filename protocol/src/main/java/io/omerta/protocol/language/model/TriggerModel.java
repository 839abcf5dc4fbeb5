package io.omerta.protocol.language.model;

import io.omerta.protocol.language.source.Span;
import java.util.List;

/**
 * A command of the actor's own host.
 *
 * @param states places of the states that accept it
 * @param description for people, possibly empty
 */
public record TriggerModel(
        String name, List<VariableModel> parameters, List<Integer> states, String description, Span span) {
    public TriggerModel {
        parameters = List.copyOf(parameters);
        states = List.copyOf(states);
    }
}
