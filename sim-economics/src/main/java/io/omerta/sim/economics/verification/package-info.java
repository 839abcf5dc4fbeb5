/** Panels of verifiers: who is chosen, how often they are wrong, and when colluding ones hold a majority. */
@NullMarked
package io.omerta.sim.economics.verification;

import org.jspecify.annotations.NullMarked;
