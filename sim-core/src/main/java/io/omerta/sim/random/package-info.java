/**
 * Randomness: named streams and the probability laws drawn from them. Imports nothing of the other rooms.
 */
@NullMarked
package io.omerta.sim.random;

import org.jspecify.annotations.NullMarked;
