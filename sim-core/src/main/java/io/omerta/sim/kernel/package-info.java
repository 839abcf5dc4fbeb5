/**
 * The event kernel: an ordered queue of primitive events, the clock they move, the hash of what happened, and the DSOL
 * simulator around it. May import nothing of the other rooms.
 *
 * <p>Events are executed in the order of (time, source entity, the source's own counter). This order does not depend on
 * the queue, on slicing a run, or on who else schedules, and events of one source for one time are first in, first out.
 */
@NullMarked
package io.omerta.sim.kernel;

import org.jspecify.annotations.NullMarked;
