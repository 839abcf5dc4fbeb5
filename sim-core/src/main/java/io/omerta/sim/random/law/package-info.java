/**
 * Probability laws: their moments, distribution and quantile functions, and samplers driven by named streams. Imports
 * only the streams.
 */
@NullMarked
package io.omerta.sim.random.law;

import org.jspecify.annotations.NullMarked;
