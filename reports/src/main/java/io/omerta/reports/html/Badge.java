package io.omerta.reports.html;

import io.omerta.sim.record.Outcome;

/** An outcome as a word with a sign and a colour; the word alone says everything. */
final class Badge {
    private Badge() {}

    static void write(HtmlWriter html, Outcome outcome) {
        switch (outcome) {
            case HELD -> write(html, "held", "✓", "held");
            case VIOLATED -> write(html, "violated", "✕", "violated");
            case INCONCLUSIVE -> write(html, "inconclusive", "?", "inconclusive");
        }
    }

    static void writeInterrupted(HtmlWriter html) {
        write(html, "neutral", "■", "interrupted");
    }

    private static void write(HtmlWriter html, String style, String sign, String word) {
        html.open("span", "class", "badge " + style)
                .element("span", sign, "aria-hidden", "true")
                .text(" " + word)
                .close();
    }
}
