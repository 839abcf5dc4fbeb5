package io.omerta.scenarios.run;

import io.omerta.sim.replication.CancellationToken;
import java.time.Clock;

/**
 * How a run is carried out; nothing in here influences its results.
 *
 * @param threads replications at once
 * @param command the command that asked for it
 * @param commit commit of the program, or "unknown"
 * @param dirty whether the sources differed from that commit
 * @param clock for the times in the record
 * @param progress told how far the run has come
 * @param cancellation ends the run early
 * @param traces sees traces as they are made
 */
public record RunContext(
        int threads,
        RunCommandLine command,
        String commit,
        boolean dirty,
        Clock clock,
        RunProgress progress,
        CancellationToken cancellation,
        TraceSinks traces) {
    /** Told how far a run has come, on the thread that runs it. */
    @FunctionalInterface
    public interface RunProgress {
        /**
         * @param variant name of the variant being run, or ""
         * @param completed replications finished, of all variants
         * @param total replications asked for, of all variants
         * @param events events executed in this variant
         */
        void progress(String variant, int completed, int total, long events);
    }

    /** Gives the watch for the traces of a variant. */
    @FunctionalInterface
    public interface TraceSinks {
        ScenarioReplication.TraceWatch of(String variant);
    }
}
