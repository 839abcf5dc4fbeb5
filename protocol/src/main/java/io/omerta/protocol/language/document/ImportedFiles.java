package io.omerta.protocol.language.document;

import io.omerta.protocol.language.check.ImportSource;
import io.omerta.protocol.language.syntax.Parser;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.ProtocolFile;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Reads what a file imports, directly or not; each file once, one that is imported before the one that imports it. */
final class ImportedFiles {
    private final ImportSource imports;
    private final TreeSet<String> seen = new TreeSet<>();
    private final List<ImportedFile> files = new ArrayList<>();

    private ImportedFiles(ImportSource imports) {
        this.imports = imports;
    }

    /** @param path as imported, {@code shared/cabal} */
    record ImportedFile(String path, ProtocolFile file) {}

    static List<ImportedFile> of(ProtocolFile file, ImportSource imports) {
        ImportedFiles found = new ImportedFiles(imports);
        found.read(file);
        return List.copyOf(found.files);
    }

    private void read(ProtocolFile file) {
        for (Declaration declaration : file.declarations()) {
            if (declaration instanceof Declaration.Imports wanted) {
                read(wanted.path().stream().map(Name::text).toList());
            }
        }
    }

    private void read(List<String> path) {
        if (seen.add(String.join("/", path))) {
            imports.find(path).ifPresent(source -> {
                ProtocolFile file = Parser.parse(source).file();
                read(file);
                files.add(new ImportedFile(String.join("/", path), file));
            });
        }
    }
}
