package io.omerta.architecture.violations.arrows.sim.economics.market;

import io.omerta.architecture.violations.arrows.sim.network.region.Region;

/** Breaks: markets know no links. */
public interface EconomicsUsesNetwork {
    void use(Region target);
}
