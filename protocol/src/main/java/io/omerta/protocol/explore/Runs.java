package io.omerta.protocol.explore;

import io.omerta.protocol.language.source.Spelling;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
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
     * A run that a search has found. It is put together from the states alone: which moves the search left out depended on
     * what it had seen by then.
     */
    Run found(BreadthFirst search, Expansion expansion, BreadthFirst.Found found) {
        Deque<Integer> numbers = new ArrayDeque<>();
        for (int at = found.from();
                at != VisitedStates.NO_PARENT;
                at = search.visited().parent(at)) {
            numbers.push(at);
        }
        List<Successor> steps = new ArrayList<>();
        for (int number : numbers) {
            steps.addAll(first(steps, expansion, settled -> search.number(last(settled)) == number));
        }
        steps.addAll(first(steps, expansion, settled -> violation(settled) != null));
        return new Run(steps, found.violation());
    }

    /** The first move after some steps, with what is delivered in vain after it, that leads where it should. */
    private List<Successor> first(List<Successor> steps, Expansion expansion, Predicate<List<Successor>> leads) {
        for (Successor option : options(steps)) {
            List<Successor> settled = new ArrayList<>(List.of(option));
            for (Successor vain = expansion.vain(last(settled)); vain != null; vain = expansion.vain(last(settled))) {
                settled.add(vain);
            }
            if (leads.test(settled)) {
                return settled;
            }
        }
        throw new IllegalStateException("a run that was found cannot be repeated");
    }

    private static SystemState last(List<Successor> steps) {
        return steps.get(steps.size() - 1).next();
    }

    private @Nullable Violation violation(List<Successor> settled) {
        Violation fault = checks.fault(settled.get(0));
        return fault == null ? checks.check(last(settled)) : fault;
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
