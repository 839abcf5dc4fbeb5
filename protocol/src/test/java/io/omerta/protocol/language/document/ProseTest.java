package io.omerta.protocol.language.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProseTest {
    @Test
    void linesWithoutABlankOneBetweenThemAreOneParagraph() {
        assertEquals("one two\n\nthree\n", markdown("one", "two", "", "three"));
    }

    @Test
    void indentedLinesKeepTheirLayout() {
        assertEquals("Course:\n\n```text\nA -> B\n  later\n```\n", markdown("Course:", "  A -> B", "    later"));
    }

    @Test
    void itemsAreAListAndMayGoOnOnTheNextLine() {
        assertEquals("- one more\n- two\n\nEnd.\n", markdown("- one", "  more", "- two", "", "End."));
    }

    @Test
    void ornamentsAreLeftOut() {
        assertEquals("text\n", markdown("-----", "text", "====="));
    }

    private static String markdown(String... lines) {
        Markdown out = new Markdown();
        Prose.of(List.of(lines)).writeTo(out);
        return out.toString();
    }
}
