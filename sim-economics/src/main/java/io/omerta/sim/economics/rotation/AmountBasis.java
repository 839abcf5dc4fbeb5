package io.omerta.sim.economics.rotation;

/** What counts as the amount of a transfer when large ones cost more. */
public enum AmountBasis {
    /** Nothing: large transfers cost no more than small ones. */
    NONE,

    /** Each transfer by itself, as published; whoever splits a large one into small ones pays nothing. */
    SINGLE_TRANSFER,

    /**
     * All that the same sender sent the same receiver within the window: a transfer is charged what it adds to the charge on
     * their sum, so that splitting changes nothing.
     */
    CUMULATIVE
}
