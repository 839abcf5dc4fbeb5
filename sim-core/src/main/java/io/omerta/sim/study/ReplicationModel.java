package io.omerta.sim.study;

import io.omerta.sim.stats.Observation;
import java.util.List;

/** What happens in one replication: it schedules itself on a kernel, and says at the end what was seen. */
public interface ReplicationModel {
    /** Schedules the first events. */
    void start();

    /**
     * Whether all there was to do is done. A model that becomes finished stops the kernel; one that never is ends with the
     * duration of the run, or when nothing is left to happen.
     */
    boolean finished();

    /** The warm-up is over: what was observed so far does not count. */
    default void warmUpEnded() {}

    /** Single values, once the run has ended. */
    List<Observation> observations();

    /** Shares of charts, once the run has ended. */
    List<Panel> panels();

    /** Properties that were checked, once the run has ended. */
    default List<ReplicationFindings.Check> checks() {
        return List.of();
    }
}
