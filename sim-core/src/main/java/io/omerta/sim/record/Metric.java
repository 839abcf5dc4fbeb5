package io.omerta.sim.record;

import java.util.List;

/**
 * One measured quantity.
 *
 * @param name machine name, dotted lower case, such as "propagation.t50"
 * @param label name for people
 * @param unit unit symbol, such as "ms", or "" for a pure number
 * @param perReplication the value of each replication in order; NaN where a replication observed nothing
 * @param estimate over replications
 */
public record Metric(String name, String label, String unit, List<Double> perReplication, Estimate estimate) {
    public Metric {
        perReplication = List.copyOf(perReplication);
    }
}
