package io.omerta.protocol.language.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.TextEdit;
import io.omerta.protocol.language.syntax.Parser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FixesTest {
    private static final Function<Source, List<Diagnostic>> SYNTAX =
            source -> Parser.parse(source).diagnostics();

    @Test
    void everyFixableFaultIsMendedAndTheRestIsKeptByteForByte() {
        Source file = Source.of(
                "x.omt", "# Grüße\r\nfunction f(a int) -> bool (\r\n\tRETURN a > 1 && a < 3;\r\n)\r\n\r\n// end\n\n\n");

        FixedSource fixed = Fixes.apply(file, SYNTAX);

        assertEquals(
                "# Grüße\r\nfunction f(a int) -> bool (\r\n\tRETURN a > 1 and a < 3\r\n)\r\n\r\n# end\n\n\n",
                fixed.source().text());
        assertEquals(
                List.of(
                        "x.omt:3:15: fixed OMT-S01: write `and`",
                        "x.omt:3:23: fixed OMT-S01: delete it",
                        "x.omt:6:1: fixed OMT-S01: write `#`"),
                fixed.applied().stream().map(AppliedFix::toString).toList());
    }

    @Test
    void fixingAgainChangesNothing() {
        Source once = Fixes.apply(Source.of("x.omt", "function f(a bool) -> bool (RETURN !a && a || a;)"), SYNTAX)
                .source();

        FixedSource twice = Fixes.apply(once, SYNTAX);

        assertSame(once, twice.source());
        assertEquals(List.of(), twice.applied());
    }

    @Test
    void moreFaultsThanAreToldAtOnceAreMendedInRounds() {
        String line = "  x = 1;\n";
        Source file = Source.of("x.omt", "function f() -> int (\n" + line.repeat(1000) + "  RETURN 1\n)\n");

        assertEquals(
                file.text().replace(";", ""), Fixes.apply(file, SYNTAX).source().text());
    }

    @Test
    void ofTwoFixesThatTouchTheSecondWaitsForTheNextRound() {
        List<String> versions = new ArrayList<>();
        Function<Source, List<Diagnostic>> twoDeletions = source -> {
            versions.add(source.text());
            return source.text().length() < 3
                    ? List.of()
                    : List.of(deletion(source, Code.E24, 0, 1), deletion(source, Code.E24, 1, 2));
        };

        assertEquals("34", fix("1234", twoDeletions));
        assertEquals(List.of("1234", "234", "34"), versions);
    }

    @Test
    void aFixThatMakesTheFileWorseIsLeftOutAndTheOthersAreApplied() {
        // Without its "b" the file has four errors in place of one.
        Function<Source, List<Diagnostic>> check = source -> {
            List<Diagnostic> found = new ArrayList<>();
            addDeletion(found, source, "a");
            addDeletion(found, source, "b");
            addDeletion(found, source, "c");
            if (source.text().indexOf('b') < 0) {
                found.addAll(Collections.nCopies(4, Diagnostic.of(Code.E24, source.span(0, 0), "b is missed")));
            }
            return found;
        };

        FixedSource fixed = Fixes.apply(Source.of("x.omt", "(a b c)"), check);

        assertEquals("( b )", fixed.source().text());
        assertEquals(2, fixed.applied().size());
    }

    @Test
    void oneFixThatMakesTheFileWorseAmongManyIsFoundInFewChecks() {
        int[] checks = new int[1];
        Function<Source, List<Diagnostic>> check = source -> {
            checks[0]++;
            List<Diagnostic> found = new ArrayList<>();
            for (int i = 0; i < source.text().length(); i++) {
                if (source.text().charAt(i) != ' ') {
                    found.add(deletion(source, Code.E24, i, i + 1));
                }
            }
            if (source.text().indexOf('b') < 0) {
                found.addAll(Collections.nCopies(1000, Diagnostic.of(Code.E24, source.span(0, 0), "b is missed")));
            }
            return found;
        };

        String fixed = fix("a ".repeat(98) + "b " + "a ".repeat(101), check);

        assertEquals("b", fixed.strip());
        assertTrue(checks[0] < 25, "checks: " + checks[0]);
    }

    @ParameterizedTest
    @EnumSource(names = {"S01", "E29"})
    void errorsThatAnErrorHasHiddenDoNotCountAsWorse(Code hiding) {
        Function<Source, List<Diagnostic>> check = source -> source.text().equals("a;")
                ? List.of(deletion(source, hiding, 1, 2))
                : List.of(
                        Diagnostic.of(Code.E24, source.span(0, 1), "unknown name"),
                        Diagnostic.of(Code.E27, source.span(0, 1), "wrong type"));

        assertEquals("a", fix("a;", check));
    }

    @Test
    void fixesThatUndoEachOtherLeaveTheFileAlone() {
        Function<Source, List<Diagnostic>> check =
                source -> List.of(replacement(source, source.text().equals("a") ? "b" : "a"));

        assertEquals("a", fix("a", check));
        assertEquals("b", fix("b", check));
    }

    @Test
    void fixesWithoutAnEndLeaveTheFileAlone() {
        assertEquals("a", fix("a", source -> List.of(replacement(source, source.text() + "a"))));
    }

    @Test
    void aFixOfAnotherFileIsNotApplied() {
        Source imported = Source.of("shared.omt", "x");

        assertEquals("a", fix("a", source -> List.of(deletion(imported, Code.E24, 0, 1))));
    }

    @Test
    void aFixThatWouldMakeTheFileTooLargeIsLeftOut() {
        String huge = "a".repeat(Source.MAX_BYTES);

        assertEquals(
                "a",
                fix(
                        "a",
                        source -> source.text().equals("a")
                                ? List.of(replacement(source, huge + "a"))
                                : source.faults()));
    }

    @Test
    void theFirstOfSeveralFixesIsTaken() {
        Function<Source, List<Diagnostic>> check = source -> source.text().equals("a")
                ? List.of(replacement(source, "best").withFix(Fix.replace("", source.span(0, 1), "second")))
                : List.of();

        assertEquals("best", fix("a", check));
    }

    @Test
    void aFixOfSeveralEditsIsAppliedAsAWhole() {
        Function<Source, List<Diagnostic>> check = source -> {
            int open = source.text().indexOf('[');
            Diagnostic brackets = Diagnostic.of(Code.S01, source.span(0, 0), "brackets");
            return open < 0
                    ? List.of()
                    : List.of(brackets.withFix(new Fix(
                            "write parentheses",
                            List.of(
                                    new TextEdit(source.span(open, open + 1), "("),
                                    new TextEdit(source.span(open + 2, open + 3), ")")))));
        };

        assertEquals("x(y)", fix("x[y]", check));
    }

    private static String fix(String text, Function<Source, List<Diagnostic>> check) {
        return Fixes.apply(Source.of("x.omt", text), check).source().text();
    }

    private static void addDeletion(List<Diagnostic> found, Source source, String word) {
        int start = source.text().indexOf(word);
        if (start >= 0) {
            found.add(deletion(source, Code.E24, start, start + word.length()));
        }
    }

    private static Diagnostic deletion(Source source, Code code, int start, int end) {
        return Diagnostic.of(code, source.span(start, end), "too much")
                .withFix(Fix.replace("delete it", source.span(start, end), ""));
    }

    private static Diagnostic replacement(Source source, String text) {
        return Diagnostic.of(Code.E24, source.span(0, 0), "wrong")
                .withFix(Fix.replace("write it", source.span(0, source.text().length()), text));
    }
}
