package io.omerta.protocol.language.check;

import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.tree.ProtocolFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked file.
 *
 * @param file its tree
 * @param model its meaning; null if there is an error
 * @param diagnostics in the order of the text, those of imported files first
 */
public record CheckedProtocol(ProtocolFile file, @Nullable ProtocolModel model, List<Diagnostic> diagnostics) {
    public CheckedProtocol {
        diagnostics = List.copyOf(diagnostics);
    }
}
