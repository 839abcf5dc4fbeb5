package io.omerta.protocol.explore;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Explores one session. What it finds is a function of its arguments; what it has learnt about single machines it keeps
 * from one exploration to the next. Not for use by several threads.
 */
public final class Explorer {
    private final Setup setup;
    private final Session session;
    private final SymbolicTerms terms = new SymbolicTerms();
    private final List<Call> calls;
    private final Successors successors;
    private final TimeoutLiveness timeouts;
    private final MoveText text;

    /** @throws IllegalArgumentException if the setup does not fit the transaction; its message is for people */
    public Explorer(Setup setup) {
        this.setup = setup;
        this.session = new Session(setup.transaction(), setup.instances(), setup.byzantine());
        Domains domains = new Domains(session, terms);
        ValueText values = new ValueText(session, terms);
        this.calls = new CallText(session, domains, values).calls(setup.calls());
        HostAnswers host = new HostAnswers(setup.transaction().model(), session, terms, domains, setup.answers());
        Reactions reactions = new Reactions(session, terms, host);
        Adversary adversary = new Adversary(
                session, terms, domains, reactions, setup.transaction().model().messages());
        this.successors = new Successors(session, reactions, calls, adversary, setup);
        this.timeouts = new TimeoutLiveness(reactions);
        this.text = new MoveText(session, values);
    }

    /**
     * Explores all runs, those of fewer moves first, until a property is violated; a counterexample has as few moves as
     * possible.
     *
     * @param faults that each run may have
     */
    public Report explore(Faults faults, Bounds bounds, Progress progress) {
        Checks checks = checks();
        Coverage coverage = new Coverage(setup.transaction().machines());
        BreadthFirst search =
                new BreadthFirst(successors, checks, coverage, new Canonical(setup.ordered()), bounds, progress);
        BreadthFirst.Found found = search.run(beginnings(faults));
        Runs runs = new Runs(successors, checks, text, faults);
        Counterexample counterexample = found == null
                ? null
                : counterexample(
                        runs, new Runs.Run(runs.path(search.visited(), found.from(), found.move()), found.violation()));
        return new Report(
                search.visited().size(),
                search.transitions(),
                search.depth(),
                search.isComplete(),
                checks.names(),
                counterexample,
                coverage.unreached(roles()),
                coverage.notices());
    }

    /**
     * Makes the moves of a counterexample again. What does not hold at its end, or null if nothing is wrong now.
     *
     * @param faults as it was found with
     * @throws IllegalArgumentException if a move is not possible when its turn comes
     */
    public @Nullable Counterexample replay(Faults faults, List<String> moves) {
        beginnings(faults);
        Runs runs = new Runs(successors, checks(), text, faults);
        Runs.Run run = runs.replay(moves);
        Violation violation = run.violation();
        return violation == null
                ? null
                : new Counterexample(violation, runs.texts(run), SequenceChart.of(session.members(), run));
    }

    private @Nullable Counterexample counterexample(Runs runs, Runs.Run run) {
        Runs.Run least = new Minimiser(runs).minimise(run);
        Violation violation = least.violation();
        return violation == null
                ? null
                : new Counterexample(violation, runs.texts(least), SequenceChart.of(session.members(), least));
    }

    /** The beginnings, in which members may rest. */
    private List<Successor> beginnings(Faults faults) {
        List<Successor> beginnings = successors.beginnings(faults);
        for (Successor beginning : beginnings) {
            for (ActorState actor : beginning.next().actors) {
                timeouts.addBeginning(actor);
            }
        }
        return beginnings;
    }

    private Checks checks() {
        return new Checks(session, terms, setup.transaction().properties(), timeouts, !calls.isEmpty());
    }

    private Set<String> roles() {
        Set<String> roles = new LinkedHashSet<>();
        session.members().forEach(member -> roles.add(member.role()));
        return roles;
    }
}
