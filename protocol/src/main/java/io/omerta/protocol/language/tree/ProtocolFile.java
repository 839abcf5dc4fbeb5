package io.omerta.protocol.language.tree;

import io.omerta.protocol.language.source.Source;
import java.util.List;

/**
 * A parsed file.
 *
 * @param source its text
 * @param declarations in the order of the text
 * @param comments in the order of the text
 */
public record ProtocolFile(Source source, List<Declaration> declarations, List<Comment> comments) {
    /** Keeps its own copies of the lists. */
    public ProtocolFile {
        declarations = List.copyOf(declarations);
        comments = List.copyOf(comments);
    }
}
