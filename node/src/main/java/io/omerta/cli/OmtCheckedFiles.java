package io.omerta.cli;

import io.omerta.protocol.language.check.CheckedProtocol;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Severity;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Protocol files that a command makes something from, checked. */
final class OmtCheckedFiles {
    /** The file of a transaction, which its directory has the name of. */
    private static final String TRANSACTION = "transaction";

    private final Map<Path, CheckedProtocol> protocols = new LinkedHashMap<>();

    OmtCheckedFiles(OmtFiles files, List<OmtFiles.Chosen> chosen, OmtRoot root) {
        chosen.forEach(file ->
                protocols.put(file.path(), Checker.check(files.source(file.path()), root.imports(files, file))));
    }

    /** What was checked, by file. */
    Map<Path, CheckedProtocol> protocols() {
        return protocols;
    }

    /** Whether no file has an error; if one has, that is told. */
    boolean areGood(Terminal terminal) {
        List<Diagnostic> errors = protocols.values().stream()
                .flatMap(protocol -> protocol.diagnostics().stream())
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .distinct()
                .toList();
        if (errors.isEmpty()) {
            return true;
        }
        terminal.err().stream()
                .print(DiagnosticText.render(errors, terminal.err().colour()));
        terminal.err().println("nothing was written; correct the errors, or see them all with \"omerta omt lint\"");
        return false;
    }

    /** What a file is called: by its own name, or by that of its directory. */
    static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = name.endsWith(OmtFiles.EXTENSION)
                ? name.substring(0, name.length() - OmtFiles.EXTENSION.length())
                : name;
        Path directory = file.resolveSibling("").getFileName();
        return stem.equals(TRANSACTION) && directory != null ? directory.toString() : stem;
    }
}
