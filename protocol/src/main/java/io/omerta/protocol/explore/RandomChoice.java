package io.omerta.protocol.explore;

/** Port: random numbers of a named stream. */
@FunctionalInterface
public interface RandomChoice {
    /** Uniform in [0, bound). */
    int below(int bound);
}
