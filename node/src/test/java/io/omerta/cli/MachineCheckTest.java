package io.omerta.cli;

import static io.omerta.cli.MachineCheck.Status.FAIL;
import static io.omerta.cli.MachineCheck.Status.OK;
import static io.omerta.cli.MachineCheck.Status.WARN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCheckTest {
    private static final long MIB = 1L << 20;

    @Test
    void javaOlderThan17Fails() {
        assertEquals(OK, MachineCheck.java(17, "17.0.1").status());
        assertEquals(FAIL, MachineCheck.java(16, "16.0.2").status());
    }

    @Test
    void aHeapBelowOneGibibyteIsAWarning() {
        assertEquals(OK, MachineCheck.memory(1024 * MIB).status());
        assertEquals(WARN, MachineCheck.memory(1023 * MIB).status());
    }

    @Test
    void littleFreeDiskIsAWarningAndHardlyAnyAFailure() {
        assertEquals(OK, MachineCheck.disk(1024 * MIB).status());
        assertEquals(WARN, MachineCheck.disk(100 * MIB).status());
        assertEquals(FAIL, MachineCheck.disk(99 * MIB).status());
    }

    @Test
    void aResultsFolderThatDoesNotExistYetIsFineAndIsNotMade(@TempDir Path folder) throws IOException {
        assertEquals(OK, MachineCheck.resultsFolder(folder.resolve("a/b")).status());
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void aResultsFolderBelowAFileFails(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertEquals(FAIL, MachineCheck.resultsFolder(file.resolve("out")).status());
    }

    @Test
    void missingFontsAreAWarningWhetherCountedOrThrown() {
        assertEquals(OK, MachineCheck.fonts(() -> 1).status());
        assertEquals(WARN, MachineCheck.fonts(() -> 0).status());
        assertEquals(
                WARN,
                MachineCheck.fonts(() -> {
                            throw new UnsatisfiedLinkError("libfreetype.so.6");
                        })
                        .status());
    }

    @Test
    void anUnknownCommitIsAWarning() {
        assertEquals(WARN, MachineCheck.commit(BuildInfo.of("1.0", "unknown")).status());
    }

    @Test
    void whateverIsNotOkHasARemedy() {
        List<MachineCheck> checks = List.of(
                MachineCheck.java(11, "11"),
                MachineCheck.cores(1),
                MachineCheck.memory(1),
                MachineCheck.disk(1),
                MachineCheck.fonts(() -> 0),
                MachineCheck.commit(BuildInfo.of("1.0", "unknown")));

        for (MachineCheck check : checks) {
            assertFalse(check.remedy().isEmpty(), check::toString);
        }
    }

    @Test
    void onlyAFailureMakesTheDoctorFail() {
        MachineCheck warning = MachineCheck.cores(1);
        MachineCheck failure = MachineCheck.java(11, "11");

        assertEquals(CliExit.HELD, DoctorCommand.exit(List.of(warning)));
        assertEquals(CliExit.INVALID_INPUT, DoctorCommand.exit(List.of(warning, failure)));
    }

    @Test
    void theDoctorPrintsJsonForPrograms(@TempDir Path folder) throws IOException {
        Transcript transcript = Transcript.ofFiles();
        int code = Omerta.run(transcript.terminal(), "doctor", "--json", "--out", folder.toString());
        JsonNode report = new ObjectMapper().readTree(transcript.out());

        assertEquals(code == 0, report.get("ready").booleanValue());
        assertEquals("java", report.get("checks").get(0).get("name").textValue());
        assertEquals("ok", report.get("checks").get(0).get("status").textValue());
        assertTrue(report.get("checks").size() >= 8);
    }
}
