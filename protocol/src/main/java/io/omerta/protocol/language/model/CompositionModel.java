package io.omerta.protocol.language.model;

import io.omerta.protocol.language.source.Span;
import java.util.List;

/**
 * Entering a state calls a trigger of another transaction, once in a session.
 *
 * @param actor place of the actor of this transaction
 * @param state place of its state
 * @param transaction id of the other transaction
 * @param arguments one for each parameter of the trigger, in order, over the actor's store
 * @param locals number of locals of the arguments
 */
public record CompositionModel(
        int actor,
        int state,
        String transaction,
        String targetActor,
        String trigger,
        List<Term> arguments,
        int locals,
        Span span) {
    public CompositionModel {
        arguments = List.copyOf(arguments);
    }
}
