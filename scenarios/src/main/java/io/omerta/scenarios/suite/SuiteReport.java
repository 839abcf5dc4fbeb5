package io.omerta.scenarios.suite;

import io.omerta.scenarios.model.Suite;
import io.omerta.scenarios.run.FigureChecks;
import io.omerta.scenarios.run.RunOutcome;
import io.omerta.scenarios.run.TraceHash;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.RunResult;
import io.omerta.sim.record.RunResult.Completion;
import io.omerta.sim.record.RunResult.ReplicationTrace;
import io.omerta.sim.record.Table;
import io.omerta.sim.record.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Puts the results of the scenarios of a suite together. */
public final class SuiteReport {
    /** Identifier of the table of scenarios. */
    public static final String SCENARIOS_TABLE = "scenarios";

    private static final List<String> FIGURE_COLUMNS =
            List.of("figure", "variant", "published", "tolerance", "measured", "verdict", "expected", "outcome");

    private SuiteReport() {}

    /**
     * A scenario that was run.
     *
     * @param outcome what it gave
     * @param directory where its own report is
     */
    public record Member(RunOutcome outcome, Path directory) {
        private RunResult result() {
            return outcome.result();
        }
    }

    /**
     * The results of a suite as one: the verdicts of all, a table of the scenarios and one of all published figures.
     *
     * @param members what was run, in order; at least one
     * @param arguments the command line
     * @param replayCommand command that runs the suite again
     */
    public static RunResult of(Suite suite, List<Member> members, List<String> arguments, String replayCommand) {
        boolean complete = members.size() == suite.files().size()
                && members.stream().allMatch(member -> member.result().completion() == Completion.COMPLETE);
        List<Verdict> verdicts = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Member member : members) {
            member.result()
                    .verdicts()
                    .forEach(verdict -> verdicts.add(named(member.result().scenario(), verdict)));
            notes.add(member.result().scenario() + ": full report in " + member.directory());
        }
        List<Table> tables = new ArrayList<>(List.of(scenarios(members)));
        List<List<String>> figures =
                members.stream().flatMap(member -> figures(member).stream()).toList();
        if (!figures.isEmpty()) {
            tables.add(new Table(
                    FigureChecks.TABLE,
                    "All published figures",
                    "Each published value of every scenario beside the mean over replications with half the width of its"
                            + " confidence interval, and whether it comes out as the scenario expects.",
                    FIGURE_COLUMNS,
                    figures));
        }
        return new RunResult(
                suite.name(),
                suite.title(),
                suite.description(),
                complete ? Completion.COMPLETE : Completion.INTERRUPTED,
                manifest(suite, members, arguments, replayCommand),
                suite.resolvedYaml(),
                verdicts,
                List.of(),
                tables,
                List.of(),
                notes);
    }

    private static Verdict named(String scenario, Verdict verdict) {
        return new Verdict(
                scenario + "/" + verdict.id(),
                verdict.kind(),
                scenario + ": " + verdict.statement(),
                verdict.outcome(),
                verdict.measured(),
                verdict.evidence(),
                verdict.replay());
    }

    private static Table scenarios(List<Member> members) {
        List<List<String>> rows = new ArrayList<>();
        for (Member member : members) {
            RunResult result = member.result();
            List<List<String>> figures = figures(member);
            int outcome = FIGURE_COLUMNS.indexOf("outcome");
            long held = figures.stream()
                    .filter(row -> row.get(outcome).equals(words(Outcome.HELD)))
                    .count();
            rows.add(List.of(
                    result.scenario(),
                    words(result.outcome()),
                    Integer.toString(result.manifest().replicationTraces().size()),
                    figures.isEmpty() ? "0" : held + " of " + figures.size(),
                    String.format(Locale.ROOT, "%.1f", result.manifest().wallSeconds())));
        }
        return new Table(
                SCENARIOS_TABLE,
                "Scenarios",
                "What was run, how many of its published figures came out as expected, and how long it took.",
                List.of("scenario", "outcome", "replications", "figures as expected", "seconds"),
                rows);
    }

    /** The rows of a scenario's table of figures, each with every column, and the scenario before the figure. */
    private static List<List<String>> figures(Member member) {
        List<List<String>> rows = new ArrayList<>();
        for (Table table : member.result().tables()) {
            if (!table.id().equals(FigureChecks.TABLE)) {
                continue;
            }
            for (List<String> row : table.rows()) {
                List<String> whole = new ArrayList<>();
                for (String column : FIGURE_COLUMNS) {
                    int index = table.columns().indexOf(column);
                    whole.add(index < 0 ? "" : row.get(index));
                }
                whole.set(0, member.result().scenario() + ": " + whole.get(0));
                rows.add(whole);
            }
        }
        return rows;
    }

    private static String words(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static RunResult.Manifest manifest(
            Suite suite, List<Member> members, List<String> arguments, String replayCommand) {
        RunResult.Manifest first = members.get(0).result().manifest();
        List<ReplicationTrace> traces = new ArrayList<>();
        Map<String, String> inputs = new TreeMap<>();
        inputs.put(suite.input().path(), suite.input().sha256());
        double seconds = 0;
        int replications = 0;
        for (Member member : members) {
            RunResult.Manifest own = member.result().manifest();
            traces.addAll(own.replicationTraces());
            inputs.putAll(own.inputs());
            seconds += own.wallSeconds();
            replications += own.replications();
        }
        return new RunResult.Manifest(
                first.commit(),
                first.dirty(),
                first.javaVersion(),
                first.operatingSystem(),
                first.startedAt(),
                seconds,
                first.seed(),
                replications,
                arguments,
                replayCommand,
                TraceHash.ofSuite(members.stream().map(Member::result).toList()),
                traces,
                first.dependencies(),
                inputs);
    }
}
