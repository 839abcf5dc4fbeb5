package io.omerta.protocol.language.check;

import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.ProtocolFile;
import java.util.List;

/**
 * What is checked together: a file and everything that it imports.
 *
 * @param main the file
 * @param declarations of all files, imported ones first, each file once; spans tell which file a declaration is from.
 *     Nothing is left out: a name that is declared twice occurs twice
 */
record Unit(ProtocolFile main, List<Declaration> declarations) {
    Unit {
        declarations = List.copyOf(declarations);
    }
}
