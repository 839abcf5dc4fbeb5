package io.omerta.sim.study;

import io.omerta.sim.record.Chart;
import java.util.List;

/**
 * One replication's share of a chart. Every replication of a study gives the same panels; a panel knows how to draw the
 * chart of all of them.
 */
public interface Panel {
    /** Identifier of the chart. */
    String id();

    /**
     * The chart over replications.
     *
     * @param all this panel of every replication that gave one, in order; never empty
     * @param level confidence level of bands and error bars
     */
    Chart chart(List<Panel> all, double level);

    /** Whether there is nothing to draw; a chart is left out if all replications say so. */
    default boolean isEmpty() {
        return false;
    }

    /** The panels as their own type; a study whose replications give different kinds under one name is a defect. */
    static <P extends Panel> List<P> cast(List<Panel> all, Class<P> type) {
        return all.stream().map(type::cast).toList();
    }
}
