package io.omerta.protocol.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Random runs, for sessions whose states are too many. Every other one draws each move: first its kind, then one of that
 * kind. The rest give each member a random priority and let the first that can move, but for a few moments at which it
 * falls behind all others, which finds in few runs what needs few reorderings (Burckhardt and others, "A Randomized
 * Scheduler with Probabilistic Guarantees of Finding Bugs", 2010).
 */
final class Walks {
    /** Moments of a run at which a priority changes. */
    private static final int CHANGES = 3;

    private final Successors successors;
    private final Checks checks;
    private final Coverage coverage;
    private final RandomChoice random;
    private final int depthMax;
    private long transitions;
    private int depth;

    Walks(Successors successors, Checks checks, Coverage coverage, RandomChoice random, int depthMax) {
        this.successors = successors;
        this.checks = checks;
        this.coverage = coverage;
        this.random = random;
        this.depthMax = depthMax;
    }

    /** Walks until a property is violated. The run that violates it, or null. */
    Runs.@Nullable Run run(List<Successor> beginnings, int count, Progress progress) {
        for (int i = 0; i < count && progress.goesOn(0, transitions, depth); i++) {
            Runs.Run run = walk(beginnings, i % 2 == 1);
            if (run.violation() != null) {
                return run;
            }
        }
        return null;
    }

    private Runs.Run walk(List<Successor> beginnings, boolean byPriority) {
        Successor beginning = beginnings.get(random.below(beginnings.size()));
        coverage.begin(beginning.next());
        List<Successor> steps = new ArrayList<>(List.of(beginning));
        List<Member> priorities = byPriority ? priorities(beginning.next()) : List.of();
        Violation violation = checks.check(beginning);
        while (violation == null && steps.size() <= depthMax) {
            SystemState state = steps.get(steps.size() - 1).next();
            List<Successor> options = successors.of(state);
            if (options.isEmpty()) {
                coverage.quiet(state);
                break;
            }
            if (byPriority && random.below(depthMax) < CHANGES) {
                priorities.add(priorities.remove(0));
            }
            Successor step = byPriority ? first(options, priorities) : any(options);
            transitions++;
            depth = Math.max(depth, steps.size());
            coverage.step(state, step);
            steps.add(step);
            violation = checks.check(step);
        }
        return new Runs.Run(steps, violation);
    }

    private List<Member> priorities(SystemState state) {
        List<Member> left = new ArrayList<>();
        for (ActorState actor : state.actors) {
            left.add(actor.member);
        }
        List<Member> priorities = new ArrayList<>();
        while (!left.isEmpty()) {
            priorities.add(left.remove(random.below(left.size())));
        }
        return priorities;
    }

    private Successor any(List<Successor> options) {
        Map<String, List<Successor>> kinds = new LinkedHashMap<>();
        for (Successor option : options) {
            kinds.computeIfAbsent(option.move().getClass().getName(), kind -> new ArrayList<>())
                    .add(option);
        }
        List<List<Successor>> choices = List.copyOf(kinds.values());
        return one(choices.get(random.below(choices.size())));
    }

    /** A move of the first member that has one. */
    private Successor first(List<Successor> options, List<Member> priorities) {
        for (Member member : priorities) {
            List<Successor> own = options.stream()
                    .filter(option -> option.move().member() == member)
                    .toList();
            if (!own.isEmpty()) {
                return any(own);
            }
        }
        return any(options);
    }

    private Successor one(List<Successor> options) {
        return options.get(random.below(options.size()));
    }

    long transitions() {
        return transitions;
    }

    int depth() {
        return depth;
    }
}
