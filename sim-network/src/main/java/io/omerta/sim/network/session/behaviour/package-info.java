/** How nodes misbehave: each behaviour is a machine in place of, or around, the honest one. */
@NullMarked
package io.omerta.sim.network.session.behaviour;

import org.jspecify.annotations.NullMarked;
