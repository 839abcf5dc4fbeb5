package io.omerta.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class MarkupTest {
    @Test
    void markupCharactersBecomeReferences() {
        assertEquals("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;", Markup.escape("<a b=\"c\" d='e'>&amp;"));
    }

    @Test
    void charactersThatXmlCannotHoldAreReplaced() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFD", Markup.escape("a\u0000b\uD800c\uFFFF"));
        assertEquals("a\uFFFD<", Markup.legal("a\u0007<"));
    }

    @Test
    void charactersBeyondTheFirstPlaneStay() {
        assertEquals("\uD83D\uDE80\t\n", Markup.escape("\uD83D\uDE80\t\n"));
    }
}
