/**
 * Runs scenarios: builds the model of each replication, runs replications side by side, puts their findings together,
 * and keeps what a run leaves in its directory. May import every simulation module and the reports.
 */
@NullMarked
package io.omerta.scenarios.run;

import org.jspecify.annotations.NullMarked;
