package io.omerta.protocol.language.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.syntax.ParsedFile;
import io.omerta.protocol.language.syntax.Parser;
import io.omerta.protocol.language.syntax.ProtocolGenerator;
import io.omerta.protocol.language.syntax.TreeShape;
import io.omerta.protocol.language.tree.Comment;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Properties of formatting over random files. {@code -Domerta.fuzz.files=N} tries more of them. */
class FormatterPropertiesTest {
    private static final int FILES = Integer.getInteger("omerta.fuzz.files", 400);

    @Test
    void formattingKeepsTheTree() {
        forEachFile((seed, parsed) -> {
            ParsedFile formatted = parse(Formatter.format(parsed), seed);
            assertEquals(TreeShape.of(parsed.file()), TreeShape.of(formatted.file()), () -> "seed " + seed);
        });
    }

    @Test
    void formattingTwiceChangesNothing() {
        forEachFile((seed, parsed) -> {
            String once = Formatter.format(parsed);
            assertEquals(once, Formatter.format(parse(once, seed)), () -> "seed " + seed);
        });
    }

    @Test
    void formattingKeepsEveryComment() {
        forEachFile((seed, parsed) ->
                assertEquals(comments(parsed), comments(parse(Formatter.format(parsed), seed)), () -> "seed " + seed));
    }

    private static void forEachFile(BiConsumer<Long, ParsedFile> property) {
        for (long seed = 0; seed < FILES; seed++) {
            ProtocolGenerator generator = new ProtocolGenerator(seed, seed % 2 == 0 ? 0.1 : 0.01);
            property.accept(seed, parse(generator.file(), seed));
        }
    }

    private static ParsedFile parse(String text, long seed) {
        ParsedFile parsed = Parser.parse(Source.of("seed-" + seed + ".omt", text));
        assertEquals("", DiagnosticText.render(parsed.diagnostics()), () -> "seed " + seed + "\n" + text);
        return parsed;
    }

    /** Sorted: a comment in the midst of an expression moves before its item. */
    private static List<String> comments(ParsedFile parsed) {
        return parsed.file().comments().stream().map(Comment::text).sorted().toList();
    }
}
