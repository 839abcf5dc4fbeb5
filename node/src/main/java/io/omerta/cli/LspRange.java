package io.omerta.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;

/** Places as the Language Server Protocol counts them: lines from 0, and UTF-16 units within a line from 0. */
final class LspRange {
    private LspRange() {}

    static ObjectNode of(Span span) {
        ObjectNode range = JsonNodeFactory.instance.objectNode();
        range.set("start", position(span.source(), span.start()));
        range.set("end", position(span.source(), span.end()));
        return range;
    }

    /** The offset of a position; one outside of the text becomes the nearest within. */
    static int offset(Source source, JsonNode position) {
        int lastLine = source.lineAt(source.text().length());
        int line = Math.min(Math.max(0, position.path("line").asInt()), lastLine - 1) + 1;
        Span text = source.line(line);
        int character = Math.max(0, position.path("character").asInt());
        return text.start() + Math.min(character, text.end() - text.start());
    }

    private static ObjectNode position(Source source, int offset) {
        int line = source.lineAt(offset);
        return JsonNodeFactory.instance
                .objectNode()
                .put("line", line - 1)
                .put("character", offset - source.line(line).start());
    }
}
