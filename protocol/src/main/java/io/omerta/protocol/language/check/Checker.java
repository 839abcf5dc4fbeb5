package io.omerta.protocol.language.check;

import io.omerta.protocol.language.bind.Binder;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Severity;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.syntax.Limits;
import io.omerta.protocol.language.syntax.ParsedFile;
import io.omerta.protocol.language.syntax.Parser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks protocol files: from text to meaning. */
public final class Checker {
    private Checker() {}

    /**
     * Checks a file with all that it imports. Never fails: what is wrong is among the diagnostics, at most {@link
     * Limits#MAX_DIAGNOSTICS} of them and a last one that says so. While there are faults of syntax or imports, only
     * these are told: what else is missing may be missing because of them. Warnings are about the file itself; of too
     * many the last diagnostic is an error, so that a file of which not all is told has no meaning.
     */
    public static CheckedProtocol check(Source main, ImportSource imports) {
        ParsedFile parsed = Parser.parse(main);
        ImportedFiles files = ImportedFiles.of(parsed, imports);
        List<Diagnostic> found = new ArrayList<>(files.diagnostics());
        @Nullable ProtocolModel model = null;
        if (!hasErrors(found)) {
            Binder.Bound bound = Binder.bind(main, files.declarations(), id -> imports.transaction(id)
                    .map(other -> ImportedFiles.of(Parser.parse(other), imports).declarations()));
            found.addAll(bound.diagnostics());
            found.addAll(FlowRules.check(new Unit(parsed.file(), files.declarations())));
            model = bound.model();
        }
        List<Diagnostic> told = told(found, files.sources());
        return new CheckedProtocol(parsed.file(), files.imported(), hasErrors(told) ? null : model, told);
    }

    private static boolean hasErrors(List<Diagnostic> diagnostics) {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    private static List<Diagnostic> told(List<Diagnostic> found, List<Source> sources) {
        Source main = sources.get(sources.size() - 1);
        List<Diagnostic> told = new ArrayList<>(new LinkedHashSet<>(found));
        told.removeIf(diagnostic ->
                diagnostic.severity() == Severity.WARNING && diagnostic.span().source() != main);
        told.sort(Comparator.comparingInt((Diagnostic diagnostic) ->
                        sources.indexOf(diagnostic.span().source()))
                .thenComparingInt(diagnostic -> diagnostic.span().start()));
        if (told.size() <= Limits.MAX_DIAGNOSTICS) {
            return told;
        }
        Diagnostic next = told.get(Limits.MAX_DIAGNOSTICS);
        List<Diagnostic> first = new ArrayList<>(told.subList(0, Limits.MAX_DIAGNOSTICS));
        first.add(Diagnostic.of(
                Code.S11,
                next.span(),
                "more than " + Limits.MAX_DIAGNOSTICS + " faults; the rest is not told, correct the first ones"));
        return first;
    }
}
