package io.omerta.protocol.language.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "plain text, with (parentheses) and LOCK_TERMS. ~ plain text, with (parentheses) and LOCK_TERMS.",
                "a|b ~ a&#124;b",
                "`x` ~ \\`x\\`",
                "<script>x</script> ~ &lt;script&gt;x&lt;/script&gt;",
                "<!-- x ~ &lt;!-- x",
                "_x_ and *y* ~ \\_x\\_ and \\*y\\*",
                "[x](javascript:y) ~ \\[x\\](javascript:y)",
                "&amp; ~ &amp;amp;",
                "# no heading ~ \\# no heading",
                "- no item ~ \\- no item",
                "1. no item ~ 1\\. no item",
                "2.5 is a number ~ 2\\.5 is a number",
                "back\\slash ~ back\\\\slash",
            })
    void proseReadsAsItWasWritten(String plain, String markdown) {
        assertEquals(markdown, Markdown.text(plain));
    }

    @Test
    void controlCharactersAndLineEndsDoNotBreakALine() {
        assertEquals("a b\uFFFDc", Markdown.text("a\nb\0c"));
    }

    @Test
    void codeIsACodeSpan() {
        assertEquals("`a > 0 and b_c == *`", Markdown.code("a > 0 and b_c == *"));
    }

    @Test
    void codeThatACodeSpanOrATableWouldBreakIsWrittenWithEntities() {
        assertEquals("<code>&#34;a&#124;b&#96;&#92;&#60;i&#62;&#34;</code>", Markdown.code("\"a|b`\\<i>\""));
    }

    @Test
    void columnsThatAreEmptyInEveryRowAreLeftOut() {
        Markdown out = new Markdown();
        out.table(List.of("A", "B", "C"), List.of(List.of("1", "", "3"), List.of("4", "", "")));

        assertEquals("| A | C |\n| --- | --- |\n| 1 | 3 |\n| 4 | |\n", out.toString());
    }

    @Test
    void aFenceIsLongerThanAnyInTheSource() {
        Markdown out = new Markdown();
        out.fence("omt", "a ``` b ```` c");

        assertEquals("`````omt\na ``` b ```` c\n`````\n", out.toString());
    }
}
