package io.omerta.architecture.violations.arrows.cli.run;

import io.omerta.architecture.violations.arrows.stray.Stray;

/** Breaks: the command line sees modules only. */
public interface ProgramUsesStray {
    void use(Stray target);
}
