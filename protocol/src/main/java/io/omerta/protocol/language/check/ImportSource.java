package io.omerta.protocol.language.check;

import io.omerta.protocol.language.source.Source;
import java.util.List;
import java.util.Optional;

/** Finds other files. Implementations that read files keep within the root of the protocol sources. */
@FunctionalInterface
public interface ImportSource {
    /**
     * The file of an import.
     *
     * @param path as written, {@code imports shared/common} gives "shared", "common"
     * @return the file, which may itself be faulty, or nothing if there is none
     */
    Optional<Source> find(List<String> path);

    /**
     * The file of another transaction, which a composition calls.
     *
     * @param id as in the head of that file, {@code transaction 01 "..."}
     */
    default Optional<Source> transaction(String id) {
        return Optional.empty();
    }

    /** Paths that can be imported, {@code shared/common}, as far as they are known; for suggestions only. */
    default List<String> paths() {
        return List.of();
    }

    /** Finds nothing. */
    static ImportSource none() {
        return path -> Optional.empty();
    }
}
