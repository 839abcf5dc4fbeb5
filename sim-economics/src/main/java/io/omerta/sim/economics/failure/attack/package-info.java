/** One attack in each class. */
@NullMarked
package io.omerta.sim.economics.failure.attack;

import org.jspecify.annotations.NullMarked;
