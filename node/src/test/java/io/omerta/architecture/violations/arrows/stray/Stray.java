package io.omerta.architecture.violations.arrows.stray;

/** Belongs to no module. */
public interface Stray {}
