package io.omerta.architecture.violations.arrows.sim.agents.search;

/** Something in sim-agents. */
public interface Search {}
