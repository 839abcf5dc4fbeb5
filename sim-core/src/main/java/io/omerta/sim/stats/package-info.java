/**
 * Statistics over observations and over replications: accumulators fed while a simulation runs, confidence intervals,
 * warm-up truncation, distributions and their comparison. May import the random streams and the results model; knows
 * nothing of the kernel.
 *
 * <p>Convention: a NaN observation means that a replication observed nothing. Estimates leave it out, and their
 * {@code count} is the number that remained, so the caller can report how many are missing.
 */
@NullMarked
package io.omerta.sim.stats;

import org.jspecify.annotations.NullMarked;
