package io.omerta.sim.record;

import java.util.List;
import java.util.Map;

/**
 * Everything that one run of a scenario leaves behind, over all its replications.
 *
 * @param scenario name of the scenario
 * @param title one line for people
 * @param description paragraphs for people, from the scenario file
 * @param completion whether every replication ran to its end
 * @param manifest what is needed to reproduce the run
 * @param resolvedScenario the scenario as it was run, every default written out (YAML)
 * @param verdicts one for each property checked
 * @param metrics measured quantities
 * @param tables tables in reading order
 * @param charts charts in reading order
 * @param notes remarks for the reader, such as what a preset cannot show
 */
public record RunResult(
        String scenario,
        String title,
        String description,
        Completion completion,
        Manifest manifest,
        String resolvedScenario,
        List<Verdict> verdicts,
        List<Metric> metrics,
        List<Table> tables,
        List<Chart> charts,
        List<String> notes) {
    public RunResult {
        verdicts = List.copyOf(verdicts);
        metrics = List.copyOf(metrics);
        tables = List.copyOf(tables);
        charts = List.copyOf(charts);
        notes = List.copyOf(notes);
    }

    /** Whether every replication ran to its end. */
    public enum Completion {
        COMPLETE,
        /** Stopped by the user; replications that had ended are reported, the others are not. */
        INTERRUPTED
    }

    /**
     * @param commit commit of the program, or "unknown"
     * @param dirty whether the working tree differed from that commit
     * @param javaVersion runtime version and vendor
     * @param operatingSystem name, version and architecture
     * @param startedAt wall-clock start, ISO 8601 with offset; not part of any hash
     * @param wallSeconds wall-clock seconds taken; not part of any hash
     * @param seed seed of the experiment
     * @param replications number of replications asked for
     * @param arguments the command line
     * @param replayCommand command that reproduces this run bit for bit
     * @param traceSha256 hash over the traces of all replications in order
     * @param replicationTraces seed and trace hash of each replication that ended, in order
     * @param dependencies library name to version, sorted
     * @param inputs input file to SHA-256, sorted
     */
    public record Manifest(
            String commit,
            boolean dirty,
            String javaVersion,
            String operatingSystem,
            String startedAt,
            double wallSeconds,
            long seed,
            int replications,
            List<String> arguments,
            String replayCommand,
            String traceSha256,
            List<ReplicationTrace> replicationTraces,
            Map<String, String> dependencies,
            Map<String, String> inputs) {}

    /**
     * @param index replication number, from 0
     * @param seed its seed
     * @param events number of events executed
     * @param sha256 trace hash
     */
    public record ReplicationTrace(int index, long seed, long events, String sha256) {}

    /** The outcome of the whole run: violated if any is, else inconclusive if any is, else held. */
    public Outcome outcome() {
        Outcome worst = Outcome.HELD;
        for (Verdict verdict : verdicts) {
            if (verdict.outcome() == Outcome.VIOLATED) {
                return Outcome.VIOLATED;
            }
            if (verdict.outcome() == Outcome.INCONCLUSIVE) {
                worst = Outcome.INCONCLUSIVE;
            }
        }
        return worst;
    }
}
