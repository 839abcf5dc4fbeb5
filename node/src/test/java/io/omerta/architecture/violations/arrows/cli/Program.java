package io.omerta.architecture.violations.arrows.cli;

/** Something in the command line. */
public interface Program {}
