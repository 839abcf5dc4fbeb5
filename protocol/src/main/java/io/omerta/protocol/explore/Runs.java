package io.omerta.protocol.explore;

import io.omerta.protocol.language.source.Spelling;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through single runs: those that a search has found, and those that somebody proposes. */
final class Runs {
    private final Successors successors;
    private final Checks checks;
    private final MoveText text;
    private final Faults faults;

    /**
     * A run as far as it went.
     *
     * @param steps in order, the beginning first
     * @param violation of the last step, or null
     */
    record Run(List<Successor> steps, @Nullable Violation violation) {
        Run {
            steps = List.copyOf(steps);
        }

        List<Move> moves() {
            return steps.stream().map(Successor::move).toList();
        }
    }

    Runs(Successors successors, Checks checks, MoveText text, Faults faults) {
        this.successors = successors;
        this.checks = checks;
        this.text = text;
        this.faults = faults;
    }

    /**
     * The run that led to a state.
     *
     * @param last code of one more move of that state
     */
    static List<Successor> path(Expansion expansion, Faults faults, VisitedStates visited, int state, int last) {
        List<Integer> codes = new ArrayList<>(List.of(last));
        for (int at = state; at != VisitedStates.NO_PARENT; at = visited.parent(at)) {
            codes.add(0, visited.move(at));
        }
        List<Successor> steps = new ArrayList<>();
        for (int code : codes) {
            steps.add(
                    steps.isEmpty()
                            ? expansion.beginnings(faults).get(code)
                            : expansion.move(steps.get(steps.size() - 1).next(), code));
            Successor vain = expansion.vain(steps.get(steps.size() - 1).next());
            while (vain != null) {
                steps.add(vain);
                vain = expansion.vain(vain.next());
            }
        }
        return steps;
    }

    private List<Successor> options(List<Successor> steps) {
        return steps.isEmpty()
                ? successors.beginnings(faults)
                : successors.of(steps.get(steps.size() - 1).next());
    }

    /** Makes those of the moves that are possible, in order, until a property is violated. */
    Run follow(List<Move> moves) {
        List<Successor> steps = new ArrayList<>();
        for (Move move : moves) {
            Successor step = find(options(steps), move);
            if (step != null) {
                steps.add(step);
                Violation violation = checks.check(step);
                if (violation != null) {
                    return new Run(steps, violation);
                }
            }
        }
        return new Run(steps, null);
    }

    private static @Nullable Successor find(List<Successor> options, Move move) {
        for (Successor option : options) {
            if (option.move().equals(move)) {
                return option;
            }
        }
        return null;
    }

    /**
     * Makes the moves that texts describe, until a property is violated.
     *
     * @throws IllegalArgumentException if one of them is not possible when its turn comes
     */
    Run replay(List<String> texts) {
        List<Successor> steps = new ArrayList<>();
        for (String line : texts) {
            Successor step = find(options(steps), line, steps.size() + 1);
            steps.add(step);
            Violation violation = checks.check(step);
            if (violation != null) {
                return new Run(steps, violation);
            }
        }
        return new Run(steps, null);
    }

    private Successor find(List<Successor> options, String line, int number) {
        List<String> texts =
                options.stream().map(option -> text.of(option.move())).toList();
        int place = texts.indexOf(line);
        if (place < 0) {
            List<String> near = Spelling.suggest(line, texts);
            throw new IllegalArgumentException("move " + number + " is not possible: " + line
                    + (near.isEmpty() ? "" : "; possible is " + near.get(0))
                    + "; was it recorded with another version of the file, or other options?");
        }
        return options.get(place);
    }
}
