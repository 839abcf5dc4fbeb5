package io.omerta.architecture.violations.arrows.scenarios.load;

import io.omerta.architecture.violations.arrows.cli.Program;

/** Breaks: scenarios know no command line. */
public interface ScenariosUseProgram {
    void use(Program target);
}
