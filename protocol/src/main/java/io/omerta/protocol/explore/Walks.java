package io.omerta.protocol.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Random runs, for sessions whose states are too many, of three kinds in turn. The first draws each move: its kind, then
 * one of that kind. The second gives each member a random priority and lets the first that can move, but for a few moments
 * at which it falls behind all others, which finds in few runs what needs few reorderings (Burckhardt and others, "A
 * Randomized Scheduler with Probabilistic Guarantees of Finding Bugs", 2010). The third prefers what has been done least so
 * far: a member's reaction that no run has come by, then the rarest.
 */
final class Walks {
    /** Moments of a run at which a priority changes. */
    private static final int CHANGES = 3;

    /** After how many times a reaction is rarer than a fault. */
    private static final int FAULTS_COUNT_AS = 2;

    /** What a run prefers. */
    private enum Guide {
        CHANCE,
        PRIORITY,
        NOVELTY
    }

    private final Successors successors;
    private final Checks checks;
    private final Coverage coverage;
    private final RandomChoice random;
    private final int depthMax;
    /** How often each reaction was taken, by number. */
    private final Map<Integer, Integer> taken = new LinkedHashMap<>();

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
            Runs.Run run = walk(beginnings, Guide.values()[i % Guide.values().length]);
            if (run.violation() != null) {
                return run;
            }
        }
        return null;
    }

    private Runs.Run walk(List<Successor> beginnings, Guide guide) {
        boolean byPriority = guide == Guide.PRIORITY;
        Successor beginning = beginnings.get(random.below(beginnings.size()));
        coverage.step(beginning.next(), beginning);
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
            Successor step =
                    switch (guide) {
                        case CHANCE -> any(options);
                        case PRIORITY -> first(options, priorities);
                        case NOVELTY -> rarest(options);
                    };
            step.reactions().forEach(reaction -> taken.merge(reaction.number(), 1, Integer::sum));
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

    /** One of the moves that have been made least often. Moves without a reaction, which are faults, count as often made. */
    private Successor rarest(List<Successor> options) {
        List<Successor> rarest = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        for (Successor option : options) {
            int times = option.reactions().isEmpty()
                    ? FAULTS_COUNT_AS
                    : taken.getOrDefault(option.reactions().get(0).number(), 0);
            if (times < least) {
                least = times;
                rarest.clear();
            }
            if (times == least) {
                rarest.add(option);
            }
        }
        return one(rarest);
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
