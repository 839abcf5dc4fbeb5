package io.omerta.protocol.explore;

import io.omerta.protocol.wire.Fingerprint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** One search through all states, those of fewer moves first. */
final class BreadthFirst {
    /** States between two reports of progress. */
    private static final int PROGRESS_EVERY = 1024;

    private final Expansion expansion;
    private final Checks checks;
    private final Coverage coverage;
    private final Function<SystemState, Fingerprint> fingerprints;
    private final Bounds bounds;
    private final Progress progress;
    private final IntSupplier version;
    private final VisitedStates visited = new VisitedStates();
    private final Deque<Node> frontier = new ArrayDeque<>();
    private long transitions;
    private int depth;
    private boolean complete = true;
    private boolean outdated;

    /** Whether a state that has not been expanded yet was come to. */
    private boolean open;

    /** A state to go on from. */
    private record Node(SystemState state, int number, int depth) {}

    /**
     * A step after which a property does not hold.
     *
     * @param from number of the state before it
     */
    record Found(Violation violation, int from) {}

    /**
     * @param fingerprints of equal states equal; states of one fingerprint count as one
     * @param version of what the expansion relies on
     */
    BreadthFirst(
            Expansion expansion,
            Checks checks,
            Coverage coverage,
            Function<SystemState, Fingerprint> fingerprints,
            Bounds bounds,
            Progress progress,
            IntSupplier version) {
        this.expansion = expansion;
        this.checks = checks;
        this.coverage = coverage;
        this.fingerprints = fingerprints;
        this.bounds = bounds;
        this.progress = progress;
        this.version = version;
    }

    /** Searches until a property is violated, nothing is left, a bound is reached, or it is outdated. */
    @Nullable
    Found run(List<Successor> beginnings) {
        Found found = take(beginnings, null);
        int before = version.getAsInt();
        int sizeAtChange = Integer.MAX_VALUE;
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
                found = expand(node);
            }
            if (before != version.getAsInt() && sizeAtChange == Integer.MAX_VALUE) {
                sizeAtChange = visited.size();
            }
            // Soon after the first change, for most changes come together; and before much has been done in vain.
            outdated = sizeAtChange < Integer.MAX_VALUE && (frontier.isEmpty() || visited.size() / 2 >= sizeAtChange);
            if (outdated) {
                return found;
            }
        }
        return found;
    }

    /**
     * Goes on from a state. Where the moves of some members suffice, they are taken alone, unless they all lead to states
     * that have been expanded: then others could be put off for ever (Bosnacki, Leue and Lluch Lafuente, "Partial-Order
     * Reduction for General State Exploring Algorithms", 2009).
     */
    private @Nullable Found expand(Node node) {
        for (int choice = expansion.choice(node.state(), 0);
                choice != Expansion.ALL;
                choice = expansion.choice(node.state(), choice)) {
            open = false;
            Found found = take(expansion.chosen(), node);
            if (open || found != null) {
                return found;
            }
        }
        return take(expansion.all(node.state()), node);
    }

    private @Nullable Found take(List<Successor> steps, @Nullable Node from) {
        int parent = from == null ? VisitedStates.NO_PARENT : from.number();
        int atDepth = from == null ? 0 : from.depth() + 1;
        for (Successor step : steps) {
            transitions += from == null ? 0 : 1;
            coverage.step(from == null ? step.next() : from.state(), step);
            Violation violation = checks.fault(step);
            if (violation == null) {
                violation = arrive(settled(step.next()), parent, atDepth);
            }
            if (violation != null) {
                complete = false;
                return new Found(violation, parent);
            }
        }
        return null;
    }

    private @Nullable Violation arrive(SystemState state, int parent, int atDepth) {
        Fingerprint fingerprint = fingerprints.apply(state);
        if (!visited.add(fingerprint, parent)) {
            open |= visited.number(fingerprint) > parent;
            return null;
        }
        open = true;
        depth = atDepth;
        if (state.isQuiet()) {
            coverage.quiet(state);
        }
        frontier.add(new Node(state, visited.size() - 1, atDepth));
        return checks.check(state);
    }

    /** The state after all that is delivered in vain. */
    private SystemState settled(SystemState state) {
        SystemState settled = state;
        for (Successor vain = expansion.vain(state); vain != null; vain = expansion.vain(settled)) {
            coverage.step(settled, vain);
            settled = vain.next();
        }
        return settled;
    }

    /** The number of a state that was found, or {@link VisitedStates#ABSENT}. */
    int number(SystemState state) {
        return visited.number(fingerprints.apply(state));
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

    /** Whether what the expansion relies on has changed meanwhile, so that something may have been left out. */
    boolean isOutdated() {
        return outdated;
    }

    boolean isComplete() {
        return complete;
    }
}
