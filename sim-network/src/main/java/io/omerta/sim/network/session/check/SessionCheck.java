package io.omerta.sim.network.session.check;

/** A property of all sessions, checked after every event. Sees honest nodes only; changes nothing. */
public interface SessionCheck {
    /** Machine name, unique among the checks. */
    String id();

    /** The property in words. */
    String statement();

    Findings findings();

    default void stepped(SessionStep step) {}

    default void signed(SignedBlock block) {}

    /** A node signed a block at a height at which it had signed another. */
    default void forked(SignedBlock block) {}

    /** The run is over. */
    default void ended(SessionBook book) {}
}
