package io.omerta.architecture.violations.arrows.sim.network.region;

/** Something in sim-network. */
public interface Region {}
