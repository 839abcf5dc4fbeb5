/**
 * Replications of one experiment, side by side. The only room of the simulator that uses threads: a simulation runs
 * wholly on one, and nothing of it is shared with another. May import the random streams.
 */
@NullMarked
package io.omerta.sim.replication;

import org.jspecify.annotations.NullMarked;
