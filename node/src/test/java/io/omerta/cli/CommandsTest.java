package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Every command as a user meets it. */
class CommandsTest {
    @TempDir
    Path folder;

    private Transcript transcript = Transcript.ofFiles();

    @Test
    void aRunThatHeldEndsWithZeroAndShowsMetricsVerdictsAndWhereTheReportIs() {
        assertEquals(0, runExpecting("- {metric: gossip.coverage, at_least: 0.5}"));

        String out = transcript.out();
        assertTrue(out.startsWith("small: held, 2 replications, "), out);
        assertTrue(
                out.lines().anyMatch(line -> line.startsWith("  gossip.t50 ") && line.contains(" ms  time to half")));
        assertTrue(out.contains("  held          on average, nodes reached by a rumour is at least 0.5\n"), out);
        assertTrue(Files.isRegularFile(Path.of(valueOf("report"))), out);
        assertTrue(valueOf("trace").matches("[0-9a-f]{64}"), out);
        assertTrue(valueOf("replay").startsWith("./omerta run "), out);
        assertEquals("", transcript.err());
    }

    @Test
    void aRunThatViolatesAPropertyEndsWithOneAndNamesTheReplication() {
        assertEquals(1, runExpecting("- {metric: gossip.t50, over: every, at_most: 1}"));

        String out = transcript.out();
        assertTrue(out.startsWith("small: violated, 2 replications"), out);
        assertTrue(
                out.contains("  violated      in every replication, time to half of the nodes is at most 1 ms\n"), out);
        assertTrue(out.contains(" ms (replication 0, seed "), out);
        assertTrue(out.contains("                replay: ./omerta run "), out);
    }

    @Test
    void aRunThatCannotTellEndsWithTwo() {
        assertEquals(
                2,
                runExpecting(
                        "- {metric: gossip.t50, equals: 150, tolerance: {standard_errors: 2}}", "--replications", "1"));

        assertTrue(transcript.out().contains("; too few to say how exact it is\n"), transcript.out());
    }

    @Test
    void aToleranceIsToldInTheUnitOfItsMetric() {
        runExpecting("- {metric: gossip.t50, equals: 989, tolerance: {relative: 0.15}}");

        assertTrue(transcript.out().contains("time to half of the nodes equals 989 ms to within 15 %\n"));
    }

    @Test
    void variantsAreShownSideBySide() {
        String out = output("run", gossip(SmallScenario.GOSSIP + SmallScenario.VARIANTS), "--out", out());

        assertTrue(out.lines().anyMatch(line -> line.matches("  metric +few +many")), out);
        assertTrue(out.lines().anyMatch(line -> line.matches("  gossip\\.t50 \\(ms\\) +\\S.*")), out);
        assertTrue(out.contains("held          in 2 variants: every message sent"), out);
    }

    @Test
    void aVariantCanBeRunAlone() {
        String file = gossip(SmallScenario.GOSSIP + SmallScenario.VARIANTS);
        String out = output("run", file, "--variant", "many", "--out", out());

        assertTrue(out.startsWith("small: held, 2 replications"), out);
        assertTrue(valueOf("replay").endsWith(" --variant many"), out);
    }

    @Test
    void theReplayCommandThatIsShownGivesTheSameTrace() {
        output("run", gossip(SmallScenario.GOSSIP), "--seed", "7", "--set", "workload.fanout=3", "--out", out());
        String trace = valueOf("trace");
        String[] words = valueOf("replay").replaceFirst("^\\./omerta ", "").split(" ", -1);
        output(Stream.concat(Stream.of(words), Stream.of("--out", out())).toArray(String[]::new));

        assertEquals(trace, valueOf("trace"));
    }

    @Test
    void threadsDoNotChangeTheTrace() {
        output("run", gossip(SmallScenario.GOSSIP), "--threads", "1", "--out", out());
        String trace = valueOf("trace");
        output("run", gossip(SmallScenario.GOSSIP), "--threads", "2", "--out", out());

        assertEquals(trace, valueOf("trace"));
    }

    @Test
    void aRunPrintsItsSummaryAsJson() throws IOException {
        JsonNode summary = json("run", gossip(SmallScenario.GOSSIP), "--json", "--out", out());

        assertEquals("held", summary.path("outcome").asText());
        assertTrue(Files.isDirectory(Path.of(summary.path("run_directory").asText())), summary.toString());
    }

    @Test
    void aRunKeepsItsEventsWhenAsked() {
        output("run", gossip(SmallScenario.GOSSIP), "--events", "--out", out());

        assertTrue(Files.isRegularFile(latest().resolve("events.jsonl.gz")));
        assertEquals(List.of(), hidden(Path.of(out()).resolve("small")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aRunDirectoryIsAsOpenAsTheUsersOtherFolders() throws IOException {
        output("run", gossip(SmallScenario.GOSSIP), "--out", out());
        Path usual = Files.createDirectory(folder.resolve("usual"));

        assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(latest()));
    }

    @Test
    void theResolvedScenarioCanBeRun() {
        String resolved = output("run", gossip(SmallScenario.GOSSIP), "--show-config");
        Path file = SmallScenario.write(folder, "resolved.yaml", resolved);

        assertEquals(resolved, output("validate", file.toString(), "--show-config"));
        assertEquals(0, run("validate", file.toString()), transcript.err());
    }

    @Test
    void listNamesEveryScenarioOfAFolder() throws IOException {
        gossip(SmallScenario.GOSSIP + "title: Small talk\n");
        SmallScenario.write(folder, "broken.yaml", "schema_version: 1\nnodes: 3\n");

        String out = output("list", folder.toString());
        assertTrue(out.contains("small.yaml   Small talk\n"), out);
        assertTrue(out.contains("broken.yaml  not valid: omerta validate "), out);

        JsonNode entries = json("list", folder.toString(), "--json");
        assertEquals(2, entries.size());
        assertFalse(entries.get(0).path("valid").asBoolean());
    }

    @Test
    void validateSaysWhatWouldRun() {
        String file = gossip(SmallScenario.GOSSIP + SmallScenario.VARIANTS);

        assertEquals(file + ": valid: gossip, 20 nodes, 2 replications of 2 variants\n", output("validate", file));
    }

    @Test
    void explainDescribesAKeyAndListsTheOnesBelow() {
        assertTrue(output("explain", "workload.fanout").contains("default"), transcript.out());
        assertTrue(output("explain").contains("network"), transcript.out());
    }

    @ParameterizedTest
    @CsvSource({"schema", "schema --preset"})
    void schemasAreJson(String command) throws IOException {
        assertTrue(json(command.split(" ", -1)).has("properties"));
    }

    @Test
    void reportDrawsTheReportAgain() throws IOException {
        output("run", gossip(SmallScenario.GOSSIP), "--out", out());
        Path page = latest().resolve("index.html");
        String before = Files.readString(page);
        Files.delete(page);
        output("report", latest().toString());

        assertEquals(before, Files.readString(page));
        assertEquals(
                "held",
                json("report", latest().toString(), "--json").path("outcome").asText());
    }

    @Test
    void replayFindsTheSameTrace() {
        output("run", gossip(SmallScenario.GOSSIP), "--out", out());

        assertTrue(output("replay", latest().toString()).startsWith("identical: 2 replications, "), transcript.out());
    }

    @Test
    void aReplayThatDiffersEndsWithFour() throws IOException {
        output("run", gossip(SmallScenario.GOSSIP), "--out", out());
        Path resolved = latest().resolve("scenario.resolved.yaml");
        String text = Files.readString(resolved);
        String changed = text.replace("fanout: 5", "fanout: 4");
        assertNotEquals(text, changed);
        Files.writeString(resolved, changed);

        assertEquals(4, run("replay", latest().toString()));
        assertTrue(transcript.out().startsWith("different: first in replication 0\n"), transcript.out());
    }

    @Test
    void diffEndsWithZeroForEqualRunsAndShowsTheFirstDifferenceOfOthers() {
        String file = gossip(SmallScenario.GOSSIP);
        output("run", file, "--out", out());
        String one = directory();
        output("run", file, "--set", "workload.fanout=4", "--out", out());
        String two = directory();

        assertEquals(0, run("diff", one, one));
        assertEquals("identical in 2 replications\n", transcript.out());
        assertEquals(1, run("diff", one, two));
        assertTrue(transcript.out().startsWith("different: first in replication 0\n"), transcript.out());
        assertTrue(transcript.out().contains("\n  < " + one + "  #"), transcript.out());
        assertTrue(transcript.out().contains("\n  > " + two + "  #"), transcript.out());
    }

    @Test
    void runsWithNothingInCommonCannotBeCompared() {
        String file = gossip(SmallScenario.GOSSIP + SmallScenario.VARIANTS);
        output("run", file, "--variant", "few", "--out", out());
        String one = directory();
        output("run", file, "--out", out());

        assertEquals(2, run("diff", one, directory()));
        assertTrue(transcript.out().startsWith("nothing to compare"), transcript.out());
    }

    @Test
    void doctorReportsAsJson() throws IOException {
        assertTrue(json("doctor", "--json", "--out", out()).path("checks").size() > 5);
    }

    @Test
    void helpNamesEveryOptionAndParameterOfEveryCommand() {
        Omerta.commandLine(transcript.terminal()).getSubcommands().forEach((name, command) -> {
            String help = output(name, "--help");
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertTrue(help.contains(option.longestName()), name + " " + option.longestName());
                assertTrue(option.description().length > 0, name + " " + option.longestName());
            }
            for (PositionalParamSpec parameter : command.getCommandSpec().positionalParameters()) {
                assertTrue(help.contains(parameter.paramLabel()), name + " " + parameter.paramLabel());
            }
        });
    }

    @Test
    void pathsMayHoldBlanks() throws IOException {
        Path place = Files.createDirectory(folder.resolve("a folder"));
        Path file = SmallScenario.write(place, "my scenario.yaml", SmallScenario.GOSSIP);
        output("run", file.toString(), "--out", place.resolve("all results").toString());

        assertTrue(valueOf("replay").equals("./omerta run '" + file + "'"), transcript.out());
        output("replay", place.resolve("all results/latest").toString());
    }

    private int runExpecting(String expectation, String... more) {
        String file = gossip(SmallScenario.expecting(expectation));
        return run(Stream.concat(Stream.of("run", file, "--out", out()), Stream.of(more))
                .toArray(String[]::new));
    }

    private String gossip(String text) {
        return SmallScenario.write(folder, "small.yaml", text).toString();
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private Path latest() {
        return folder.resolve("out/latest");
    }

    private String directory() {
        return String.valueOf(Path.of(valueOf("report")).getParent());
    }

    /** What stands after a name at the beginning of a line of standard output. */
    private String valueOf(String name) {
        return transcript
                .out()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .findFirst()
                .orElseThrow()
                .substring(name.length())
                .strip();
    }

    private static List<String> hidden(Path directory) {
        return Stream.of(directory.toFile().list())
                .filter(name -> name.startsWith("."))
                .toList();
    }

    private int run(String... arguments) {
        transcript = Transcript.ofFiles();
        return Omerta.run(transcript.terminal(), arguments);
    }

    /** Standard output of a command that is to succeed without a word on standard error. */
    private String output(String... arguments) {
        int code = run(arguments);
        assertEquals("", transcript.err());
        assertEquals(0, code, transcript.out());
        return transcript.out();
    }

    private JsonNode json(String... arguments) throws JsonProcessingException {
        return JsonMapper.builder().build().readTree(output(arguments));
    }
}
