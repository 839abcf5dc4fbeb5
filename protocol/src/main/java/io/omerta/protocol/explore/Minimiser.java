package io.omerta.protocol.explore;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of a run what the violation does not need: delta debugging (Zeller and Hildebrandt, "Simplifying and
 * Isolating Failure-Inducing Input", 2002), after which no single move can be left out.
 */
final class Minimiser {
    private final Runs runs;

    Minimiser(Runs runs) {
        this.runs = runs;
    }

    /** @param run that violates a property */
    Runs.Run minimise(Runs.Run run) {
        Runs.Run least = run;
        int size = Math.max(1, (least.steps().size() - 1) / 2);
        while (true) {
            Runs.Run less = without(least, size);
            if (less != null) {
                least = less;
                size = Math.min(size, Math.max(1, least.steps().size() - 1));
            } else if (size == 1) {
                return least;
            } else {
                size /= 2;
            }
        }
    }

    /** The run without some successive moves, the last that it can do without; or null. The beginning always stays. */
    private Runs.@Nullable Run without(Runs.Run run, int size) {
        List<Move> moves = run.moves();
        for (int end = moves.size(); end > 1; end -= size) {
            List<Move> rest = new ArrayList<>(moves);
            rest.subList(Math.max(1, end - size), end).clear();
            Runs.Run less = runs.follow(rest);
            if (less.violation() != null
                    && run.violation() != null
                    && less.violation().property().equals(run.violation().property())) {
                return less;
            }
        }
        return null;
    }
}
