package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.scenarios.load.ScenarioLoader;
import io.omerta.scenarios.model.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {
    private static final String SWEEP = SmallScenario.GOSSIP
            + """
            sweep:
              axes:
                - {key: workload.fanout, from: 2, to: 4, steps: 3}
                - {key: workload.interval, values: [4 s, 8 s]}
              metrics: [gossip.t50]
            """;

    @TempDir
    private Path folder;

    private final Transcript transcript = Transcript.ofFiles();

    @Test
    void everyCombinationIsAPointTheLastAxisVaryingFastest() {
        Sweep sweep = ScenarioLoader.load(write(SWEEP), List.of()).sweep();

        assertEquals(6, sweep.points().size());
        assertEquals(
                "workload.fanout=2, workload.interval=8 s",
                sweep.points().get(1).name());
        assertEquals(
                "workload.fanout=3, workload.interval=4 s",
                sweep.points().get(2).name());
        assertEquals(List.of(1, 0), List.of(sweep.positions(2)[0], sweep.positions(2)[1]));
    }

    @Test
    void aSweepWritesATableAndChartsAndEndsWithZero() {
        assertEquals(0, sweep(SWEEP), transcript.err());

        String out = transcript.out();
        assertTrue(out.startsWith("small-sweep: held, 12 replications, "), out);
        assertEquals(3, out.lines().filter(line -> line.contains(" 8 s ")).count(), out);
        assertTrue(Files.isRegularFile(folder.resolve("out/latest/charts/gossip.t50-map.svg")), out);
        assertTrue(Files.isRegularFile(folder.resolve("out/latest/charts/gossip.t50-lines.svg")), out);
    }

    @Test
    void aSweepThatWasBrokenOffRunsWhatIsMissing() throws IOException {
        assertEquals(0, sweep(SWEEP), transcript.err());
        List<Path> runs = runs();
        Files.delete(runs.get(0).resolve("index.html"));
        long kept = Files.getLastModifiedTime(runs.get(1).resolve("index.html")).toMillis();

        assertEquals(0, sweep(SWEEP), transcript.err());

        assertTrue(Files.isRegularFile(runs.get(0).resolve("index.html")));
        assertEquals(
                kept,
                Files.getLastModifiedTime(runs.get(1).resolve("index.html")).toMillis());
    }

    @Test
    void aScenarioWithoutASweepIsRefused() {
        assertEquals(3, sweep(SmallScenario.GOSSIP));
        assertTrue(transcript.err().contains("has no sweep"), transcript.err());
    }

    @Test
    void anAxisNeedsValuesOrARange() {
        assertEquals(3, sweep(SWEEP.replace("from: 2, to: 4, steps: 3", "from: 2, to: 4")));
        assertTrue(transcript.err().contains("needs either values, or from, to and steps"), transcript.err());
    }

    @Test
    void aValueThatTheSettingCannotHaveIsRefusedBeforeAnythingRuns() {
        assertEquals(3, sweep(SWEEP.replace("steps: 3", "steps: 4")));
        assertTrue(transcript.err().contains("workload.fanout must be"), transcript.err());
        assertTrue(Files.notExists(folder.resolve("out")));
    }

    private List<Path> runs() throws IOException {
        try (var runs = Files.list(folder.resolve("out/small"))) {
            return runs.sorted().toList();
        }
    }

    private Path write(String text) {
        return SmallScenario.write(folder, "small.yaml", text);
    }

    private int sweep(String text) {
        return Omerta.run(
                transcript.terminal(),
                "sweep",
                write(text).toString(),
                "--threads",
                "1",
                "--out",
                folder.resolve("out").toString());
    }
}
