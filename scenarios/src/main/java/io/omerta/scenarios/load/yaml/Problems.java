package io.omerta.scenarios.load.yaml;

import io.omerta.scenarios.model.InvalidInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The problems found so far. Reading goes on after a problem, so that one attempt shows them all. */
public final class Problems {
    private static final int MOST_SHOWN = 20;

    private final Set<Problem> problems = new LinkedHashSet<>();
    private final List<Source> order = new ArrayList<>();

    /** Adds a problem; the same one again changes nothing. */
    public void add(Span span, String message, String hint) {
        add(new Problem(span, message, hint));
    }

    /** Adds a problem; the same one again changes nothing. */
    public void add(Problem problem) {
        Source source = problem.span().source();
        if (!order.contains(source)) {
            order.add(source);
        }
        problems.add(problem);
    }

    /** How many there are. */
    public int count() {
        return problems.size();
    }

    /** All of them, source by source in the order of their first problem, each in order of position. */
    public List<Problem> inOrder() {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparingInt(
                        (Problem problem) -> order.indexOf(problem.span().source()))
                .thenComparingInt(problem -> problem.span().line())
                .thenComparingInt(problem -> problem.span().column()));
        return sorted;
    }

    /**
     * Ends the reading if there is any problem.
     *
     * @throws InvalidInputException with the first twenty problems
     */
    public void throwIfAny() {
        if (problems.isEmpty()) {
            return;
        }
        List<Problem> sorted = inOrder();
        String text = sorted.stream().limit(MOST_SHOWN).map(Problem::render).collect(Collectors.joining("\n"));
        int more = sorted.size() - MOST_SHOWN;
        throw new InvalidInputException(more > 0 ? text + "\n... and " + more + " more" : text);
    }
}
