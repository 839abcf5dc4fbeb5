/** The controller that watches the economy and moves its parameters. */
@NullMarked
package io.omerta.sim.economics.policy;

import org.jspecify.annotations.NullMarked;
