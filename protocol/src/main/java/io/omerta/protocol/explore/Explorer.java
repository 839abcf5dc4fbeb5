package io.omerta.protocol.explore;

import io.omerta.protocol.wire.Fingerprint;
import io.omerta.protocol.wire.StructuralHash;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

    /** Members that are treated otherwise than others of their role. */
    private final List<Member> named;

    private final ActorGraphs graphs;
    private final Reactions reactions;
    private final Adversary adversary;
    private final TimeoutLiveness timeouts;
    private final Visibility visibility;
    private final MoveText text;

    /** @throws IllegalArgumentException if the setup does not fit the transaction; its message is for people */
    public Explorer(Setup setup) {
        this.setup = setup;
        this.session = new Session(setup.transaction(), setup.instances(), setup.byzantine(), terms);
        Domains domains = new Domains(session, terms);
        ValueText values = new ValueText(session, terms);
        CallText callText = new CallText(session, domains, values);
        this.calls = callText.calls(setup.calls());
        this.named = callText.isCut() ? session.members() : named(session, setup);
        HostAnswers host = new HostAnswers(setup.transaction().model(), session, terms, domains, setup.answers());
        this.graphs = new ActorGraphs(setup.transaction().model());
        this.reactions =
                new Reactions(session, terms, host, setup.transaction().model().messages(), graphs);
        this.adversary = new Adversary(
                session, terms, domains, reactions, setup.transaction().model().messages());
        this.timeouts = new TimeoutLiveness(reactions);
        this.visibility = new Visibility(setup.transaction());
        this.text = new MoveText(session, values);
    }

    /**
     * Explores all runs, those of fewer moves first, until a property is violated.
     *
     * @param reduced whether to leave out what makes no difference, see {@link Reduction}
     */
    public Report explore(Faults faults, Bounds bounds, boolean reduced, Progress progress) {
        return explore(faults, bounds, reduced ? Reduction.STATES_AND_ORDERS : Reduction.NONE, progress);
    }

    /**
     * Explores all runs, those of fewer moves first, until a property is violated. No move of the counterexample can be
     * left out; if orders of moves are not left out, none is shorter.
     *
     * @param faults that each run may have
     */
    public Report explore(Faults faults, Bounds bounds, Reduction reduction, Progress progress) {
        Report report = null;
        while (report == null) {
            report = search(faults, bounds, reduction, progress);
        }
        return report;
    }

    /** One search. Null if it has relied on graphs that have turned out to lack something. */
    private @Nullable Report search(Faults faults, Bounds bounds, Reduction reduction, Progress progress) {
        boolean reduced = reduction != Reduction.NONE;
        Successors successors = successors();
        Checks checks = checks();
        Coverage coverage = new Coverage(setup.transaction().machines());
        StubbornSets stubborn = reduction == Reduction.STATES_AND_ORDERS ? stubborn() : null;
        Expansion expansion = new Expansion(successors, reduced, stubborn);
        BreadthFirst search = new BreadthFirst(
                expansion,
                checks,
                coverage,
                fingerprints(reduced),
                bounds,
                progress,
                stubborn == null ? () -> 0 : graphs::version);
        BreadthFirst.Found found = search.run(beginnings(successors, faults));
        if (search.isOutdated() && found == null) {
            return null;
        }
        noticeCuts(coverage);
        return new Report(
                search.visited().size(),
                search.transitions(),
                search.depth(),
                search.isComplete(),
                checks.names(),
                found == null
                        ? null
                        : counterexample(
                                faults, new Runs(successors, checks, text, faults).found(search, expansion, found)),
                coverage.unreached(roles()),
                coverage.notices());
    }

    /**
     * Makes random runs, until one of them violates a property.
     *
     * @param faults that each run may have
     * @param count how many runs
     * @param depth moves of a run
     */
    public Report walk(Faults faults, int count, int depth, RandomChoice random, Progress progress) {
        Successors successors = successors();
        Checks checks = checks();
        Coverage coverage = new Coverage(setup.transaction().machines());
        Walks walks = new Walks(successors, checks, coverage, random, depth);
        Runs.Run violating = walks.run(beginnings(successors, faults), count, progress);
        noticeCuts(coverage);
        return new Report(
                0,
                walks.transitions(),
                walks.depth(),
                false,
                checks.names(),
                violating == null ? null : counterexample(faults, violating),
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
        Successors successors = successors();
        beginnings(successors, faults);
        Runs.Run run = new Runs(successors, checks(), text, faults).replay(moves);
        return told(run);
    }

    private void noticeCuts(Coverage coverage) {
        adversary.cut().forEach(message -> coverage.notice("liars try only some bodies of " + message));
    }

    private @Nullable Counterexample counterexample(Faults faults, Runs.Run run) {
        return told(new Minimiser(new Runs(successors(), checks(), text, faults)).minimise(run));
    }

    private @Nullable Counterexample told(Runs.Run run) {
        Violation violation = run.violation();
        return violation == null
                ? null
                : new Counterexample(
                        violation,
                        run.moves().stream().map(text::of).toList(),
                        SequenceChart.of(session.members(), run));
    }

    private Successors successors() {
        return new Successors(session, reactions, calls, adversary, setup);
    }

    private boolean ticks() {
        return setup.timers() == Setup.Timers.TICKS;
    }

    private @Nullable StubbornSets stubborn() {
        return graphs.isEmpty() ? null : new StubbornSets(session, graphs, calls, visibility, setup);
    }

    private Function<SystemState, Fingerprint> fingerprints(boolean reduced) {
        if (reduced && session.members().size() <= Naming.MEMBERS_MAX) {
            ListOrder order = new ListOrder(setup.transaction().model());
            return new Canonical(session, terms, order, calls, named, setup.ordered(), ticks())::fingerprint;
        }
        StructuralHash hash = new StructuralHash();
        return state -> state.fingerprint(hash, setup.ordered());
    }

    /** The members that calls and answers name. */
    private static List<Member> named(Session session, Setup setup) {
        List<String> texts = new ArrayList<>(setup.calls());
        setup.answers().values().forEach(texts::addAll);
        return session.members().stream()
                .filter(member -> texts.stream().anyMatch(line -> line.contains(member.name())))
                .toList();
    }

    /** The beginnings, in which members may rest. */
    private List<Successor> beginnings(Successors successors, Faults faults) {
        List<Successor> beginnings = successors.beginnings(faults);
        for (Successor beginning : beginnings) {
            for (ActorState actor : beginning.next().actors) {
                timeouts.addBeginning(actor);
            }
        }
        return beginnings;
    }

    private Checks checks() {
        return new Checks(
                session,
                terms,
                setup.transaction().properties(),
                timeouts,
                visibility,
                setup.punctual(),
                !calls.isEmpty());
    }

    private Set<String> roles() {
        Set<String> roles = new LinkedHashSet<>();
        session.members().forEach(member -> roles.add(member.role()));
        return roles;
    }
}
