package io.omerta.sim.stats;

/**
 * What one replication measured of one quantity.
 *
 * @param name machine name, dotted lower case, such as "propagation.t50"
 * @param label name for people
 * @param unit unit symbol, such as "ms", or "" for a pure number
 * @param value the measurement in that unit; NaN where the replication observed nothing
 */
public record Observation(String name, String label, String unit, double value) {}
