package io.omerta.protocol.language.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Severity;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.syntax.Limits;
import io.omerta.protocol.language.syntax.ProtocolGenerator;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Any tree gives diagnostics. {@code -Domerta.fuzz.files=N} tries more random files. */
class CheckerRobustnessTest {
    private static final int FILES = Integer.getInteger("omerta.fuzz.files", 5_000);

    /** Smallest stack that a thread is likely to be given, bytes. */
    private static final int SMALL_STACK_BYTES = 512 * 1024;

    @Test
    void randomFilesOfTheGrammarAreChecked() {
        ProtocolGenerator generator = new ProtocolGenerator(11, 0.02);
        for (int i = 0; i < FILES; i++) {
            check(Source.of("random-" + i, generator.file()));
        }
    }

    @Test
    void wellTypedFilesWithWordsExchangedAreChecked() {
        SplittableRandom random = new SplittableRandom(12);
        String[] words = Samples.QUORUM.split("(?<=\\W)|(?=\\W)");
        for (int i = 0; i < FILES; i++) {
            String[] changed = words.clone();
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                String other = words[random.nextInt(words.length)];
                changed[random.nextInt(words.length)] = random.nextInt(4) == 0 ? "" : other;
            }
            check(Source.of("changed-" + i, String.join("", changed)));
        }
    }

    @Test
    void aWellTypedFileCutAnywhereIsChecked() {
        for (int end = 0; end < Samples.QUORUM.length(); end += 7) {
            check(Source.of("cut-" + end, Samples.QUORUM.substring(0, end)));
        }
    }

    @Test
    void chainsOfDeclarationsAreCheckedInLittleStack() throws InterruptedException {
        int length = 5_000;
        StringBuilder text = new StringBuilder("struct S0 ( x S1 )\nparameters (");
        for (int i = 0; i < length; i++) {
            text.append(" P").append(i).append(" = P").append(i + 1).append('\n');
        }
        text.append(" P").append(length).append(" = 1 )\n");
        for (int i = 1; i < length; i++) {
            text.append("struct S" + i + " ( x S" + (i + 1) + " )\n");
            text.append("function F" + i + "(x uint) -> uint ( RETURN F" + (i + 1) + "(x) )\n");
        }
        text.append("struct S" + length + " ( x uint )\nfunction F" + length + "(x uint) -> uint ( RETURN x )\n");
        List<Diagnostic> told = checkInLittleStack(text.toString());
        assertTrue(told.stream().anyMatch(diagnostic -> diagnostic.code() == Code.E17), "structs are too deep");
        assertTrue(told.stream().anyMatch(diagnostic -> diagnostic.code() == Code.S11), "calls are too deep");
    }

    @Test
    void deepExpressionsAreCheckedInLittleStack() throws InterruptedException {
        String folds = "REDUCE(xs, [], a => b => ".repeat(60) + "b" + ")".repeat(60);
        String sum = "1" + " + 1".repeat(Limits.MAX_DEPTH - 2);
        List<Diagnostic> told = checkInLittleStack("function F(xs list<uint>) -> uint ( RETURN " + folds
                + " )\nfunction G() -> uint ( RETURN " + sum + " )");
        assertEquals(
                List.of(), told.stream().filter(one -> one.code() == Code.S11).toList());
    }

    @Test
    void spreadsWithinSpreadsAreRefusedBeforeTheyGrow() {
        String spreads = "{ ...F(".repeat(60) + "p" + ") }".repeat(60);
        List<Diagnostic> told = check(Source.of(
                "spreads",
                "struct P ( x uint y uint ) function F(p P) -> P ( RETURN p ) function G(p P) -> P ( RETURN " + spreads
                        + " )"));
        assertEquals(List.of(Code.S11), told.stream().map(Diagnostic::code).toList());
    }

    @Test
    void manyFaultsAreBoundedAndToldInTime() {
        StringBuilder text = new StringBuilder("function F() -> uint (\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("name" + i + " = missing" + i + "\n");
        }
        text.append("RETURN 1 )");
        List<Diagnostic> told = assertTimeout(Duration.ofSeconds(20), () -> check(Source.of("many", text.toString())));
        assertEquals(Limits.MAX_DIAGNOSTICS + 1, told.size());
        assertEquals(Code.S11, told.get(Limits.MAX_DIAGNOSTICS).code());
    }

    private static List<Diagnostic> checkInLittleStack(String text) throws InterruptedException {
        Source source = Source.of("deep", text);
        List<List<Diagnostic>> told = new CopyOnWriteArrayList<>();
        Thread thread = new Thread(null, () -> told.add(check(source)), "little stack", SMALL_STACK_BYTES);
        thread.start();
        thread.join();
        assertEquals(1, told.size(), "checking failed");
        return told.get(0);
    }

    /** Checks, and checks what holds of every answer. */
    private static List<Diagnostic> check(Source source) {
        CheckedProtocol checked = Checker.check(source, ImportSource.none());
        List<Diagnostic> told = checked.diagnostics();
        boolean faulty = told.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        assertEquals(faulty, checked.model() == null, () -> DiagnosticText.render(told) + source.text());
        assertEquals(new LinkedHashSet<>(told).size(), told.size(), "told twice");
        for (int i = 1; i < told.size(); i++) {
            assertTrue(told.get(i - 1).span().start() <= told.get(i).span().start(), "not in order");
        }
        return told;
    }
}
