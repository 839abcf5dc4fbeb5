package io.omerta.architecture.violations.arrows.protocol.host;

import io.omerta.architecture.violations.arrows.sim.kernel.Kernel;

/** Breaks: the protocol knows no simulator. */
public interface ProtocolUsesSimulator {
    void use(Kernel target);
}
