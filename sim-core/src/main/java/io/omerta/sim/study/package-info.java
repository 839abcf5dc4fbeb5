/**
 * From replications to a study: what one replication shows, and how replications are put together into metrics, charts
 * and verdicts of the results model.
 */
@NullMarked
package io.omerta.sim.study;

import org.jspecify.annotations.NullMarked;
