package io.omerta.protocol.explore;

/** What a search leaves out. The verdict is the same with all of them. */
public enum Reduction {
    /** Nothing: the number of states is exact. */
    NONE,
    /**
     * States that differ in nothing that matters: in which of several interchangeable members is which, in the order of
     * lists that nobody looks at, in messages that nobody will ever await.
     */
    STATES,
    /** Those, and orders of moves of different members that make no difference. */
    STATES_AND_ORDERS
}
