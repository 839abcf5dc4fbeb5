package io.omerta.protocol.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.format.Formatter;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/**
 * Inputs at and beyond the limits give a tree and diagnostics. {@code -Domerta.fuzz.files=N} tries more random files.
 */
class ParserRobustnessTest {
    private static final int FILES = Integer.getInteger("omerta.fuzz.files", 400);

    /** Smallest stack that a thread is likely to be given, bytes. */
    private static final int SMALL_STACK_BYTES = 512 * 1024;

    @Test
    void everySpanLiesWithinThatOfItsParent() {
        for (int i = 0; i < FILES; i++) {
            Source source = Source.of("seed-" + i, new ProtocolGenerator(i, 0.02).file());
            Span all = source.span(0, source.text().length());
            Parser.parse(source).file().declarations().forEach(declaration -> checkSpans(declaration, all));
        }
    }

    @Test
    void deepNestingIsToldOnceInEveryConstruct() throws InterruptedException {
        int deep = 1000;
        List<String> nested = List.of(
                property("(".repeat(deep) + "a" + ")".repeat(deep)),
                property("[".repeat(deep) + "a" + "]".repeat(deep)),
                property("{ a ".repeat(deep) + "1" + "}".repeat(deep)),
                property("f(".repeat(deep) + "a" + ")".repeat(deep)),
                property("a[".repeat(deep) + "1" + "]".repeat(deep)),
                property("not ".repeat(deep) + "a"),
                property("-".repeat(deep) + "a"),
                property("x => ".repeat(deep) + "a"),
                property("IF ".repeat(deep) + "a" + " THEN b ELSE c".repeat(deep)),
                property("IF a THEN b ELSE ".repeat(deep) + "c"),
                property("(a or b and c == d + e * -".repeat(deep) + "a" + ")".repeat(deep)),
                "struct S ( a " + "list<".repeat(deep) + "b" + ">".repeat(deep) + " )",
                "function f() -> a ( " + "(".repeat(deep) + "RETURN a" + ")".repeat(deep) + " )");
        for (String text : nested) {
            assertEquals(List.of(Code.S11), onASmallStack(() -> codes(text)), text.substring(0, 60));
        }
    }

    /** Those who walk trees by recursion do so on whatever stack they are given. */
    @Test
    void treesOfTheGreatestHeightFormatOnASmallStack() throws InterruptedException {
        int high = Limits.MAX_DEPTH - 1;
        for (String text : List.of(
                property("(a + ".repeat(high) + "a" + ")".repeat(high)),
                property("[".repeat(high) + "]".repeat(high)),
                property("f(".repeat(high) + "a" + ")".repeat(high)),
                property("a[".repeat(high) + "1" + "]".repeat(high)),
                property("{ a ".repeat(high) + "1" + "}".repeat(high)),
                property("not ".repeat(high) + "a"),
                property("x => ".repeat(high) + "a"),
                property("IF ".repeat(high) + "a" + " THEN b ELSE c".repeat(high)),
                property("IF a THEN b ELSE ".repeat(high) + "c"),
                property("(a or b and c == d + e * -".repeat(high / 6) + "a" + ")".repeat(high / 6)),
                property("a" + ".b".repeat(high)),
                "actor A ( S -> T auto when " + "f(".repeat(high) + "a" + ")".repeat(high) + " )",
                "struct S ( a " + "list<".repeat(high) + "b" + ">".repeat(high) + " )",
                "function f() -> a ( " + "(".repeat(high - 1) + "RETURN a" + ")".repeat(high - 1) + " )")) {
            assertEquals(List.of(), codes(text), text.substring(0, 60));
            String formatted = onASmallStack(() -> Formatter.format(parse(text)));
            assertEquals(
                    TreeShape.of(parse(text).file()),
                    TreeShape.of(parse(formatted).file()));
        }
    }

    @Test
    void deepLoopsWithoutParenthesesAreTold() {
        String text = "function f() -> a ( " + "FOR x IN y ".repeat(Limits.MAX_DEPTH + 1) + "RETURN a )";
        assertEquals(List.of(Code.S11), codes(text));
    }

    @Test
    void longChainsAreToldOnce() {
        for (String link : List.of(" + a", " and a", " * a", ".a", "[a]", "(a)", ".[a]")) {
            assertEquals(List.of(Code.S11), codes(property("a" + link.repeat(1000))), link);
        }
    }

    @Test
    void chainsUpToTheLimitAreParsed() {
        assertEquals(List.of(), codes(property("a" + " + a".repeat(Limits.MAX_DEPTH - 1))));
        assertEquals(List.of(Code.S11), codes(property("a" + " + a".repeat(Limits.MAX_DEPTH))));
    }

    @Test
    void aNameOfAMebibyteIsTold() {
        assertEquals(List.of(Code.S11), codes("struct S ( a " + "x".repeat(1 << 19) + " )"));
    }

    @Test
    void aNumberOfAMebibyteIsTold() {
        assertEquals(List.of(Code.S11), codes(property("1".repeat(1 << 19))));
    }

    @Test
    void namesUpToTheLimitAreParsed() {
        assertEquals(List.of(), codes("struct S ( a " + "x".repeat(Limits.MAX_WORD_CHARS) + " )"));
    }

    @Test
    void aMebibyteOfBracketsEndsInTime() {
        assertTimeout(Duration.ofSeconds(20), () -> {
            for (String piece : List.of("(", ")", "[", "actor a (", "x -> y ", "function f() -> a (", "a[", "\"\n")) {
                assertFalse(
                        parse(piece.repeat(Source.MAX_BYTES / piece.length())).isWhole());
            }
        });
    }

    @Test
    void nulIsToldOutsideStringsAndAllowedWithin() {
        assertEquals(List.of(Code.S01), codes("struct S \0 ( a uint )"));
        assertEquals(List.of(), codes("imports a # \0\ntransaction 01 \"a\0b\""));
    }

    @Test
    void aFileThatIsNotUtf8GivesAnEmptyTree() {
        ParsedFile parsed = Parser.parse(Source.decode("x", new byte[] {'a', (byte) 0xff, 'b'}));
        assertEquals(Code.S01, parsed.diagnostics().get(0).code());
        assertTrue(parsed.file().declarations().isEmpty());
    }

    @Test
    void afterTwoHundredFaultsTheRestIsNotTold() {
        List<Code> codes = codes("struct S ( a list<b, c> ) ".repeat(300));
        assertEquals(Limits.MAX_DIAGNOSTICS + 1, codes.size());
        assertEquals(Code.S11, codes.get(Limits.MAX_DIAGNOSTICS));
    }

    private static <T> T onASmallStack(Callable<T> work) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "small-stack", SMALL_STACK_BYTES);
        thread.start();
        thread.join();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static void checkSpans(Object node, Span parent) {
        if (node instanceof Collection<?> items) {
            items.forEach(item -> checkSpans(item, parent));
        } else if (node instanceof Record tree && !(node instanceof Span)) {
            Span own = parent;
            for (RecordComponent component : tree.getClass().getRecordComponents()) {
                if (component.getType() == Span.class) {
                    own = (Span) valueOf(component, tree);
                    assertTrue(own != null && parent.contains(own), () -> tree + " is not within " + parent);
                }
            }
            for (RecordComponent component : tree.getClass().getRecordComponents()) {
                checkSpans(valueOf(component, tree), own);
            }
        }
    }

    private static Object valueOf(RecordComponent component, Record tree) {
        try {
            return component.getAccessor().invoke(tree);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String property(String expression) {
        return "invariant I ( " + expression + " ) ";
    }

    private static List<Code> codes(String text) {
        return parse(text).diagnostics().stream().map(Diagnostic::code).toList();
    }

    private static ParsedFile parse(String text) {
        return Parser.parse(Source.of("x.omt", text));
    }
}
