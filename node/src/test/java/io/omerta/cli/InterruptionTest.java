package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, sent to a process of its own. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class InterruptionTest {
    @TempDir
    Path folder;

    private Process process;

    @AfterEach
    void endTheProcess() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void whatHasFinishedIsReportedAndTheExitCodeIsThatOfTheSignal() throws Exception {
        start("1 s");
        // Two replications run at once, each with a file for its events: with nine files, seven have finished.
        await(() -> parts().size() > 8);
        interrupt();

        assertEquals(130, process.exitValue());
        String out = text("stdout");
        assertTrue(out.matches("(?s)long: .*interrupted.*, [1-9][0-9]* of 100,000 replications, .*"), out);
        Path directory = Path.of(out.replaceFirst("(?s).*\nreport  ", "").replaceFirst("(?s)/index.html\n.*", ""));
        assertTrue(String.valueOf(directory.getFileName()).endsWith("-interrupted"), directory.toString());
        JsonNode summary = JsonMapper.builder().build().readTree(Files.readString(directory.resolve("summary.json")));
        assertEquals("interrupted", summary.path("completion").asText());
        int ended = summary.path("replications_ended").asInt();
        assertTrue(ended > 0, summary.toString());
        assertTrue(out.contains(", " + ended + " of 100,000"), out);
        assertEquals(List.of(String.valueOf(directory.getFileName())), entries(folder.resolve("out/long")));
        assertEquals(List.of("latest", "long"), entries(folder.resolve("out")));
        assertEquals(0, parts(directory).size());
        assertEquals(ended, replicationsWithEvents(directory.resolve("events.jsonl.gz")));
    }

    @Test
    void beforeAnyReplicationHasFinishedNothingIsWritten() throws Exception {
        start("1000 d");
        await(() -> !parts().isEmpty());
        interrupt();

        assertEquals(130, process.exitValue());
        assertEquals("", text("stdout"));
        assertEquals("interrupted before a replication had finished; nothing is written\n", text("stderr"));
        assertEquals(List.of(), entries(folder.resolve("out/long")));
        assertFalse(Files.exists(folder.resolve("out/latest")));
    }

    private static long replicationsWithEvents(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.replaceFirst(",\"event\".*", ""))
                    .distinct()
                    .count();
        }
    }

    private void start(String duration) throws IOException {
        Path file = SmallScenario.write(folder, "long.yaml", SmallScenario.LONG.formatted(duration));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Omerta.class.getName(),
                "run",
                file.toString(),
                "--events",
                "--threads",
                "2",
                "--out",
                folder.resolve("out").toString()));
        process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile())
                .start();
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private void await(Condition condition) throws Exception {
        while (!condition.holds()) {
            assertTrue(process.isAlive(), () -> text("stderr"));
            Thread.sleep(20);
        }
    }

    private void interrupt() throws Exception {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process goes on");
    }

    /** Event files of replications that have started, in the draft of the run. */
    private List<String> parts() throws IOException {
        Path runs = folder.resolve("out/long");
        List<String> parts = new ArrayList<>();
        if (Files.isDirectory(runs)) {
            for (String draft : entries(runs)) {
                parts.addAll(parts(runs.resolve(draft)));
            }
        }
        return parts;
    }

    private static List<String> parts(Path draft) throws IOException {
        return entries(draft).stream()
                .filter(name -> name.startsWith(".events-"))
                .toList();
    }

    private static List<String> entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
