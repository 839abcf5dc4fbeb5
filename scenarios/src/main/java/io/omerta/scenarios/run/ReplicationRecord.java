package io.omerta.scenarios.run;

import io.omerta.sim.kernel.Trace;
import io.omerta.sim.record.RunResult.ReplicationTrace;

/**
 * What identifies the trace of one replication, kept in the run directory so that runs can be compared later.
 *
 * @param variant name of the variant, or "" for a scenario without variants
 * @param trace index, seed, number of events and hash
 * @param marks digests of prefixes
 */
public record ReplicationRecord(String variant, ReplicationTrace trace, Trace.Marks marks) {}
