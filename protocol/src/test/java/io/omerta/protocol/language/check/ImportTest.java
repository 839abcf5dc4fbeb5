package io.omerta.protocol.language.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Severity;
import io.omerta.protocol.language.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportTest {
    private final Files files = new Files();

    @Test
    void declarationsOfImportedFilesComeFirst() {
        files.add("shared/a", "imports shared/b struct A ( b B )");
        files.add("shared/b", "struct B ( x uint )");
        ProtocolModel model = check("imports shared/a struct C ( a A )").model();
        assertNotNull(model);
        assertEquals(
                List.of("B", "A", "C"),
                model.structs().stream().map(RecordModel::name).toList());
    }

    @Test
    void aFileThatIsImportedTwiceIsTakenOnce() {
        files.add("a", "imports c struct A ( c C )");
        files.add("b", "imports c struct B ( c C )");
        files.add("c", "struct C ( x uint )");
        assertEquals(List.of(), errors(check("imports a imports b imports a struct D ( a A b B )")));
        assertEquals(List.of("a", "c", "b"), files.asked);
    }

    @Test
    void theHeadOfAnImportedTransactionIsItsOwn() {
        files.add("a", "transaction 01 \"Other\"");
        ProtocolModel model = check("imports a").model();
        assertNotNull(model);
        assertEquals("", model.id());
    }

    @Test
    void aMissingFileIsToldWithASimilarPath() {
        files.add("shared/common", "");
        Diagnostic told = only(check("imports shared/comon invariant I ( unknown_because_of_it )"));
        assertEquals(Code.E29, told.code());
        assertEquals("shared/comon", told.span().text());
        assertEquals("there is no file `shared/comon`; did you mean `shared/common`?", told.message());
        assertEquals("shared/common", told.fixes().get(0).edits().get(0).replacement());
    }

    @Test
    void aMissingFileWithoutSimilarPathIsToldWithTheRule() {
        Diagnostic told = only(check("imports elsewhere"));
        assertEquals(
                "there is no file `elsewhere`; the path starts at the root of the protocol sources and has no extension",
                told.message());
    }

    @Test
    void aCircleIsToldAtTheImportThatClosesIt() {
        files.add("a", "imports b");
        files.add("b", "# first\nimports a");
        Diagnostic told = only(check("imports a"));
        assertEquals(Code.E29, told.code());
        assertEquals("b:2:9", told.span().toString());
        assertEquals(
                "a file may not import itself, but `a` imports `b` imports `a`; move what they share to a file of its own",
                told.message());
    }

    @Test
    void aCircleThroughTheMainFileIsTold() {
        files.add("a", "imports main");
        files.add("main", "imports a");
        Diagnostic told = only(check("imports a"));
        assertEquals("a:1:9", told.span().toString());
        assertEquals(
                "a file may not import itself, but `main` imports `a` imports `main`; move what they share to a file of "
                        + "its own",
                told.message());
    }

    @Test
    void faultsOfSyntaxAreToldInTheirFileAndBeforeThoseOfTheMainFile() {
        files.add("a", "struct A ( x list<a, b> )");
        List<Diagnostic> told =
                check("imports a struct B ( x map<a> y Unknown )").diagnostics();
        assertEquals(
                List.of("a:1:14", "main:1:24"),
                told.stream().map(one -> one.span().toString()).toList());
        assertEquals(
                List.of(Code.S06, Code.S06), told.stream().map(Diagnostic::code).toList());
    }

    @Test
    void namesDeclaredInTwoFilesAreToldAtTheSecond() {
        files.add("a", "struct A ( x uint )");
        Diagnostic told = only(check("imports a struct A ( y uint )"));
        assertEquals(Code.E20, told.code());
        assertEquals("main:1:18", told.span().toString());
        assertEquals("a:1:8", told.related().get(0).span().toString());
    }

    @Test
    void importedFilesAreNotWarnedAbout() {
        files.add("a", "struct A ( price fixed )");
        assertEquals(List.of(), doubts(check("imports a struct B ( a A )")));
        assertEquals(1, doubts(check("struct B ( price fixed )")).size());
    }

    @Test
    void thereIsABoundOfFiles() {
        for (int i = 0; i < 70; i++) {
            files.add("f" + i, "imports f" + (i + 1));
        }
        Diagnostic told = only(check("imports f0"));
        assertEquals("f62:1:9", told.span().toString());
        assertEquals("more than 64 files are imported; merge some of them", told.message());
    }

    private static List<Diagnostic> doubts(CheckedProtocol checked) {
        return checked.diagnostics().stream()
                .filter(diagnostic -> diagnostic.code() == Code.W12)
                .toList();
    }

    private CheckedProtocol check(String text) {
        return Checker.check(Source.of("main", text), files);
    }

    private static List<Diagnostic> errors(CheckedProtocol checked) {
        return checked.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
    }

    private static Diagnostic only(CheckedProtocol checked) {
        assertNull(checked.model());
        List<Diagnostic> errors = errors(checked);
        assertEquals(1, errors.size(), errors::toString);
        return errors.get(0);
    }

    /** Files in memory; remembers which were asked for. */
    private static final class Files implements ImportSource {
        private final Map<String, String> texts = new LinkedHashMap<>();
        private final List<String> asked = new ArrayList<>();

        void add(String path, String text) {
            texts.put(path, text);
        }

        @Override
        public Optional<Source> find(List<String> path) {
            String label = String.join("/", path);
            asked.add(label);
            return Optional.ofNullable(texts.get(label)).map(text -> Source.of(label, text));
        }

        @Override
        public List<String> paths() {
            return List.copyOf(texts.keySet());
        }
    }
}
