package io.omerta.scenarios.model;

import io.omerta.sim.stats.SequentialStopping;

/**
 * Replications until a mean is known well enough, in place of a fixed number.
 *
 * @param rule when that is
 * @param metric the metric whose mean it is
 */
public record Precision(SequentialStopping rule, String metric) {}
