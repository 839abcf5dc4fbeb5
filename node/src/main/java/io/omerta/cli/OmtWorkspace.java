package io.omerta.cli;

import io.omerta.protocol.language.check.ImportSource;
import io.omerta.protocol.language.source.Source;
import io.omerta.scenarios.model.InvalidInputException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents open in an editor; an import of one of them is what the editor shows, not what the disk holds. */
final class OmtWorkspace {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private Path root = Path.of("");

    /**
     * An open document as it is now.
     *
     * @param uri how the editor names it
     */
    record Document(String uri, Source source, ImportSource imports, OmtFiles files) {
        /** How the editor names a file that the document refers to. */
        String uriOf(Source other) {
            return other == source ? uri : files.path(other).toUri().toString();
        }
    }

    /** Where imports are looked for, beside the directory of each document. */
    void setRoot(String uri) {
        path(uri).ifPresent(path -> root = path);
    }

    void put(String uri, String text) {
        texts.put(uri, text);
    }

    void remove(String uri) {
        texts.remove(uri);
    }

    /** The URIs of the open documents, in the order in which they were opened. */
    List<String> uris() {
        return List.copyOf(texts.keySet());
    }

    /** An open document, read anew with what it imports, since other programs may write there too. */
    Optional<Document> document(String uri) {
        String text = texts.get(uri);
        if (text == null) {
            return Optional.empty();
        }
        OmtFiles files = new OmtFiles(root);
        texts.forEach((other, content) -> path(other).ifPresent(path -> show(files, path, content)));
        return Optional.of(path(uri)
                .flatMap(path -> saved(files, uri, path))
                .orElseGet(() -> new Document(uri, Source.of(uri, text), ImportSource.none(), files)));
    }

    /** A document that has a file. */
    private static Optional<Document> saved(OmtFiles files, String uri, Path path) {
        try {
            OmtFiles.Chosen chosen = files.choose(List.of(path)).get(0);
            return Optional.of(new Document(uri, files.source(chosen.path()), OmtImports.around(files, chosen), files));
        } catch (InvalidInputException notYetSaved) {
            return Optional.empty();
        }
    }

    private static void show(OmtFiles files, Path path, String text) {
        try {
            files.show(path, text);
        } catch (InvalidInputException notYetSaved) {
            return; // nothing can import it
        }
    }

    /** The file that a URI names, if it names one. */
    private static Optional<Path> path(String uri) {
        try {
            return Optional.of(Path.of(URI.create(uri)));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
