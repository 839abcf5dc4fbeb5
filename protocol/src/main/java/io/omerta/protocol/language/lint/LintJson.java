package io.omerta.protocol.language.lint;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.Position;
import io.omerta.protocol.language.source.RelatedSpan;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.source.TextEdit;
import java.io.IOException;

/**
 * A report for scripts: one array with an object for each diagnostic.
 *
 * <pre>
 * {"file", "code": "OMT-E07", "severity": "error" | "warning", "message", "start", "end",
 *  "related": [{"file", "message", "start", "end"}],
 *  "fixes": [{"description", "edits": [{"file", "start", "end", "replacement"}]}]}
 * </pre>
 *
 * <p>A place is {@code {"line", "column"}}, both from 1, the column in Unicode code points; the end is the place after
 * the last character.
 */
public final class LintJson {
    private LintJson() {}

    /** The report, with a line feed at the end. */
    public static String render(LintReport report) {
        return JsonText.of(json -> {
            json.writeStartArray();
            for (Diagnostic diagnostic : report.diagnostics()) {
                write(json, diagnostic);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Diagnostic diagnostic) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", diagnostic.span().source().name());
        json.writeStringField("code", diagnostic.code().label());
        json.writeStringField("severity", diagnostic.severity().label());
        json.writeStringField("message", diagnostic.message());
        ends(json, diagnostic.span());
        json.writeArrayFieldStart("related");
        for (RelatedSpan related : diagnostic.related()) {
            json.writeStartObject();
            json.writeStringField("file", related.span().source().name());
            json.writeStringField("message", related.message());
            ends(json, related.span());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("fixes");
        for (Fix fix : diagnostic.fixes()) {
            write(json, fix);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Fix fix) throws IOException {
        json.writeStartObject();
        json.writeStringField("description", fix.description());
        json.writeArrayFieldStart("edits");
        for (TextEdit edit : fix.edits()) {
            json.writeStartObject();
            json.writeStringField("file", edit.span().source().name());
            ends(json, edit.span());
            json.writeStringField("replacement", edit.replacement());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void ends(JsonGenerator json, Span span) throws IOException {
        place(json, "start", span.startPosition());
        place(json, "end", span.endPosition());
    }

    private static void place(JsonGenerator json, String name, Position position) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("line", position.line());
        json.writeNumberField("column", position.column());
        json.writeEndObject();
    }
}
