package io.omerta.architecture.violations.arrows.sim.stats;

import io.omerta.architecture.violations.arrows.protocol.wire.Message;

/** Breaks: the kernel knows no protocol. */
public interface CoreUsesProtocol {
    void use(Message target);
}
