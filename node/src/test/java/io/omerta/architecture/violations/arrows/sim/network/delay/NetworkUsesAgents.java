package io.omerta.architecture.violations.arrows.sim.network.delay;

import io.omerta.architecture.violations.arrows.sim.agents.search.Search;

/** Breaks: sim-network comes before sim-agents. */
public interface NetworkUsesAgents {
    void use(Search target);
}
