package io.omerta.protocol.language.model;

import java.util.List;

/**
 * A block for an actor's own chain.
 *
 * @param writers roles that may append it
 */
public record BlockModel(String name, List<String> writers, RecordModel body) {
    public BlockModel {
        writers = List.copyOf(writers);
    }
}
