package io.omerta.architecture.violations.arrows.reports.chart;

import io.omerta.architecture.violations.arrows.sim.kernel.Kernel;

/** Breaks: reports see the results model only. */
public interface ReportsUseKernel {
    void use(Kernel target);
}
