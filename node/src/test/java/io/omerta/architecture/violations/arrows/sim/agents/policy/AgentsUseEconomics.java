package io.omerta.architecture.violations.arrows.sim.agents.policy;

import io.omerta.architecture.violations.arrows.sim.economics.money.Money;

/** Breaks: sim-agents comes before sim-economics. */
public interface AgentsUseEconomics {
    void use(Money target);
}
