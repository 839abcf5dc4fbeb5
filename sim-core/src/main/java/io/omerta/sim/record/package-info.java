/**
 * The results model: what one run leaves behind, as data. Scenario runners fill it, reports read it; neither knows the
 * other. Nothing here computes.
 */
@NullMarked
package io.omerta.sim.record;

import org.jspecify.annotations.NullMarked;
