package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a user gets wrong is one message: what, where, what is allowed, and exit code 3. */
class BadInputTest {
    @TempDir
    Path folder;

    private Transcript transcript = Transcript.ofFiles();

    /** {@code old} of the small scenario is replaced by {@code changed}; "+" appends. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            fanout: 5         | fanuot: 5           | 12:3  | unknown key "fanuot" in workload          | did you mean "fanout"?
            nodes: 20         | nodes: many         | 6:10  | network.nodes must be a whole number from 2 to 2000000, or a list of 2 to 2000000 nodes; this is text | ^^^^
            nodes: 20         | nodes: 020          | 6:10  | network.nodes has a leading zero          | write 20
            nodes: 20         | nodes: 0            | 6:10  | network.nodes must be a whole number from 2 to 2000000; this is 0 | ^
            "4 s"             | 4                   | 11:13 | workload.interval has no unit             | units: ns, us, ms, s, min, h, d
            "4 s"             | "-4 s"              | 11:13 | workload.interval must be above 0         | ^^^^^^
            "1 min"           | "900000000 d"       | 13:11 | duration must be at most                  | ^^^
            omerta            | omreta              | 5:11  | unknown preset "omreta"                   | did you mean "omerta"?
            replications: 2   | replications: 2\\nreplications: 3 | 4:1 | duplicate key "replications"      | first given on line 3
            + | faults: [{type: crash, at: "3 s", duration: "1 s", nodes: [node_99]}] | 14:60 | unknown node id "node_99" | allowed: node_0 to node_19
            + | faults: [{type: crash, at: "-3 s", duration: "1 s", nodes: all}] | 14:28 | faults[0].at must not be negative | ^^^^^^
            + | faults: [{type: loss, at: "3 s", duration: "1 s", nodes: all, probability: 1.2}] | 14:76 | faults[0].probability must be a probability from 0 to 1 | ^^^
            + | faults: [{type: partition, at: "3 s", duration: "1 s", groups: [{region: europ}, others]}] | 14:74 | unknown region "europ" | did you mean "europe"?
            + | expect: [{metric: gossip.t50, variant: few, at_most: 1}] | 14:40 | unknown variant "few" | ^^^
            + | expect: [{id: a, metric: gossip.t50, at_most: 1}, {id: a, metric: gossip.t90, at_most: 1}] | 14:9 | duplicate expectation id "a" | ^
            + | variants: [{name: a}, {name: a}] | 14:30 | duplicate variant "a" | first given on line 14
            """)
    void aMistakeInAFileIsShownAtItsPlace(String old, String changed, String place, String what, String hint) {
        String edited = changed.replace("\\n", "\n");
        String text =
                old.equals("+") ? SmallScenario.GOSSIP + edited + "\n" : SmallScenario.GOSSIP.replace(old, edited);
        Path file = file(text);

        assertRefused("run", file.toString());
        List<String> lines = transcript.err().lines().toList();
        assertTrue(lines.get(0).startsWith(file + ":" + place + ": error: " + what), transcript.err());
        assertTrue(lines.get(1).matches("  \\d+ \\| .*"), transcript.err());
        assertTrue(lines.get(2).matches(" +\\| +\\^+.*"), transcript.err());
        assertTrue(lines.get(2).contains(hint), transcript.err());
        assertEquals(3, lines.size(), transcript.err());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void sharesThatDoNotSumToOneAreRefused() {
        Path file = file(
                SmallScenario.GOSSIP.replace("  loss: off\n", "  loss: off\n  regions: {europe: 0.5, asia: 0.4}\n"));

        assertRefused("validate", file.toString());
        assertTrue(transcript.err().startsWith(file + ":8:12: error: network.regions must sum to 1"), transcript.err());
    }

    @Test
    void severalMistakesAreShownAtOnce() {
        assertRefused(
                "validate",
                file(SmallScenario.GOSSIP
                                .replace("fanout", "fanuot")
                                .replace("omerta", "omreta")
                                .replace("nodes: 20", "nodes: 1"))
                        .toString());

        assertEquals(
                3,
                transcript
                        .err()
                        .lines()
                        .filter(line -> line.contains(": error: "))
                        .count());
    }

    @Test
    void anExpectationAboutWhatIsNotMeasuredIsFoundBeforeTheRun() {
        String file = file(SmallScenario.LONG.formatted("1000 d") + "expect: [{metric: ping.dealy_p50, at_most: 1}]\n")
                .toString();
        String expected = "error: " + file
                + ": unknown metric \"ping.dealy_p50\" in the expectation \"expect[0]\"; did you mean \"ping.delay_p50\"?"
                + " allowed: network.bytes_sent, ";

        assertRefused("validate", file);
        assertTrue(transcript.err().startsWith(expected), transcript.err());
        assertRefused("run", file, "--out", folder.resolve("out").toString());
        assertTrue(transcript.err().startsWith(expected), transcript.err());
    }

    @Test
    void aMetricToEqualMustBeMeasuredToo() {
        assertRefused(
                "validate",
                file(SmallScenario.expecting("- {metric: gossip.t50, equals: gossip.t51, tolerance: {absolute: 1}}"))
                        .toString());
        assertTrue(transcript.err().contains("unknown metric \"gossip.t51\""), transcript.err());
    }

    @Test
    void anEmptyFileIsRefused() {
        Path file = file("");
        assertRefused("run", file.toString());
        assertEquals(file + ": error: the scenario is empty\n", transcript.err());
    }

    @Test
    void aHugeFileIsRefusedUnread() {
        Path file = file(SmallScenario.GOSSIP + "# padding\n".repeat(1_000_000));
        assertRefused("run", file.toString());
        assertTrue(transcript.err().endsWith("bytes; a scenario file may have at most 1048576\n"), transcript.err());
    }

    @Test
    void aFolderInPlaceOfAFileIsRefused() {
        Path file = file(SmallScenario.GOSSIP);
        assertRefused("run", folder.toString());
        assertEquals(
                folder + ": error: this is a directory; give a scenario file inside it, such as " + file + "\n",
                transcript.err());
    }

    @Test
    void aMissingFileIsAnsweredWithTheNearest() {
        Path file = file(SmallScenario.GOSSIP);
        assertRefused("run", folder.resolve("smal.yaml").toString());
        assertTrue(transcript.err().endsWith("no such file; did you mean \"" + file + "\"?\n"), transcript.err());
    }

    @Test
    void aFileWithoutReadPermissionIsRefused() {
        Path file = file(SmallScenario.GOSSIP);
        assertTrue(file.toFile().setReadable(false));
        assumeFalse(Files.isReadable(file), "the superuser reads everything");
        assertRefused("run", file.toString());
        assertEquals(file + ": error: no permission to read this file\n", transcript.err());
    }

    @Test
    void aFileInTheWayOfTheResultsIsNamed() {
        Path scenario = file(SmallScenario.GOSSIP);
        Path file = SmallScenario.write(folder, "taken", "");
        for (Path out : List.of(file, file.resolve("below"))) {
            assertRefused("run", scenario.toString(), "--out", out.toString());
            assertEquals(
                    "error: cannot write results to " + out + ": " + file
                            + " is a file; make room, or choose another folder with --out DIR\n",
                    transcript.err());
        }
    }

    @Test
    void aFolderInTheWayOfTheLatestLinkIsFoundBeforeTheRun() throws IOException {
        Path latest = Files.createDirectories(folder.resolve("out/latest"));
        assertRefused(
                "run",
                file(SmallScenario.GOSSIP).toString(),
                "--out",
                folder.resolve("out").toString());

        assertTrue(transcript.err().contains(latest + " is a folder, where the link"), transcript.err());
        assertEquals(List.of("latest"), entries(folder.resolve("out")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            --set nodes               | an override is written key=value             | such as --set network.nodes=100
            --set network.ndoes=3     | unknown key "ndoes" in network               | did you mean "nodes"?
            --set network.nodes=-3    | network.nodes must be a whole number from 2 to 2000000; this is -3 | ^^
            --set network.nodes=[1    | YAML syntax: expected ',' or ']', but got <stream end> while parsing a flow sequence | ^
            --seed x                  | seed must be a whole number of at most 64 bits; this is text | ^
            --replications 0          | replications must be a whole number from 1 to 100000; this is 0 | ^
            """)
    void aMistakeInAnArgumentIsShownUnderIt(String arguments, String what, String hint) {
        String[] words = arguments.split(" ", -1);
        assertRefused("run", file(SmallScenario.GOSSIP).toString(), words[0], words[1]);

        List<String> lines = transcript.err().lines().toList();
        assertEquals("command line: error: " + what, lines.get(0));
        assertTrue(lines.get(2).contains("^") && lines.get(2).contains(hint), transcript.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            run {} --threads 0     | invalid value for option '--threads': '0' is not a whole number from 1 to 1024; try "omerta run --help"
            replay {} --threads x  | invalid value for option '--threads': 'x' is not a whole number from 1 to 1024; try "omerta replay --help"
            run {} --thraeds 2     | unknown option '--thraeds', nearest match '--threads'; try "omerta run --help"
            run                      | missing required parameter: 'FILE'; try "omerta run --help"
            rum {}                 | unknown command 'rum', nearest match 'run'; try "omerta --help"
            run {} --variant few   | {}: unknown variant "few"; the scenario has no variants
            replay nowhere           | nowhere is not the directory of a run: it has no traces.json; try out/latest
            diff nowhere {}        | nowhere is not the directory of a run: it has no traces.json; try out/latest
            report nowhere           | nowhere is not the directory of a run: it has no result.json; try out/latest
            list nowhere             | nowhere is not a folder; give a folder that holds scenario files
            explain workload.fanuot  | there is no key "fanuot" in workload; did you mean "fanout"?
            """)
    void aMistakeInACommandIsOneLine(String command, String expected) {
        String file = file(SmallScenario.GOSSIP).toString();
        assertRefused(command.replace("{}", file).split(" ", -1));

        assertEquals(1, transcript.err().lines().count(), transcript.err());
        assertTrue(transcript.err().startsWith("error: " + expected.replace("{}", file)), transcript.err());
    }

    @Test
    void anUnknownVariantIsAnsweredWithTheNearest() {
        Path file = file(SmallScenario.GOSSIP + SmallScenario.VARIANTS);
        assertRefused("run", file.toString(), "--variant", "mayn");
        assertEquals(
                "error: " + file + ": unknown variant \"mayn\"; did you mean \"many\"? allowed: few, many\n",
                transcript.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            traces.json            | replay | {"schema_version":1 | traces.json is damaged: it is not JSON, or cut off; run the scenario again
            traces.json            | diff   | []                  | traces.json has schema version none; this program reads 1
            traces.json            | replay | {"schema_version":1,"traces":[{}]} | traces.json is damaged: the field "variant" is missing; run the scenario again
            result.json            | report | {                   | result.json:1:2: cannot be parsed: Unexpected end-of-input: expected close marker for Object; run the scenario again to write the file anew
            result.json            | report | {"a":1}             | result.json: schema_version is missing, so this is not the result of a run; run the scenario again to write the file anew
            scenario.resolved.yaml | replay | garbage: 1          | scenario.resolved.yaml:1:1: error: unknown key "garbage" in the scenario
            """)
    void aDamagedRunIsNamed(String name, String command, String text, String expected) {
        Path run = recordedRun();
        SmallScenario.write(run, name, text);
        String[] arguments = {command, run.toString(), run.toString()};
        assertRefused(command.equals("diff") ? arguments : new String[] {command, run.toString()});

        assertTrue(transcript.err().lines().findFirst().orElse("").endsWith(run + "/" + expected), transcript.err());
    }

    @Test
    void aRunWithoutItsScenarioIsNamed() throws IOException {
        Path run = recordedRun();
        Files.delete(run.resolve("scenario.resolved.yaml"));
        assertRefused("replay", run.toString());
        assertEquals(
                "error: " + run + " is damaged: it has no scenario.resolved.yaml; run the scenario again\n",
                transcript.err());
    }

    private Path recordedRun() {
        Path out = folder.resolve("out");
        assertEquals(0, run("run", file(SmallScenario.GOSSIP).toString(), "--out", out.toString()));
        return out.resolve("latest");
    }

    private Path file(String text) {
        return SmallScenario.write(folder, "small.yaml", text);
    }

    private int run(String... arguments) {
        transcript = Transcript.ofFiles();
        return Omerta.run(transcript.terminal(), arguments);
    }

    private void assertRefused(String... arguments) {
        assertEquals(3, run(arguments), transcript.err());
        assertEquals("", transcript.out());
        assertFalse(transcript.err().contains("Exception") || transcript.err().contains("\tat "), transcript.err());
    }

    private static List<String> entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
