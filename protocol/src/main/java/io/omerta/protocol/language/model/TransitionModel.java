package io.omerta.protocol.language.model;

import io.omerta.protocol.language.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transition.
 *
 * @param index its place among the actor's transitions
 * @param from place of the state left
 * @param guard null: always true
 * @param then taken when the guard is true
 * @param otherwise taken when no candidate's guard is true and this is the first candidate to have it; null if none
 * @param locals number of locals of its expressions
 */
public record TransitionModel(
        int index,
        int from,
        EventModel event,
        @Nullable Term guard,
        Branch then,
        @Nullable Branch otherwise,
        int locals,
        Span span) {
    /**
     * What a transition does.
     *
     * @param to place of the state entered
     * @param operations in order
     */
    public record Branch(int to, List<OperationModel> operations) {
        public Branch {
            operations = List.copyOf(operations);
        }
    }
}
