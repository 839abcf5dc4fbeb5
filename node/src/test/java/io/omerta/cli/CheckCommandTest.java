package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    /** The host goes where it has heard something, but has not kept it. */
    private static final String FORGETFUL = SmallProtocol.CLEAN.replace("heard = message.word", "");

    @TempDir
    Path folder;

    private Transcript transcript = Transcript.ofFiles();

    private int check(String... arguments) {
        List<String> all = new ArrayList<>(List.of("check"));
        all.addAll(List.of(arguments));
        transcript = Transcript.ofFiles();
        return Omerta.run(transcript.terminal(), all.toArray(String[]::new));
    }

    private String file(String text) {
        return SmallProtocol.write(folder, "protocol.omt", text).toString();
    }

    @Test
    void aProtocolThatHoldsEndsWithZero() {
        String file = file(SmallProtocol.CLEAN);
        assertEquals(0, check(file));
        assertTrue(transcript.out().startsWith(file + ": held, "), transcript.out());
        assertTrue(transcript.out().contains("held         invariant HeardMeansAWord\n"), transcript.out());
        assertEquals("", transcript.err());
    }

    @Test
    void aViolationIsShownWithItsMovesAndEndsWithOne() {
        assertEquals(1, check(file(FORGETFUL), "--trigger", "Caller.greet(Host, \"hi\")"));
        assertTrue(transcript.out().contains("violated     invariant HeardMeansAWord\n"), transcript.out());
        assertTrue(
                transcript
                        .out()
                        .contains("   1  call Caller.greet(Host, \"hi\")\n"
                                + "   2  deliver Caller -> Host HELLO {word \"hi\"}\n"),
                transcript.out());
    }

    @Test
    void ofTheFilesPropertiesOnlyThoseAreCheckedThatAreNamed() {
        String file = file(FORGETFUL + "\ninvariant Trivial ( true )\n");
        assertEquals(0, check(file, "--property", "Trivial"), transcript.out());
        assertTrue(transcript.out().contains("held         invariant Trivial\n"), transcript.out());
        assertEquals(1, check(file, "--property", "Trivial", "--property", "HeardMeansAWord"), transcript.out());
    }

    @Test
    void aSearchThatGivesUpEndsWithTwo() {
        assertEquals(2, check(file(SmallProtocol.CLEAN), "--depth", "1"));
        assertTrue(transcript.out().contains("not refuted  no deadlock\n"), transcript.out());
    }

    @Test
    void walksGoOnWhereTheSearchGivesUp() {
        assertEquals(1, check(file(FORGETFUL), "--states", "1", "--walks", "50"), transcript.out());
        assertEquals(2, check(file(FORGETFUL), "--states", "1"));
    }

    @Test
    void aCounterexampleIsReplayedFromItsFile() throws IOException {
        String out = folder.resolve("out").toString();
        assertEquals(1, check(file(FORGETFUL), "--out", out, "--drops", "1"));
        String written = folder.resolve("out").resolve("counterexample.txt").toString();
        assertEquals(
                "replay with: omerta check --replay " + written,
                transcript.err().strip());
        assertTrue(Files.readString(folder.resolve("out").resolve("counterexample.mmd"))
                .startsWith("sequenceDiagram\n"));

        assertEquals(1, check("--replay", written));
        assertTrue(transcript.out().contains("invariant HeardMeansAWord: it does not hold\n"), transcript.out());
        file(SmallProtocol.CLEAN);
        assertEquals(0, check("--replay", written));
        assertTrue(transcript.out().endsWith("after these moves every property holds\n"), transcript.out());
    }

    @Test
    void aFileThatIsNoCounterexampleIsRefused() {
        String file = file(SmallProtocol.CLEAN);
        assertEquals(3, check("--replay", file));
        assertTrue(transcript.err().startsWith(file + ":1:1: error: a line begins with"), transcript.err());
    }

    @Test
    void jsonIsForProgramsAndTheSameEveryTime() throws JsonProcessingException {
        String file = file(FORGETFUL);
        assertEquals(1, check(file, "--json"));
        String first = transcript.out();
        JsonNode report = JsonMapper.builder().build().readTree(first);
        assertEquals("violated", report.get("verdict").asText());
        assertEquals("invariant HeardMeansAWord", report.get("violated").asText());
        assertEquals(3, report.get("moves").size());
        check(file, "--json");
        assertEquals(first, transcript.out());
    }

    @Test
    void searchAndWalksAreOneJsonText() throws JsonProcessingException {
        check(file(FORGETFUL), "--states", "1", "--walks", "50", "--json");
        JsonNode report = JsonMapper.builder().build().readTree(transcript.out());
        assertEquals("violated", report.get("verdict").asText());
        assertEquals(1, transcript.out().split("\"verdict\"", -1).length - 1);
    }

    private void assertRefused(String message, String... arguments) {
        assertEquals(3, check(arguments));
        assertEquals("error: " + message, transcript.err().strip());
        assertEquals("", transcript.out());
    }

    @Test
    void whatDoesNotFitTheFileIsToldInOneLine() {
        String file = file(SmallProtocol.CLEAN);
        assertRefused("there is no role Hots; did you mean Host?", file, "--instances", "Hots=2");
        assertRefused("there is no role Witness; there are Caller, Host", file, "--witnesses", "4");
        assertRefused("there is no parameter PATENCE; did you mean PATIENCE?", file, "--set", "PATENCE=1");
        assertRefused(
                "transaction 90 has no property HeardMeansAWorld: did you mean HeardMeansAWord?",
                file,
                "--property",
                "HeardMeansAWorld");
        assertRefused("--byzantine takes N or ROLE=N, not \"many\"", file, "--byzantine", "many");
        assertRefused("--drops, --duplicates, --crashes and --lies are at least 0", file, "--drops", "-1");
    }

    @Test
    void aFileWithErrorsIsRefusedWithTheFirst() {
        String file = file(SmallProtocol.BROKEN);
        assertEquals(3, check(file));
        assertTrue(transcript.err().startsWith("error: " + file + ":24:20: error OMT-S01: "), transcript.err());
        assertEquals(1, transcript.err().lines().count());
        assertTrue(transcript.err().strip().endsWith("see \"omerta omt lint " + file + "\""), transcript.err());
    }

    @Test
    void withoutAFileTheHelpIsNamed() {
        assertEquals(3, check());
        assertTrue(transcript.err().strip().endsWith("try \"omerta check --help\""), transcript.err());
    }
}
