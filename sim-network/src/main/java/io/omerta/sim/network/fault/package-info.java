/** What can go wrong, as data with a time, and the state of what is going wrong now. */
@NullMarked
package io.omerta.sim.network.fault;

import org.jspecify.annotations.NullMarked;
