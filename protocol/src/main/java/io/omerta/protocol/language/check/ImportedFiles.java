package io.omerta.protocol.language.check;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.source.Spelling;
import io.omerta.protocol.language.syntax.ParsedFile;
import io.omerta.protocol.language.syntax.Parser;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Follows the imports of a file. */
final class ImportedFiles {
    /** Most files of a unit; keeps both memory and the depth of recursion bounded. */
    static final int MAX_FILES = 64;

    private final Source main;
    private final ImportSource imports;
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<String> open = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<ImportedFile> imported = new ArrayList<>();
    private final List<Declaration> declarations = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private ImportedFiles(Source main, ImportSource imports) {
        this.main = main;
        this.imports = imports;
    }

    /** The file and all that it imports. */
    static ImportedFiles of(ParsedFile main, ImportSource imports) {
        Source source = main.file().source();
        ImportedFiles files = new ImportedFiles(source, imports);
        files.open.add(source.name());
        files.take(main);
        return files;
    }

    /** Of all files, imported ones first. */
    List<Declaration> declarations() {
        return declarations;
    }

    /** The files without the first one, each after what it imports itself. */
    List<ImportedFile> imported() {
        return imported;
    }

    /** All files, imported ones first. */
    List<Source> sources() {
        return sources;
    }

    /** Faults of syntax and of imports, file by file. */
    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    private void take(ParsedFile parsed) {
        List<Diagnostic> own = new ArrayList<>(parsed.diagnostics());
        for (Declaration declaration : parsed.file().declarations()) {
            if (declaration instanceof Declaration.Imports clause) {
                follow(clause, own);
            }
        }
        diagnostics.addAll(own);
        declarations.addAll(parsed.file().declarations());
        sources.add(parsed.file().source());
    }

    private void follow(Declaration.Imports clause, List<Diagnostic> own) {
        List<String> path = clause.path().stream().map(Name::text).toList();
        String label = String.join("/", path);
        Span span = clause.path()
                .get(0)
                .span()
                .to(clause.path().get(path.size() - 1).span());
        if (open.contains(label)) {
            own.add(circle(label, span));
            return;
        }
        if (seen.contains(label)) {
            return;
        }
        if (seen.size() + 1 >= MAX_FILES) {
            own.add(Diagnostic.of(
                    Code.E29, span, "more than " + MAX_FILES + " files are imported; merge some of them"));
            return;
        }
        Optional<Source> found = imports.find(path);
        if (found.isEmpty()) {
            own.add(missing(label, span));
            return;
        }
        if (found.get().name().equals(main.name())) {
            own.add(circle(main.name(), span));
            return;
        }
        seen.add(label);
        open.add(label);
        ParsedFile parsed = Parser.parse(found.get());
        take(parsed);
        imported.add(new ImportedFile(label, parsed.file()));
        open.remove(open.size() - 1);
    }

    private Diagnostic circle(String label, Span span) {
        String circle = open.subList(open.indexOf(label), open.size()).stream()
                .map(file -> "`" + file + "`")
                .collect(Collectors.joining(" imports "));
        return Diagnostic.of(
                Code.E29,
                span,
                "a file may not import itself, but " + circle + " imports `" + label
                        + "`; move what they share to a file of its own");
    }

    private Diagnostic missing(String label, Span span) {
        List<String> near = Spelling.suggest(label, imports.paths());
        String hint = near.isEmpty()
                ? "the path starts at the root of the protocol sources and has no extension"
                : "did you mean " + near.stream().map(path -> "`" + path + "`").collect(Collectors.joining(" or "))
                        + "?";
        Diagnostic missing = Diagnostic.of(Code.E29, span, "there is no file `" + label + "`; " + hint);
        return Spelling.fix(label, imports.paths())
                .map(path -> missing.withFix(Fix.replace("write `" + path + "`", span, path)))
                .orElse(missing);
    }
}
