package io.omerta.protocol.explore;

import io.omerta.protocol.wire.Fingerprint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One search through all states, those of fewer moves first. */
final class BreadthFirst {
    /** States between two reports of progress. */
    private static final int PROGRESS_EVERY = 1024;

    private final Successors successors;
    private final Checks checks;
    private final Coverage coverage;
    private final Function<SystemState, Fingerprint> fingerprints;
    private final Bounds bounds;
    private final Progress progress;
    private final VisitedStates visited = new VisitedStates();
    private final Deque<Node> frontier = new ArrayDeque<>();
    private long transitions;
    private int depth;
    private boolean complete = true;

    /** A state to go on from. */
    private record Node(SystemState state, int number, int depth) {}

    /**
     * A step after which a property does not hold.
     *
     * @param from number of the state before it
     * @param move place of its move
     */
    record Found(Violation violation, int from, int move) {}

    /** @param fingerprints of equal states equal; states of one fingerprint count as one */
    BreadthFirst(
            Successors successors,
            Checks checks,
            Coverage coverage,
            Function<SystemState, Fingerprint> fingerprints,
            Bounds bounds,
            Progress progress) {
        this.successors = successors;
        this.checks = checks;
        this.coverage = coverage;
        this.fingerprints = fingerprints;
        this.bounds = bounds;
        this.progress = progress;
    }

    /** Searches until a property is violated, nothing is left, or a bound is reached. */
    @Nullable
    Found run(List<Successor> beginnings) {
        beginnings.forEach(beginning -> coverage.begin(beginning.next()));
        Found found = take(beginnings, null);
        for (int expanded = 0; found == null && !frontier.isEmpty(); expanded++) {
            Node node = frontier.remove();
            if (visited.size() >= bounds.states()
                    || (expanded % PROGRESS_EVERY == 0 && !progress.goesOn(visited.size(), transitions, depth))) {
                complete = false;
                return null;
            }
            if (node.depth() == bounds.depth()) {
                complete = false;
            } else {
                found = take(successors.of(node.state()), node);
            }
        }
        return found;
    }

    private @Nullable Found take(List<Successor> steps, @Nullable Node from) {
        int parent = from == null ? VisitedStates.NO_PARENT : from.number();
        int atDepth = from == null ? 0 : from.depth() + 1;
        for (int i = 0; i < steps.size(); i++) {
            Successor step = steps.get(i);
            if (from != null) {
                transitions++;
                coverage.step(from.state(), step);
            }
            Violation violation = Checks.fault(step.reaction());
            if (violation == null && visited.add(fingerprints.apply(step.next()), parent, i)) {
                depth = atDepth;
                violation = checks.check(step.next());
                if (step.next().isQuiet()) {
                    coverage.quiet(step.next());
                }
                frontier.add(new Node(step.next(), visited.size() - 1, atDepth));
            }
            if (violation != null) {
                complete = false;
                return new Found(violation, parent, i);
            }
        }
        return null;
    }

    VisitedStates visited() {
        return visited;
    }

    long transitions() {
        return transitions;
    }

    int depth() {
        return depth;
    }

    boolean isComplete() {
        return complete;
    }
}
