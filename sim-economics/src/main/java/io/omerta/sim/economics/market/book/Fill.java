package io.omerta.sim.economics.market.book;

/**
 * Part of two orders that met.
 *
 * @param resting the order that was in the book
 * @param incoming the order that came in
 * @param hours how many, at least 1
 * @param priceMicros per hour: that of the resting order
 */
public record Fill(long resting, long incoming, int hours, long priceMicros) {}
