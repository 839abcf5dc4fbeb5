package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteCommandTest {
    private static final String SUITE = "schema_version: 1\nname: all\ntitle: All\nsuite: [one.yaml, two.yaml]\n";

    /** A time of some hundred milliseconds, which differs between the two replications. */
    private static final String FIGURES =
            "figures:\n  - {id: %s, label: %s, metric: gossip.t50, published: %s, tolerance: {absolute: 1000}}\n";

    @TempDir
    private Path folder;

    private final Transcript transcript = Transcript.ofFiles();

    @Test
    void figuresOfAllScenariosAreSummedUpInOneTable() {
        write("one.yaml", "one", "100");
        write("two.yaml", "two", "200");

        assertEquals(0, suite(SUITE), transcript.err());

        String out = transcript.out();
        assertTrue(out.startsWith("all: held, 4 replications, "), out);
        assertTrue(out.lines().anyMatch(line -> line.strip().matches("one +held +2 +1 of 1 +.*")), out);
        assertTrue(out.contains("one: time of one"), out);
        assertTrue(out.contains("two: time of two"), out);
        assertTrue(Files.isRegularFile(folder.resolve("out/latest/index.html")), out);
        assertTrue(Files.isDirectory(folder.resolve("out/two")), out);
    }

    @Test
    void oneFigureThatComesOutOtherwiseViolatesTheSuite() {
        write("one.yaml", "one", "100");
        write("two.yaml", "two", "9000000");

        assertEquals(1, suite(SUITE), transcript.err());
        assertTrue(
                transcript.out().contains("violated      two: published: time of two 9,000,000 ms"), transcript.out());
    }

    @Test
    void aBrokenScenarioIsFoundBeforeAnyIsRun() {
        write("one.yaml", "one", "100");
        SmallScenario.write(folder, "two.yaml", "schema_version: 2\n");

        assertEquals(3, suite(SUITE));
        assertTrue(Files.notExists(folder.resolve("out")));
    }

    @Test
    void runningASuiteAsAScenarioTellsTheCommand() {
        SmallScenario.write(folder, "suite.yaml", SUITE);

        assertEquals(
                3,
                Omerta.run(
                        transcript.terminal(),
                        "run",
                        folder.resolve("suite.yaml").toString()));
        assertTrue(transcript.err().contains("run it with: omerta suite "), transcript.err());
    }

    private void write(String file, String name, String published) {
        SmallScenario.write(
                folder,
                file,
                SmallScenario.GOSSIP.replace("name: small", "name: " + name)
                        + FIGURES.formatted(name, "time of " + name, published));
    }

    private int suite(String text) {
        SmallScenario.write(folder, "suite.yaml", text);
        return Omerta.run(
                transcript.terminal(),
                "suite",
                folder.resolve("suite.yaml").toString(),
                "--threads",
                "1",
                "--out",
                folder.resolve("out").toString());
    }
}
