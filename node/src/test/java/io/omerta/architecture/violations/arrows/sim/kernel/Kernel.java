package io.omerta.architecture.violations.arrows.sim.kernel;

/** Something in sim-core. */
public interface Kernel {}
