package io.omerta.sim.economics.doublespend;

/** What fixes the time at which a flooded message reaches a node. */
public enum Marking {
    /** The first peer to have it: nobody faster is waited for. So do the published programs, which is not the shortest way. */
    FIRST_DISCOVERER,

    /** The fastest way, as in a network. */
    EARLIEST_ARRIVAL
}
