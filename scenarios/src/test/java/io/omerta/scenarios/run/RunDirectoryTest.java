package io.omerta.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.Scenario;
import io.omerta.sim.record.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    private static final Scenario SCENARIO = Runs.scenario(Runs.GOSSIP, "replications=1");
    private static RunOutcome outcome;

    @TempDir
    Path folder;

    @BeforeAll
    static void runOnce() {
        outcome = withoutCharts(Runs.run(SCENARIO));
    }

    /** Drawing them takes a second, and says nothing of folders. */
    private static RunOutcome withoutCharts(RunOutcome whole) {
        RunResult result = whole.result();
        return new RunOutcome(
                new RunResult(
                        result.scenario(),
                        result.title(),
                        result.description(),
                        result.completion(),
                        result.manifest(),
                        result.resolvedScenario(),
                        result.verdicts(),
                        result.metrics(),
                        result.tables(),
                        List.of(),
                        result.notes()),
                whole.traces());
    }

    @Test
    void aFinishedRunStandsUnderTheNameOfItsScenarioAndSeed() throws IOException {
        Path finished = finish(RunDirectory.prepare(folder, SCENARIO, ""));

        assertEquals(folder.resolve("small-gossip"), finished.getParent());
        assertTrue(finished.getFileName().toString().startsWith("seed-1-"), finished.toString());
        assertEquals(
                TraceHash.ofRun(outcome.traces()),
                Files.readString(finished.resolve("trace.sha256")).strip());
        assertEquals(1, TraceFile.read(finished).traces().size());
    }

    @Test
    void nothingHasAVisibleNameBeforeItIsWhole() throws IOException {
        RunDirectory directory = RunDirectory.prepare(folder, SCENARIO, "");
        Files.writeString(directory.draft().resolve("events.jsonl.gz"), "half");

        assertTrue(names(folder.resolve("small-gossip")).stream().allMatch(name -> name.startsWith(".")));
        assertFalse(names(folder).contains("latest"));
    }

    @Test
    void onlyTheRunAndTheLinkRemain() throws IOException {
        Path finished = finish(RunDirectory.prepare(folder, SCENARIO, ""));

        assertEquals(List.of(finished.getFileName().toString()), names(finished.getParent()));
        assertEquals(List.of("latest", "small-gossip"), names(folder));
    }

    @Test
    void whatWasPutIntoTheDraftIsPartOfTheRun() throws IOException {
        RunDirectory directory = RunDirectory.prepare(folder, SCENARIO, "");
        Files.writeString(directory.draft().resolve("events.jsonl.gz"), "all");

        assertEquals("all", Files.readString(finish(directory).resolve("events.jsonl.gz")));
    }

    @Test
    void theSameRunAgainTakesThePlaceOfTheFirst() throws IOException {
        Path first = finish(RunDirectory.prepare(folder, SCENARIO, ""));
        Files.writeString(first.resolve("left-over"), "");
        Path second = finish(RunDirectory.prepare(folder, SCENARIO, ""));

        assertEquals(first, second);
        assertFalse(Files.exists(second.resolve("left-over")));
        assertEquals(List.of(second.getFileName().toString()), names(second.getParent()));
    }

    @Test
    void anotherScenarioSeedOrLabelHasAnotherPlace() throws IOException {
        Path first = finish(RunDirectory.prepare(folder, SCENARIO, ""));

        assertNotEquals(first, finish(RunDirectory.prepare(folder, SCENARIO, "fanout-3")));
        assertNotEquals(
                first,
                finish(RunDirectory.prepare(
                        folder, Runs.scenario(Runs.GOSSIP, "replications=1", "workload.fanout=4"), "")));
        assertNotEquals(
                first,
                finish(RunDirectory.prepare(folder, Runs.scenario(Runs.GOSSIP, "replications=1", "seed=2"), "")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void latestPointsAtTheNewestRunFromWhereverTheFolderIs() throws IOException {
        finish(RunDirectory.prepare(folder.resolve("out"), SCENARIO, "older"));
        Path newest = finish(RunDirectory.prepare(folder.resolve("out"), SCENARIO, ""));
        assertEquals(newest.toRealPath(), folder.resolve("out/latest").toRealPath());

        Files.move(folder.resolve("out"), folder.resolve("moved"));
        assertTrue(Files.exists(folder.resolve("moved/latest/trace.sha256")));
    }

    @Test
    void aFileInTheWayIsToldBeforeTheRun() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        for (Path out : List.of(file, file.resolve("below"))) {
            InvalidInputException refused =
                    assertThrows(InvalidInputException.class, () -> RunDirectory.prepare(out, SCENARIO, ""));
            String message = String.valueOf(refused.getMessage());
            assertTrue(message.contains(file.toString()) && message.contains("--out DIR"), message);
            assertEquals(1, message.lines().count(), message);
        }
    }

    @Test
    void aRunThatFailedLeavesNothing() throws IOException {
        RunDirectory directory = RunDirectory.prepare(folder, SCENARIO, "");
        Files.createDirectories(directory.draft().resolve("charts"));
        Files.writeString(directory.draft().resolve("charts/a.svg"), "");
        directory.discard();

        assertEquals(List.of(), names(folder.resolve("small-gossip")));
    }

    @Test
    void discardingAFinishedRunKeepsIt() throws IOException {
        RunDirectory directory = RunDirectory.prepare(folder, SCENARIO, "");
        Path finished = finish(directory);
        directory.discard();

        assertTrue(Files.exists(finished.resolve("index.html")));
    }

    @Test
    void aRunThatCannotBeWrittenLeavesTheEarlierOne() throws IOException {
        Path earlier = finish(RunDirectory.prepare(folder, SCENARIO, ""));
        RunDirectory directory = RunDirectory.prepare(folder, SCENARIO, "");
        Files.delete(directory.draft());

        assertThrows(InvalidInputException.class, () -> finish(directory));
        assertTrue(Files.exists(earlier.resolve("index.html")));
        assertTrue(Files.exists(folder.resolve("latest/index.html")));
    }

    private static Path finish(RunDirectory directory) {
        return directory.finish(outcome, "small.yaml");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
