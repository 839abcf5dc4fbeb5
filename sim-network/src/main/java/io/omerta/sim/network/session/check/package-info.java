/** Properties that are checked of all sessions of a run, each in a class of its own. */
@NullMarked
package io.omerta.sim.network.session.check;

import org.jspecify.annotations.NullMarked;
