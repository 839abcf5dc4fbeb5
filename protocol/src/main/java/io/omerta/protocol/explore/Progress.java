package io.omerta.protocol.explore;

/** Port: is told how far an exploration has come, every few thousand moves, and may end it. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody and never ends. */
    Progress NONE = (states, transitions, depth) -> true;

    /** Whether to go on. */
    boolean goesOn(int states, long transitions, int depth);
}
