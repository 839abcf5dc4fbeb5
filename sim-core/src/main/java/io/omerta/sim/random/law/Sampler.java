package io.omerta.sim.random.law;

import io.omerta.sim.random.RandomStream;

/** A source of real random variates. Takes exactly one draw from the stream for each variate. */
public interface Sampler {
    /** The next variate. */
    double sample(RandomStream stream);
}
