package io.omerta.protocol.language.check;

import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.tree.ProtocolFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked file.
 *
 * @param file its tree
 * @param imported the files that it imports, directly or not, each after what it imports itself
 * @param model its meaning; null if there is an error
 * @param diagnostics in the order of the text, those of imported files first
 */
public record CheckedProtocol(
        ProtocolFile file, List<ImportedFile> imported, @Nullable ProtocolModel model, List<Diagnostic> diagnostics) {
    public CheckedProtocol {
        imported = List.copyOf(imported);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * The meaning of a file that is known to be without errors.
     *
     * @throws IllegalStateException with all diagnostics if it is not
     */
    public ProtocolModel requireModel() {
        if (model == null) {
            throw new IllegalStateException("the file has errors:\n" + DiagnosticText.render(diagnostics));
        }
        return model;
    }
}
