package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.omerta.scenarios.run.EventExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The determinism contract: the same commit, scenario and seed give the same trace, metrics and summary whatever the
 * process runs in. Each column runs shipped scenarios, scaled down, in a process of its own and compares what they leave
 * byte for byte with what the first process left.
 */
class DeterminismMatrixTest {
    private static final List<String> COMPARED = List.of("trace.sha256", "metrics.csv", "summary.json");
    private static final int LONGEST_RUN_SECONDS = 300;
    private static final Path PROJECT = projectFolder();
    private static final Path OWN_JAVA_HOME = Path.of(System.getProperty("java.home"));

    /** Relay of blocks: compute-bound, and small enough for an interpreter. */
    private static final List<String> BLOCKS = List.of(
            "run",
            "scenarios/simblock/propagation-2019.yaml",
            "--set",
            "network.nodes=60",
            "--set",
            "workload.blocks=3");
    /** Gossip and repair through a fault, in two variants. */
    private static final List<String> PARTITION = List.of(
            "run", "scenarios/network/partition.yaml", "--set", "network.nodes=60", "--set", "workload.messages=10");
    /** Loss, queues and a warm-up. */
    private static final List<String> SATELLITES = List.of(
            "run", "scenarios/network/geo-satellite.yaml", "--set", "network.nodes=60", "--set", "duration=20 s");

    private static final List<List<String>> SCENARIOS = List.of(BLOCKS, PARTITION, SATELLITES);

    /** Halves the time of a short process; for columns that are not about compilers. */
    private static final String ONLY_C1 = "-XX:TieredStopAtLevel=1";

    @TempDir
    static Path folder;

    private static Left baseline;

    /**
     * What a process left.
     *
     * @param files "scenario/file" to its text
     * @param surroundings what it ran in, one thing a line
     */
    private record Left(Map<String, String> files, String surroundings) {}

    /**
     * One column of the matrix.
     *
     * @param options options of the Java virtual machine
     * @param flags added to each run
     * @param sign what the surroundings must contain: a column that is not what its name says cannot fail
     */
    private record Column(
            String name,
            Path javaHome,
            List<String> options,
            List<String> flags,
            List<List<String>> scenarios,
            String sign) {
        Column(String name, List<String> options, String sign) {
            this(name, OWN_JAVA_HOME, options, List.of("--threads", "1"), SCENARIOS, sign);
        }

        Column flags(String... others) {
            return new Column(name, javaHome, options, List.of(others), scenarios, sign);
        }

        Column javaHome(Path other) {
            return new Column(name, other, options, flags, scenarios, sign);
        }

        Column scenario(List<String> only) {
            return new Column(name, javaHome, options, flags, List.of(only), sign);
        }
    }

    @BeforeAll
    static void runTheBaseline() throws Exception {
        baseline = run(new Column("baseline", List.of("-XX:+UseParallelGC", "-Xmx512m"), "collectors PS MarkSweep"));
        assertEquals(SCENARIOS.size() * COMPARED.size(), baseline.files().size());
    }

    @TestFactory
    Stream<DynamicTest> sameTraceMetricsAndSummary() {
        return Stream.of(
                        new Column("a second process", List.of("-XX:+UseParallelGC", "-Xmx512m"), "PS MarkSweep"),
                        new Column("SerialGC", List.of("-XX:+UseSerialGC"), "collectors Copy, MarkSweepCompact"),
                        new Column("G1", List.of("-XX:+UseG1GC"), "collectors G1"),
                        new Column("a small heap", List.of("-XX:+UseSerialGC", "-Xmx64m", ONLY_C1), "heap 6"),
                        new Column("C1 alone", List.of(ONLY_C1), "emulated-client"),
                        new Column("-Xint", List.of("-Xint"), "mode interpreted").scenario(BLOCKS),
                        new Column(
                                "equal identity hashes",
                                List.of("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2", ONLY_C1),
                                "identity hashes 1 1"),
                        new Column(
                                "Turkish letters, ISO-8859-9 and the date line",
                                List.of(
                                        "-Duser.language=tr",
                                        "-Duser.country=TR",
                                        "-Dfile.encoding=ISO-8859-9",
                                        "-Duser.timezone=Pacific/Kiritimati",
                                        ONLY_C1),
                                "locale tr_TR\ndigits 12\nzone Pacific/Kiritimati\ncharset ISO-8859-9"),
                        new Column(
                                "Arabic digits and a zone of 5:45 h",
                                List.of(
                                        "-Duser.language=ar",
                                        "-Duser.country=EG",
                                        "-Duser.timezone=Asia/Kathmandu",
                                        ONLY_C1),
                                "locale ar_EG\ndigits \u0661\u0662\nzone Asia/Kathmandu"),
                        new Column("2 threads", List.of(ONLY_C1), "").flags("--threads", "2"),
                        new Column("every event exported", List.of(ONLY_C1), "events exported").flags("--events"),
                        new Column("the wheel as event list", List.of(ONLY_C1), "queue: wheel")
                                .flags("--set", "kernel.queue=wheel"))
                .map(column -> DynamicTest.dynamicTest(column.name(), () -> assertLeavesTheSame(column)));
    }

    @Test
    void anotherJavaVersionLeavesTheSame() throws Exception {
        OtherJdk jdk = otherJdk();
        String version = "java " + jdk.feature();
        assertLeavesTheSame(new Column(version, List.of(), version + "\n").javaHome(jdk.home()));
    }

    /** The control: what is compared above depends on what is run. */
    @Test
    void anotherSeedLeavesOtherTracesMetricsAndSummaries() throws Exception {
        Left other = run(new Column("another seed", List.of(ONLY_C1), "").flags("--seed", "2"));

        assertEquals(baseline.files().keySet(), other.files().keySet());
        for (String file : baseline.files().keySet()) {
            assertNotEquals(baseline.files().get(file), other.files().get(file), file);
        }
    }

    @Test
    void aRunWritesNothingButItsResult() throws Exception {
        assertWritesNothingButItsResult(OWN_JAVA_HOME);
    }

    @Test
    void aRunOnAnotherJavaVersionWritesNothingButItsResult() throws Exception {
        assertWritesNothingButItsResult(otherJdk().home());
    }

    private static void assertWritesNothingButItsResult(Path javaHome) throws Exception {
        Path out = Files.createTempDirectory(folder, "program");
        List<String> arguments = new ArrayList<>(PARTITION);
        arguments.addAll(List.of("--replications", "1", "--json", "--out", out.toString()));
        int code = await(java(javaHome, List.of(ONLY_C1), Omerta.class, arguments), out);

        assertEquals("", Files.readString(out.resolve("err")));
        assertEquals(CliExit.HELD.code(), code);
        JsonMapper onlyJson = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        assertEquals(
                "partition",
                onlyJson.readTree(out.resolve("out").toFile()).path("scenario").asText());
    }

    private static void assertLeavesTheSame(Column column) throws Exception {
        Left left = run(column);

        assertTrue(left.surroundings().contains(column.sign()), left::surroundings);
        assertEquals(column.scenarios().size() * COMPARED.size(), left.files().size());
        for (Map.Entry<String, String> file : left.files().entrySet()) {
            assertEquals(baseline.files().get(file.getKey()), file.getValue(), file.getKey());
        }
    }

    private static Left run(Column column) throws Exception {
        Path out = Files.createTempDirectory(folder, "column");
        List<String> arguments =
                new ArrayList<>(List.of(out.resolve("surroundings").toString()));
        for (List<String> scenario : column.scenarios()) {
            List<String> words = new ArrayList<>(scenario);
            words.addAll(
                    List.of("--replications", "2", "--out", out.resolve("runs").toString()));
            words.addAll(column.flags());
            arguments.add(String.join(SurroundedRuns.WORD_SEPARATOR, words));
        }
        int code = await(java(column.javaHome(), column.options(), SurroundedRuns.class, arguments), out);
        assertEquals(0, code, () -> column.name() + ": " + text(out.resolve("err")));
        return left(out);
    }

    private static Left left(Path out) throws IOException {
        Map<String, String> files = new TreeMap<>();
        StringBuilder surroundings = new StringBuilder(text(out.resolve("surroundings")));
        try (Stream<Path> all = Files.walk(out.resolve("runs"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (COMPARED.contains(name)) {
                    String scenario = file.getParent().getParent().getFileName().toString();
                    // The replay command names the queue; nothing else in a summary may depend on it.
                    files.put(scenario + "/" + name, text(file).replace(" --set kernel.queue=wheel", ""));
                } else if (name.equals(EventExport.NAME)) {
                    surroundings.append("events exported\n");
                } else if (name.equals("scenario.resolved.yaml")) {
                    text(file).lines().filter(line -> line.contains("queue: ")).forEach(line -> surroundings
                            .append(line.strip())
                            .append('\n'));
                }
            }
        }
        return new Left(files, surroundings.toString());
    }

    private static ProcessBuilder java(Path javaHome, List<String> options, Class<?> program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin/java").toString());
        command.addAll(List.of("-Djava.awt.headless=true", "-cp", absoluteClassPath()));
        command.addAll(options);
        command.add(program.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(PROJECT.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return builder;
    }

    /** Returns the exit code; what the process writes is in the files out and err of the folder. */
    private static int await(ProcessBuilder builder, Path folder) throws IOException, InterruptedException {
        Process process = builder.redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        try {
            assertTrue(process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS), "still running: " + builder.command());
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String absoluteClassPath() {
        String separator = System.getProperty("path.separator");
        return Stream.of(System.getProperty("java.class.path").split(separator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((one, two) -> one + separator + two)
                .orElseThrow();
    }

    private record OtherJdk(Path home, int feature) {}

    /** The newest Java 17 or newer that is not the version of this process; skips the test where there is none. */
    private static OtherJdk otherJdk() {
        List<Path> candidates = new ArrayList<>();
        Optional.ofNullable(System.getenv("JAVA_HOME")).map(Path::of).ifPresent(candidates::add);
        for (String place : List.of("/usr/lib/jvm", "/opt/java", "/Library/Java/JavaVirtualMachines")) {
            try (Stream<Path> homes = Files.list(Path.of(place))) {
                homes.flatMap(home -> Stream.of(home, home.resolve("Contents/Home")))
                        .forEach(candidates::add);
            } catch (IOException absent) {
                continue;
            }
        }
        Optional<OtherJdk> other = candidates.stream()
                .map(home -> new OtherJdk(home, feature(home)))
                .filter(jdk -> jdk.feature() >= 17
                        && jdk.feature() != Runtime.version().feature())
                .max(Comparator.comparingInt(OtherJdk::feature));
        assumeTrue(
                other.isPresent(),
                "no JDK 17 or newer besides this Java " + Runtime.version().feature() + " in JAVA_HOME, /usr/lib/jvm,"
                        + " /opt/java or /Library/Java/JavaVirtualMachines");
        return other.get();
    }

    /** From the release file, as the launcher does; 0 where there is no Java. */
    private static int feature(Path home) {
        if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(home.resolve("release"))) {
            return 0;
        }
        return text(home.resolve("release"))
                .lines()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.replaceAll("[^0-9.]", "").replaceAll("\\..*", ""))
                .filter(digits -> !digits.isEmpty())
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests run in the module's folder or, from an editor, in the project's. */
    private static Path projectFolder() {
        Path current = Path.of("").toAbsolutePath();
        return Files.exists(current.resolve("omerta")) ? current : current.getParent();
    }
}
