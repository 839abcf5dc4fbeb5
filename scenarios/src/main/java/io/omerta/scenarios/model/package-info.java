/** A scenario as a value: what the loader makes of a scenario file and the runner carries out. */
@NullMarked
package io.omerta.scenarios.model;

import org.jspecify.annotations.NullMarked;
