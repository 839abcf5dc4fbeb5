/** Propagation delay: the laws that spread a delay around its mean, ready to sample for every pair of regions. */
@NullMarked
package io.omerta.sim.network.delay;

import org.jspecify.annotations.NullMarked;
