package io.omerta.protocol.language.lint;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.Position;
import io.omerta.protocol.language.source.RelatedSpan;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.source.TextEdit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report for code review: SARIF 2.1.0 with a rule for each code that occurs and a result for each diagnostic. */
public final class LintSarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** What RFC 3986 leaves unencoded in a path, beside letters and digits. */
    private static final String UNRESERVED = "-._~/";

    private final JsonGenerator json;

    private LintSarif(JsonGenerator json) {
        this.json = json;
    }

    /**
     * The report, with a line feed at the end.
     *
     * @param version of the program that checked
     */
    public static String render(LintReport report, String version) {
        return JsonText.of(json -> new LintSarif(json).write(report, version));
    }

    private void write(LintReport report, String version) throws IOException {
        List<Code> rules = report.diagnostics().stream()
                .map(Diagnostic::code)
                .distinct()
                .sorted()
                .toList();
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "omerta");
        json.writeStringField("version", version);
        json.writeArrayFieldStart("rules");
        for (Code code : rules) {
            rule(code);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("automationDetails");
        json.writeStringField("id", "omerta/omt/");
        json.writeEndObject();
        json.writeStringField("columnKind", "unicodeCodePoints");
        json.writeArrayFieldStart("artifacts");
        for (Source file : report.files()) {
            json.writeStartObject();
            artifactLocation("location", file);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("results");
        for (Diagnostic diagnostic : report.diagnostics()) {
            result(diagnostic, rules.indexOf(diagnostic.code()));
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void rule(Code code) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", code.label());
        message("shortDescription", code.title());
        message("help", CodeHelp.of(code));
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", code.severity().label());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void result(Diagnostic diagnostic, int ruleIndex) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", diagnostic.code().label());
        json.writeNumberField("ruleIndex", ruleIndex);
        json.writeStringField("level", diagnostic.severity().label());
        message("message", diagnostic.message());
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        physicalLocation(diagnostic.span());
        json.writeEndObject();
        json.writeEndArray();
        if (!diagnostic.related().isEmpty()) {
            json.writeArrayFieldStart("relatedLocations");
            for (RelatedSpan related : diagnostic.related().stream().distinct().toList()) {
                json.writeStartObject();
                physicalLocation(related.span());
                message("message", related.message());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (!diagnostic.fixes().isEmpty()) {
            json.writeArrayFieldStart("fixes");
            for (Fix fix : diagnostic.fixes().stream().distinct().toList()) {
                fix(fix);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void fix(Fix fix) throws IOException {
        Map<Source, List<TextEdit>> byFile = new LinkedHashMap<>();
        for (TextEdit edit : fix.edits()) {
            byFile.computeIfAbsent(edit.span().source(), file -> new ArrayList<>())
                    .add(edit);
        }
        json.writeStartObject();
        message("description", fix.description());
        json.writeArrayFieldStart("artifactChanges");
        for (Map.Entry<Source, List<TextEdit>> change : byFile.entrySet()) {
            json.writeStartObject();
            artifactLocation("artifactLocation", change.getKey());
            json.writeArrayFieldStart("replacements");
            for (TextEdit edit : change.getValue()) {
                json.writeStartObject();
                region("deletedRegion", edit.span());
                json.writeObjectFieldStart("insertedContent"); // content, not a message: nothing is escaped
                json.writeStringField("text", edit.replacement());
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void physicalLocation(Span span) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        artifactLocation("artifactLocation", span.source());
        region("region", span);
        json.writeEndObject();
    }

    private void artifactLocation(String name, Source file) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("uri", uri(file.name()));
        json.writeEndObject();
    }

    private void region(String name, Span span) throws IOException {
        Position start = span.startPosition();
        Position end = span.endPosition();
        json.writeObjectFieldStart(name);
        json.writeNumberField("startLine", start.line());
        json.writeNumberField("startColumn", start.column());
        json.writeNumberField("endLine", end.line());
        json.writeNumberField("endColumn", end.column());
        json.writeEndObject();
    }

    /** Braces mark the places of arguments in a SARIF message, and are doubled where they mean themselves (3.11.5). */
    private void message(String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text.replace("{", "{{").replace("}", "}}"));
        json.writeEndObject();
    }

    /** A path as a relative reference, an absolute one as a file URI (RFC 3986, RFC 8089). */
    private static String uri(String path) {
        StringBuilder out = new StringBuilder(path.startsWith("/") ? "file://" : "");
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || UNRESERVED.indexOf(c) >= 0;
            if (plain) {
                out.append(c);
            } else {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 0xf, 16)));
            }
        }
        return out.toString();
    }
}
