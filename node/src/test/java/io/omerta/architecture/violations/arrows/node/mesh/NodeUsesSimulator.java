package io.omerta.architecture.violations.arrows.node.mesh;

import io.omerta.architecture.violations.arrows.sim.kernel.Kernel;

/** Breaks: the live node ships without the simulator. */
public interface NodeUsesSimulator {
    void use(Kernel target);
}
