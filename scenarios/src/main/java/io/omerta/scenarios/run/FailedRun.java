package io.omerta.scenarios.run;

import io.omerta.sim.replication.ReplicationFailure;

/** A run that ended with an error inside the simulation. The message tells what, when and how to see it again. */
public final class FailedRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedRun(String scenario, String variant, ReplicationFailure failure, RunCommandLine command) {
        super(
                scenario + (variant.isEmpty() ? "" : ", variant " + variant) + ": " + failure.getMessage()
                        + "\nreplay: " + command.ofReplication(variant, failure.seed()),
                failure);
    }
}
