package io.omerta.scenarios.run;

import io.omerta.sim.replication.ReplicationFailure;

/** A replication of a run failed. The message tells which, under which seed and why; the cause is what it threw. */
public final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String replay;

    RunFailure(String variant, ReplicationFailure failure, String replay) {
        super((variant.isEmpty() ? "" : "variant " + variant + ", ") + failure.getMessage(), failure.getCause());
        this.replay = replay;
    }

    /** Command that runs the replication alone. */
    public String replay() {
        return replay;
    }
}
