package io.omerta.architecture.violations.arrows.sim.economics.money;

/** Something in sim-economics. */
public interface Money {}
