package io.omerta.architecture.violations.arrows.protocol.wire;

/** Something in protocol. */
public interface Message {}
