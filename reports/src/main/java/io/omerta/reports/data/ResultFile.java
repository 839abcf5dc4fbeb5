package io.omerta.reports.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.omerta.sim.record.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeSet;

/** {@code result.json}: a whole {@link RunResult}, every array included, and back. */
public final class ResultFile {
    /** Name of the file in a run directory. */
    public static final String NAME = "result.json";

    private static final String SCHEMA_VERSION_FIELD = "schema_version";
    private static final String REWRITE = "; run the scenario again to write the file anew";

    private ResultFile() {}

    private record Content(int schemaVersion, RunResult result) {}

    public static String text(RunResult result) {
        return JsonFormat.text(new Content(JsonFormat.SCHEMA_VERSION, result));
    }

    /**
     * Reads a file that {@link #text} has written.
     *
     * @throws IllegalArgumentException if it is missing or is not such a file; the message is one line for people
     * @throws IOException if it cannot be read
     */
    public static RunResult read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(
                    file + ": no such file; a run directory that a complete run has written holds one", e);
        }
        try {
            JsonNode tree = JsonFormat.strictMapper().readTree(bytes);
            requireVersion(file, tree);
            return JsonFormat.strictMapper().treeToValue(tree, Content.class).result();
        } catch (StreamReadException e) {
            throw new IllegalArgumentException(
                    file + ":" + e.getLocation().getLineNr() + ":"
                            + e.getLocation().getColumnNr() + ": cannot be parsed: " + oneLine(e) + REWRITE,
                    e);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(file + ": " + path(e) + " " + fault(e) + REWRITE, e);
        }
    }

    private static void requireVersion(Path file, JsonNode tree) {
        JsonNode version = tree.path(SCHEMA_VERSION_FIELD);
        if (!version.isInt()) {
            throw new IllegalArgumentException(
                    file + ": " + SCHEMA_VERSION_FIELD + " is missing, so this is not the result of a run" + REWRITE);
        }
        if (version.intValue() != JsonFormat.SCHEMA_VERSION) {
            throw new IllegalArgumentException(file + ": " + SCHEMA_VERSION_FIELD + " is " + version.intValue()
                    + ", this program reads version " + JsonFormat.SCHEMA_VERSION + REWRITE);
        }
    }

    /** Where in the file, such as {@code result.charts[2].series}. */
    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "top level" : path.toString();
    }

    /** What is wrong there, in the words of the file rather than of the parser. */
    private static String fault(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "is not a known field; known here are " + new TreeSet<>(unknown.getKnownPropertyIds());
        }
        if (e instanceof InvalidTypeIdException kind) {
            return "has the unknown kind \"" + kind.getTypeId() + "\"; known are " + JsonFormat.chartKinds();
        }
        if (e instanceof InvalidNullException) {
            return "is null";
        }
        if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
            return "is refused: " + refused.getCause().getMessage();
        }
        String message = oneLine(e);
        if (message.startsWith("Missing creator property")) {
            return "is missing";
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "is not a value of type " + mismatch.getTargetType().getSimpleName();
        }
        return "cannot be read: " + message;
    }

    private static String oneLine(JsonProcessingException e) {
        String message = Objects.requireNonNullElse(e.getOriginalMessage(), "unreadable");
        // The parser says in brackets where something began, in words about itself.
        return message.lines().findFirst().orElse("unreadable").replaceFirst(" \\(start marker at .*", "");
    }
}
