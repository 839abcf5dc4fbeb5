/** Who is linked to whom. */
@NullMarked
package io.omerta.sim.network.overlay;

import org.jspecify.annotations.NullMarked;
