package io.omerta.protocol.machine;

import io.omerta.protocol.wire.Value;
import java.util.List;

/**
 * One question of a step to its surroundings, and the answer: what a recording consists of.
 *
 * @param question what was asked: the name of a builtin or native function, or of a method of {@link Surroundings}
 * @param arguments of the question
 * @param answer what the surroundings said
 */
public record Exchange(String question, List<Value> arguments, Answer answer) {
    /** An answer, or that there is none. */
    public sealed interface Answer {
        record Given(Value value) implements Answer {}

        /** @param reason as in {@link UnanswerableException} */
        record Refused(String reason) implements Answer {}
    }

    public Exchange {
        arguments = List.copyOf(arguments);
    }
}
