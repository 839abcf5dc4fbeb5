/**
 * Several scenarios run as one, with one summary of all published figures. May import the model, the loader's results and
 * the runner.
 */
@NullMarked
package io.omerta.scenarios.suite;

import org.jspecify.annotations.NullMarked;
