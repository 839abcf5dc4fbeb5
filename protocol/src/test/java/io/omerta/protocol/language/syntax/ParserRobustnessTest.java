package io.omerta.protocol.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.format.Formatter;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Any input gives a tree and diagnostics. {@code -Domerta.fuzz.files=N} tries more random inputs. */
class ParserRobustnessTest {
    private static final int FILES = Integer.getInteger("omerta.fuzz.files", 400);

    /** Smallest stack that a thread is likely to be given, bytes. */
    private static final int SMALL_STACK_BYTES = 512 * 1024;

    private static final List<String> PIECES = List.of(
            "transaction",
            "imports",
            "parameters",
            "enum",
            "message",
            "block",
            "actor",
            "function",
            "native",
            "struct",
            "invariant",
            "eventually",
            "composes",
            "from",
            "to",
            "by",
            "in",
            "on",
            "when",
            "else",
            "auto",
            "state",
            "trigger",
            "store",
            "lookup",
            "STORE",
            "SEND",
            "collect",
            "until",
            "into",
            "RETURN",
            "FOR",
            "IF",
            "THEN",
            "ELSE",
            "and",
            "or",
            "not",
            "null",
            "a",
            "B",
            "1",
            "2.5",
            "\"s\"",
            "\"",
            "#",
            "\n",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ",",
            ".",
            "...",
            "=",
            "->",
            "=>",
            "==",
            "<",
            "-",
            "+",
            "*",
            "/",
            ":",
            ";",
            "%",
            "&&",
            "\u00e9",
            "\0");

    @Test
    void randomBytesAreParsed() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            check(Source.decode("bytes-" + i, bytes));
        }
    }

    @Test
    void randomTokensAreParsed() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < FILES; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(200); n > 0; n--) {
                text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextBoolean() ? " " : "");
            }
            check(Source.of("tokens-" + i, text.toString()));
        }
    }

    @Test
    void mutatedFilesAreParsed() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < FILES; i++) {
            StringBuilder text = new StringBuilder(new ProtocolGenerator(i, 0.02).file());
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                mutate(text, random);
            }
            check(Source.of("mutant-" + i, text.toString()));
        }
    }

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
                check(Source.of("many", piece.repeat(Source.MAX_BYTES / piece.length())));
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

    /** An input is well handled if it is told where it is wrong, in order, and formatted if it is not. */
    private static void check(Source source) {
        ParsedFile parsed = Parser.parse(source);
        int last = 0;
        for (Diagnostic diagnostic : parsed.diagnostics()) {
            assertTrue(diagnostic.span().start() >= last, source::name);
            last = diagnostic.span().start();
            assertFalse(DiagnosticText.render(diagnostic).isEmpty());
        }
        if (parsed.isWhole()) {
            ParsedFile formatted = Parser.parse(Source.of(source.name(), Formatter.format(parsed)));
            assertEquals(TreeShape.of(parsed.file()), TreeShape.of(formatted.file()), source::name);
        }
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

    private static void mutate(StringBuilder text, SplittableRandom random) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(12));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(at, to);
            case 1 -> text.insert(at, text.substring(at, to));
            case 2 -> text.insert(at, " " + PIECES.get(random.nextInt(PIECES.size())) + " ");
            default -> text.replace(at, to, PIECES.get(random.nextInt(PIECES.size())));
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
