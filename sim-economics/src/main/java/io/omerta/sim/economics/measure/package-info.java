/** Figures that describe a distribution over identities. */
@NullMarked
package io.omerta.sim.economics.measure;

import org.jspecify.annotations.NullMarked;
