/** What markets for compute have in common: what a price does, and what is left over for whom. */
@NullMarked
package io.omerta.sim.economics.market;

import org.jspecify.annotations.NullMarked;
