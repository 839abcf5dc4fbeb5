package io.omerta.scenarios.run;

import io.omerta.sim.record.RunResult;
import java.util.List;

/**
 * A finished run.
 *
 * @param result what is reported
 * @param traces what identifies the traces, in the order of variants and replications
 */
public record RunOutcome(RunResult result, List<ReplicationRecord> traces) {
    public RunOutcome {
        traces = List.copyOf(traces);
    }
}
