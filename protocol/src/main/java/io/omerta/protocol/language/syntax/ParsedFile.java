package io.omerta.protocol.language.syntax;

import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Severity;
import io.omerta.protocol.language.tree.ProtocolFile;
import java.util.List;

/**
 * What parsing gives.
 *
 * @param file the tree; where something was malformed, without the innermost item that holds the fault
 * @param diagnostics the faults in the order of the text
 */
public record ParsedFile(ProtocolFile file, List<Diagnostic> diagnostics) {
    /** Keeps its own copy of the diagnostics. */
    public ParsedFile {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether the file is free of errors, so that its tree is all that was written. */
    public boolean isWhole() {
        return diagnostics.stream().noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
