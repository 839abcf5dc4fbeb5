package io.omerta.sim.economics.market.book;

/** What operators of data centres do when volunteers take hours from them. */
public enum CloudResponse {
    /** They move their prices by how busy they are, and no faster than without volunteers. */
    NONE,
    /** While less than half of their capacity is busy they ask what a used hour costs them, without capital. */
    PRICE_CUT
}
