package io.omerta.architecture.violations.arrows.sim.random;

import io.omerta.architecture.violations.arrows.sim.network.region.Region;

/** Breaks: sim-core comes before sim-network, though its prefix is shorter. */
public interface CoreUsesNetwork {
    void use(Region target);
}
