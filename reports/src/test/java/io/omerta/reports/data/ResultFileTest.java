package io.omerta.reports.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.reports.SampleRun;
import io.omerta.sim.record.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultFileTest {
    @TempDir
    Path directory = Path.of("");

    private RunResult read(String text) throws IOException {
        return ResultFile.read(Files.writeString(directory.resolve("result.json"), text));
    }

    /** The complaint about a file, which must be one line that names the file. */
    private String complaint(String text) {
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> read(text));
        String message = String.valueOf(error.getMessage());
        assertTrue(message.startsWith(directory.resolve("result.json").toString()), message);
        assertFalse(message.contains("\n"), message);
        return message;
    }

    private static String sample() {
        return ResultFile.text(SampleRun.result());
    }

    @Test
    void sampleComesBackEqual() throws IOException {
        DeepEquality.assertDeepEquals(SampleRun.result(), read(sample()));
    }

    @Test
    void randomResultsComeBackEqual() throws IOException {
        Random random = new Random(20_260_301);
        for (int i = 0; i < 200; i++) {
            RunResult result = new RandomResults(random).next();
            DeepEquality.assertDeepEquals(result, read(ResultFile.text(result)));
        }
    }

    @Test
    void linesEndWithALineFeedOnly() {
        assertFalse(sample().contains("\r"));
        assertTrue(sample().endsWith("}\n"));
    }

    @Test
    void missingFileIsNamed() {
        Path file = directory.resolve("absent.json");
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> ResultFile.read(file));
        assertEquals(
                file + ": no such file; a run directory that a complete run has written holds one", error.getMessage());
    }

    @Test
    void brokenJsonIsShownWithLineAndColumn() {
        String message = complaint("{\n  \"schema_version\": 1,\n  oops\n}");
        assertTrue(message.contains("result.json:3:"), message);
    }

    @Test
    void cutOffFileIsRefused() {
        assertTrue(complaint(sample().substring(0, 900)).contains("cannot be parsed"));
    }

    @Test
    void emptyFileIsRefused() {
        assertTrue(complaint("").contains("schema_version is missing"));
    }

    @Test
    void laterVersionIsRefused() {
        String message = complaint(sample().replaceFirst("\"schema_version\": 1", "\"schema_version\": 2"));
        assertTrue(message.contains("schema_version is 2, this program reads version 1"), message);
    }

    @Test
    void unknownFieldIsRefusedWithThoseThatAreKnown() {
        String message =
                complaint(sample().replaceFirst("\"kind\": \"always\"", "\"kind\": \"always\", \"colour\": \"red\""));
        assertTrue(message.contains("result.verdicts[0].colour is not a known field"), message);
        assertTrue(message.contains("kind, measured"), message);
    }

    @Test
    void missingFieldIsRefusedWithItsPlace() {
        String message = complaint(sample().replaceFirst("\"caption\": \"Sent by[^\"]*\",", ""));
        assertTrue(message.contains("result.tables[0].caption is missing"), message);
    }

    @Test
    void nullIsRefused() {
        String message = complaint(sample().replaceFirst("\"commit\": \"[^\"]*\"", "\"commit\": null"));
        assertTrue(message.contains("result.manifest.commit is null"), message);
    }

    @Test
    void nullInAListIsRefused() {
        String message = complaint(sample().replaceFirst("\"arguments\": \\[ \"run\"", "\"arguments\": [ null"));
        assertTrue(message.contains("result.manifest.arguments[0] is null"), message);
    }

    @Test
    void numberAsTextIsRefused() {
        String message = complaint(sample().replaceFirst("\"seed\": 42", "\"seed\": \"42\""));
        assertTrue(message.contains("result.manifest.seed is not a value of type long"), message);
    }

    @Test
    void unknownKindOfChartIsRefused() {
        String message = complaint(sample().replaceFirst("\"kind\": \"boxes\"", "\"kind\": \"pie\""));
        assertTrue(message.contains("result.charts[5] has the unknown kind \"pie\""), message);
        assertTrue(message.contains("heat_map"), message);
    }

    @Test
    void duplicateFieldIsRefused() {
        String message = complaint(sample().replaceFirst("\"seed\": 42", "\"seed\": 42, \"seed\": 43"));
        assertTrue(message.contains("Duplicate field 'seed'"), message);
    }

    @Test
    void brokenRuleOfARecordIsRefusedInItsWords() {
        String message = complaint(sample().replaceFirst("\\[ \"Asia Pacific\", ", "[ "));
        assertTrue(
                message.contains("result.tables[0] is refused: table regions has a row of 3 cells under 4 columns"),
                message);
    }
}
