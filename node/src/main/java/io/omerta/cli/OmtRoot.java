package io.omerta.cli;

import io.omerta.protocol.language.check.ImportSource;
import io.omerta.scenarios.model.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where imports are looked for. */
final class OmtRoot {
    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "Look for imports here (default: beside each file, and in the directories around it"
                    + " up to the present one).")
    private @Nullable Path root;

    /**
     * The imports of a file.
     *
     * @throws InvalidInputException if the directory told does not exist
     */
    ImportSource imports(OmtFiles files, OmtFiles.Chosen file) {
        if (root == null) {
            return OmtImports.around(files, file);
        }
        if (!Files.isDirectory(root)) {
            throw new InvalidInputException(
                    root + " is not a directory; give --root the directory that imports are in");
        }
        return OmtImports.within(files, root.toAbsolutePath().normalize());
    }
}
