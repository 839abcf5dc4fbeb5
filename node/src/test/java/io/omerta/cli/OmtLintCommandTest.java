package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmtLintCommandTest {
    @TempDir
    Path folder;

    private Transcript transcript = Transcript.ofFiles();

    @Test
    void aCleanFileEndsWithZero() {
        assertEquals(0, lint(file(SmallProtocol.CLEAN)));
        assertEquals("1 file: no errors, no warnings\n", transcript.out());
        assertEquals("", transcript.err());
    }

    @Test
    void anErrorIsShownAtItsPlaceAndEndsWithOne() {
        String file = file(SmallProtocol.FIXABLE);

        assertEquals(1, lint(file));
        assertTrue(transcript.out().startsWith(file + ":4:25: error OMT-S01: `;` is not used"), transcript.out());
        assertTrue(transcript.out().contains("4 |     PATIENCE = 5 seconds;\n    |                         ^\n"));
        assertTrue(
                transcript.out().endsWith("1 file: 2 errors\n2 of them can be mended with --fix\n"), transcript.out());
        assertEquals("", transcript.err());
    }

    @Test
    void allFilesOfADirectoryAreCheckedInOrder() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("b"));
        SmallProtocol.write(folder, "c.omt", SmallProtocol.BROKEN);
        SmallProtocol.write(folder, "a.omt", SmallProtocol.BROKEN);
        SmallProtocol.write(folder, "a.txt", SmallProtocol.BROKEN);
        SmallProtocol.write(inner, "x.omt", SmallProtocol.BROKEN);

        assertEquals(1, lint(folder.toString()));
        assertEquals(List.of("a.omt", "b/x.omt", "c.omt"), filesWithErrors());
    }

    @Test
    void aFileGivenTwiceIsCheckedOnce() {
        String file = file(SmallProtocol.BROKEN);

        assertEquals(1, lint(file, folder.toString(), folder + "/../" + folder.getFileName() + "/small.omt"));
        assertTrue(transcript.out().endsWith("1 file: 1 error\n"), transcript.out());
    }

    @Test
    void jsonIsOneArrayWithPlacesAndFixes() throws IOException {
        String file = file(SmallProtocol.FIXABLE);

        JsonNode found = json(1, "omt", "lint", "--json", file);
        assertEquals(2, found.size());
        JsonNode first = found.get(0);
        assertEquals(file, first.path("file").asText());
        assertEquals("OMT-S01", first.path("code").asText());
        assertEquals("error", first.path("severity").asText());
        assertEquals("{\"line\":4,\"column\":25}", first.path("start").toString());
        assertEquals("{\"line\":4,\"column\":26}", first.path("end").toString());
        assertTrue(first.path("related").isArray());
        JsonNode edit = first.path("fixes").get(0).path("edits").get(0);
        assertEquals("", edit.path("replacement").asText("none"));
        assertEquals(first.path("start"), edit.path("start"));
        assertEquals(found, json(1, "omt", "lint", "--format", "json", file));
    }

    @Test
    void aCleanFileGivesAnEmptyArray() throws IOException {
        assertEquals(
                "[]",
                json(0, "omt", "lint", "--json", file(SmallProtocol.CLEAN)).toString());
    }

    @Test
    void sarifNamesTheRuleOfEveryResult() throws IOException {
        JsonNode log = json(1, "omt", "lint", "--format", "sarif", file(SmallProtocol.FIXABLE));

        assertEquals("2.1.0", log.path("version").asText());
        JsonNode run = log.path("runs").get(0);
        JsonNode rules = run.path("tool").path("driver").path("rules");
        assertEquals(2, run.path("results").size());
        for (JsonNode result : run.path("results")) {
            JsonNode rule = rules.get(result.path("ruleIndex").asInt());
            assertEquals(rule.path("id"), result.path("ruleId"));
            assertFalse(rule.path("help").path("text").asText().isEmpty());
            String uri = result.at("/locations/0/physicalLocation/artifactLocation/uri")
                    .asText();
            assertEquals(folder.resolve("small.omt").toUri(), URI.create(uri));
            assertEquals(1, result.at("/fixes/0/artifactChanges/0/replacements").size());
        }
    }

    @Test
    void fixMendsTheFileAndTellsWhatItDid() throws IOException {
        String file = file(SmallProtocol.FIXABLE);

        assertEquals(0, lint("--fix", file));
        assertEquals(SmallProtocol.FIXED, Files.readString(Path.of(file)));
        assertEquals(
                List.of(
                        file + ":4:25: fixed OMT-S01: delete it",
                        file + ":37:64: fixed OMT-S01: write `and`",
                        "1 file: no errors, no warnings"),
                transcript.out().lines().toList());
    }

    @Test
    void fixKeepsLineEndsAndEverythingElse() throws IOException {
        String text = "# \u00fcber\t \r\n" + SmallProtocol.FIXABLE.replace("\n", "\r\n") + "\r\n\n\r";
        String file = file(text);

        assertEquals(0, lint("--fix", file));
        assertArrayEquals(
                text.replace(";", "").replace("&&", "and").getBytes(StandardCharsets.UTF_8),
                Files.readAllBytes(Path.of(file)));
    }

    @Test
    void fixingAgainWritesNothing() throws IOException {
        Path file = Path.of(file(SmallProtocol.FIXABLE));
        lint("--fix", file.toString());
        Object identity = Files.getAttribute(file, "basic:fileKey");

        assertEquals(0, lint("--fix", file.toString()));
        assertEquals("1 file: no errors, no warnings\n", transcript.out());
        assertEquals(identity, Files.getAttribute(file, "basic:fileKey"));
    }

    @Test
    void fixLeavesAloneWhatNeedsAPerson() throws IOException {
        String text = SmallProtocol.BROKEN.replace("seconds", "seconds;");
        String file = file(text);

        assertEquals(1, lint("--fix", file));
        assertEquals(SmallProtocol.BROKEN, Files.readString(Path.of(file)));
        assertTrue(transcript.out().endsWith("1 file: 1 error\n"), transcript.out());
    }

    @Test
    void fixWithJsonKeepsStandardOutputForJson() throws IOException {
        String file = file(SmallProtocol.FIXABLE);

        assertEquals(0, lint("--fix", "--json", file));
        assertEquals("[]\n", transcript.out());
        assertEquals(2, transcript.err().lines().count());
    }

    @Test
    void fixMendsAMisspeltName() throws IOException {
        String file = file(SmallProtocol.CLEAN.replace("SEND(host, HELLO)", "SEND(host, HELO)"));

        assertEquals(0, lint("--fix", file));
        assertEquals(SmallProtocol.CLEAN, Files.readString(Path.of(file)));
        assertTrue(transcript.out().startsWith(file + ":24:20: fixed OMT-E08: "), transcript.out());
    }

    @Test
    void fixMendsAMisspeltImportAlthoughOtherErrorsComeToLight() throws IOException {
        SmallProtocol.write(folder, "common.omt", "enum Colour (\n    RED\n)\n");
        String file = file("imports comon\n\nfunction f() -> Colour (\n    RETURN BLUE + GREY\n)\n");

        assertEquals(1, lint("--fix", file));
        assertTrue(Files.readString(Path.of(file)).startsWith("imports common\n"));
    }

    @Test
    void aWarningEndsWithZero() {
        assertEquals(0, lint(file(SmallProtocol.CLEAN + "\nparameters (\n    WITNESSES = 5 count\n)\n")));
        assertTrue(transcript.out().contains(": warning OMT-W08: "), transcript.out());
        assertTrue(transcript.out().endsWith("1 file: 1 warning\n"), transcript.out());
    }

    @Test
    void anErrorInAnImportOfTwoFilesIsToldOnce() {
        SmallProtocol.write(folder, "a.omt", "imports common\n");
        SmallProtocol.write(folder, "b.omt", "imports common\n");
        SmallProtocol.write(folder, "common.omt", "enum (RED)\n");

        assertEquals(1, lint(folder.toString()));
        assertEquals(List.of("common.omt"), filesWithErrors());
    }

    @Test
    void aCompositionFindsTheOtherTransactionNearBy() throws IOException {
        Path other = Files.createDirectory(folder.resolve("91"));
        SmallProtocol.write(other, "transaction.omt", SmallProtocol.CLEAN.replace("90", "91"));
        Path own = Files.createDirectory(folder.resolve("90"));
        String composes = "\ncomposes Caller.DONE -> 91 Caller.greet { host host, word word }\n";
        Path file = SmallProtocol.write(own, "transaction.omt", SmallProtocol.CLEAN + composes);

        assertEquals(0, lint(folder.toString()), transcript.out());
        assertEquals(1, lint("--root", own.toString(), file.toString()));
        assertTrue(transcript.out().contains(" error OMT-E29: "), transcript.out());
    }

    @Test
    void fixKeepsThePermissionsAndTheLink() throws IOException {
        Path file = Path.of(file(SmallProtocol.FIXABLE));
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "no permissions here");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r----x"));
        Path link = Files.createSymbolicLink(folder.resolve("link.omt"), file);

        assertEquals(0, lint("--fix", link.toString()));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(SmallProtocol.FIXED, Files.readString(file));
        assertEquals("rw-r----x", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(2, left.count());
        }
    }

    private List<String> filesWithErrors() {
        List<String> files = new ArrayList<>();
        for (String line : transcript.out().lines().toList()) {
            if (line.contains(": error OMT-")) {
                files.add(folder.relativize(Path.of(line.substring(0, line.indexOf(':'))))
                        .toString());
            }
        }
        return files;
    }

    private String file(String text) {
        return SmallProtocol.write(folder, "small.omt", text).toString();
    }

    private int lint(String... arguments) {
        return run(Stream.concat(Stream.of("omt", "lint"), Stream.of(arguments)).toArray(String[]::new));
    }

    private int run(String... arguments) {
        transcript = Transcript.ofFiles();
        return Omerta.run(transcript.terminal(), arguments);
    }

    private JsonNode json(int code, String... arguments) throws JsonProcessingException {
        assertEquals(code, run(arguments), transcript.err());
        assertEquals("", transcript.err());
        return JsonMapper.builder().build().readTree(transcript.out());
    }
}
