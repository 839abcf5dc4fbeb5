package io.omerta.protocol.explore;

import java.util.List;

/**
 * A run after which a property does not hold.
 *
 * @param moves as text, in order; {@link Explorer#replay} runs them again
 * @param chart the run as a Mermaid sequence chart
 */
public record Counterexample(Violation violation, List<String> moves, String chart) {
    public Counterexample {
        moves = List.copyOf(moves);
    }
}
