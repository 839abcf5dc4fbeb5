package io.omerta.protocol.language.check;

import io.omerta.protocol.language.tree.ProtocolFile;

/**
 * A file that another one imports, directly or not.
 *
 * @param path as imported, {@code shared/cabal}
 * @param file its tree
 */
public record ImportedFile(String path, ProtocolFile file) {}
