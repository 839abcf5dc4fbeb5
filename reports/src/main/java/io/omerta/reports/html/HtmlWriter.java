package io.omerta.reports.html;

import io.omerta.reports.text.Markup;
import java.util.ArrayDeque;
import java.util.Deque;

/** Builds HTML so that no text can become markup: everything is escaped, except what {@link #raw} is given. */
final class HtmlWriter {
    private final StringBuilder html = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn
     */
    HtmlWriter open(String element, String... attributes) {
        startTag(element, attributes);
        open.push(element);
        return this;
    }

    /** Closes the element opened last. */
    HtmlWriter close() {
        html.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes the element opened last and ends the line. */
    HtmlWriter closeLine() {
        close();
        html.append('\n');
        return this;
    }

    HtmlWriter text(String text) {
        html.append(Markup.escape(text));
        return this;
    }

    /** An element that holds text only. */
    HtmlWriter element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** An element without content or end tag. */
    HtmlWriter empty(String element, String... attributes) {
        startTag(element, attributes);
        return this;
    }

    /** Markup made by this program. */
    HtmlWriter raw(String markup) {
        html.append(markup);
        return this;
    }

    /** @throws IllegalStateException if an element is still open */
    String finish() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return html.toString();
    }

    private void startTag(String element, String... attributes) {
        html.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(Markup.escape(attributes[i + 1]))
                    .append('"');
        }
        html.append('>');
    }
}
