/**
 * The two published markets with posted prices, as they were described: whether reliability pays, and what home providers do to
 * the operators of data centres.
 */
@NullMarked
package io.omerta.sim.economics.market.posted;

import org.jspecify.annotations.NullMarked;
