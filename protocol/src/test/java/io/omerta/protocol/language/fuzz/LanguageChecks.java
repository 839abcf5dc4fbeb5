package io.omerta.protocol.language.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.check.CheckedProtocol;
import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.check.ImportSource;
import io.omerta.protocol.language.format.Formatter;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Severity;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.syntax.LexedSource;
import io.omerta.protocol.language.syntax.Lexer;
import io.omerta.protocol.language.syntax.ParsedFile;
import io.omerta.protocol.language.syntax.Parser;
import io.omerta.protocol.language.syntax.Token;
import io.omerta.protocol.language.syntax.TokenKind;
import io.omerta.protocol.language.syntax.TreeShape;
import io.omerta.protocol.language.tree.Comment;
import io.omerta.protocol.machine.TransactionSpec;
import java.util.List;

/** What holds of the readers of protocol files, whatever the input. */
final class LanguageChecks {
    private LanguageChecks() {}

    /** Tokens stand in order and cover the text save for blanks, comments and what is told. */
    static void lexer(byte[] input) {
        Source source = Source.decode("input", input);
        LexedSource lexed = Lexer.lex(source);
        StringBuilder rest = new StringBuilder(source.text());
        int end = 0;
        for (Token token : lexed.tokens()) {
            assertTrue(token.span().start() >= end, () -> token + " overlaps the one before");
            assertEquals(token.text(), token.span().text());
            end = token.span().end();
            blank(rest, token.span().start(), end);
        }
        for (Comment comment : lexed.comments()) {
            blank(rest, comment.span().start(), comment.span().end());
        }
        checkDiagnostics(lexed.diagnostics());
        assertEquals(
                TokenKind.END, lexed.tokens().get(lexed.tokens().size() - 1).kind());
        assertTrue(!lexed.diagnostics().isEmpty() || rest.toString().isBlank(), () -> "skipped " + rest);
    }

    /** Faults are told in order and can be shown. */
    static void parser(byte[] input) {
        checkDiagnostics(Parser.parse(Source.decode("input", input)).diagnostics());
    }

    /** A file without fault keeps its tree and its comments when it is formatted, and formatting it again changes nothing. */
    static void formatter(byte[] input) {
        ParsedFile parsed = Parser.parse(Source.decode("input", input));
        if (!parsed.isWhole()) {
            return;
        }
        String once = Formatter.format(parsed);
        ParsedFile formatted = Parser.parse(Source.of("formatted", once));
        assertEquals("", DiagnosticText.render(formatted.diagnostics()));
        assertEquals(TreeShape.of(parsed.file()), TreeShape.of(formatted.file()));
        assertEquals(comments(parsed), comments(formatted));
        assertEquals(once, Formatter.format(formatted));
    }

    /** A file has a meaning if and only if it has no error, and then it compiles. Faults are told in order. */
    static void checker(byte[] input) {
        CheckedProtocol checked = Checker.check(Source.decode("input", input), ImportSource.none());
        checkDiagnostics(checked.diagnostics());
        boolean faulty = checked.diagnostics().stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        assertEquals(faulty, checked.model() == null);
        if (checked.model() != null) {
            TransactionSpec.compile(checked.model());
        }
    }

    /** Sorted: a comment in the midst of an expression moves before its item. */
    private static List<String> comments(ParsedFile parsed) {
        return parsed.file().comments().stream().map(Comment::text).sorted().toList();
    }

    private static void checkDiagnostics(List<Diagnostic> diagnostics) {
        int last = 0;
        for (Diagnostic diagnostic : diagnostics) {
            assertTrue(diagnostic.span().start() >= last, () -> diagnostic + " is out of order");
            last = diagnostic.span().start();
            assertFalse(DiagnosticText.render(diagnostic).isEmpty());
        }
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            text.setCharAt(i, ' ');
        }
    }
}
