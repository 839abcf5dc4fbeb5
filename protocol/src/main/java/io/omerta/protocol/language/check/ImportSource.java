package io.omerta.protocol.language.check;

import io.omerta.protocol.language.source.Source;
import java.util.List;
import java.util.Optional;

/** Finds imported files. Implementations that read files keep within the root of the protocol sources. */
@FunctionalInterface
public interface ImportSource {
    /**
     * The file of an import.
     *
     * @param path as written, {@code imports shared/common} gives "shared", "common"
     * @return the file, which may itself be faulty, or nothing if there is none
     */
    Optional<Source> find(List<String> path);

    /** Finds nothing. */
    static ImportSource none() {
        return path -> Optional.empty();
    }
}
