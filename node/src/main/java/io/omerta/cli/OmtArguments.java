package io.omerta.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The protocol files that a command works on. */
final class OmtArguments {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "Protocol file, or a directory for all .omt files in it and below.")
    private List<Path> paths = new ArrayList<>();

    /** Files and directories as the user wrote them. */
    List<Path> paths() {
        return paths;
    }
}
