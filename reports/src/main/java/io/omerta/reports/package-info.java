/**
 * Writes what a run leaves behind: the report page, its charts, the data files and the files that CI systems read. The
 * only input is the results model of {@code io.omerta.sim.record}; of the simulator nothing else may be imported.
 */
@NullMarked
package io.omerta.reports;

import org.jspecify.annotations.NullMarked;
