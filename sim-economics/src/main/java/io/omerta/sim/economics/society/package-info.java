/** Identities that live, trade and cheat together, one day after another. */
@NullMarked
package io.omerta.sim.economics.society;

import org.jspecify.annotations.NullMarked;
