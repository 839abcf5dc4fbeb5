package io.omerta.sim.network;

/** How messages share the links of a node. */
public enum Contention {
    /** They do not: each message has the whole link to itself. */
    NONE,
    /** First in, first out: on the sender's uplink, then on the receiver's downlink. */
    QUEUES
}
