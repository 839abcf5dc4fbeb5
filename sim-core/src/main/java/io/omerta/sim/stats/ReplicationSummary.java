package io.omerta.sim.stats;

import io.omerta.sim.record.Metric;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what each replication measured into metrics over all of them. */
public final class ReplicationSummary {
    private ReplicationSummary() {}

    /** {@link #metrics(List, double)} at the level 0.95. */
    public static List<Metric> metrics(List<List<Observation>> replications) {
        return metrics(replications, ConfidenceLevel.DEFAULT);
    }

    /**
     * One metric per name, with its mean over replications and a Student t interval, in the order in which the names
     * first appear. The result depends on the order of the replications, not on which of them finished first.
     *
     * @param replications the observations of each replication, in order of the replications; one that lacks a name
     *     counts as NaN
     * @param level confidence level in (0, 1)
     * @throws IllegalArgumentException if a replication observes a name twice, or two of them disagree on its label or
     *     unit
     */
    public static List<Metric> metrics(List<List<Observation>> replications, double level) {
        ConfidenceLevel.check(level);
        Map<String, Row> rows = new LinkedHashMap<>();
        for (int replication = 0; replication < replications.size(); replication++) {
            for (Observation observation : replications.get(replication)) {
                rows.computeIfAbsent(observation.name(), name -> new Row(observation, replications.size()))
                        .set(replication, observation);
            }
        }
        return rows.values().stream().map(row -> row.metric(level)).toList();
    }

    /** One quantity over all replications. */
    private static final class Row {
        private final Observation first;
        private final double[] values;
        private int lastReplication = -1;

        Row(Observation first, int replications) {
            this.first = first;
            this.values = new double[replications];
            Arrays.fill(values, Double.NaN);
        }

        void set(int replication, Observation observation) {
            if (!first.label().equals(observation.label()) || !first.unit().equals(observation.unit())) {
                throw new IllegalArgumentException("replication " + replication + " measures " + first.name() + " as \""
                        + observation.label() + "\" in \"" + observation.unit() + "\", but it was first measured as \""
                        + first.label() + "\" in \"" + first.unit() + "\"; give each quantity a name of its own");
            }
            if (lastReplication == replication) {
                throw new IllegalArgumentException("replication " + replication + " measures " + first.name()
                        + " twice; summarise it within the replication first");
            }
            values[replication] = observation.value();
            lastReplication = replication;
        }

        Metric metric(double level) {
            return new Metric(
                    first.name(),
                    first.label(),
                    first.unit(),
                    Arrays.stream(values).boxed().toList(),
                    MeanInterval.studentT(values, level));
        }
    }
}
