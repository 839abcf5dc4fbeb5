package io.omerta.sim.study;

import io.omerta.sim.kernel.Trace;
import io.omerta.sim.record.RunResult.ReplicationTrace;
import io.omerta.sim.stats.Observation;
import java.util.List;

/**
 * What one replication leaves behind.
 *
 * @param trace its seed, number of events and hash
 * @param marks digests of the prefixes of its trace
 * @param observations single values
 * @param panels shares of charts
 * @param checks properties that were checked in it
 */
public record ReplicationFindings(
        ReplicationTrace trace,
        Trace.Marks marks,
        List<Observation> observations,
        List<Panel> panels,
        List<Check> checks) {
    public ReplicationFindings {
        observations = List.copyOf(observations);
        panels = List.copyOf(panels);
        checks = List.copyOf(checks);
    }

    /**
     * A property that must hold in every replication.
     *
     * @param id machine name
     * @param statement the property in words
     * @param held whether it did
     * @param measured what was found, in words
     */
    public record Check(String id, String statement, boolean held, String measured) {}
}
