package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.scenarios.run.RunContext;
import io.omerta.sim.random.RandomStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FailedRunTest {
    private final Transcript transcript = Transcript.ofFiles();

    @TempDir
    Path folder;

    @Test
    void anExceptionInAnEventTellsWhenWhatAndHowToSeeItAgain() throws IOException {
        assertEquals(4, runThatFailsInReplicationOne(new IllegalStateException("queue is broken")));

        String seed = Long.toString(RandomStreams.replicationSeed(1, 1));
        List<String> lines = transcript.err().lines().toList();
        assertEquals(3, lines.size(), transcript.err());
        assertTrue(lines.get(0).startsWith("error: small: replication 1 (seed " + seed + ") failed: event "));
        assertTrue(lines.get(0).contains("breakdown"), lines.get(0));
        assertTrue(lines.get(0).contains(" at virtual time 1.5 s failed: "), lines.get(0));
        assertTrue(lines.get(0).endsWith("queue is broken"), lines.get(0));
        assertEquals(
                "replay: ./omerta run " + folder.resolve("small.yaml") + " --seed " + seed + " --replications 1",
                lines.get(1));
        assertTrue(stackTrace().contains("FailedRunTest"));
    }

    @Test
    void aFailedAssertionInAnEventIsAFailureToo() throws IOException {
        assertEquals(4, runThatFailsInReplicationOne(new AssertionError("sent = delivered + dropped")));

        assertTrue(transcript.err().contains("sent = delivered + dropped"), transcript.err());
        stackTrace();
    }

    @Test
    void aFailedRunLeavesNothingBehind() throws IOException {
        runThatFailsInReplicationOne(new IllegalStateException("queue is broken"));
        stackTrace();

        assertEquals("", transcript.out());
        assertFalse(Files.exists(folder.resolve("out/latest")));
        try (Stream<Path> left = Files.list(folder.resolve("out/small"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void theReplayCommandNamesTheVariant() throws IOException {
        runThatFailsInReplicationOne(
                SmallScenario.GOSSIP + SmallScenario.VARIANTS, new IllegalStateException("queue is broken"));
        stackTrace();

        assertTrue(transcript.err().startsWith("error: small, variant few: replication 1 "), transcript.err());
        assertTrue(transcript.err().contains("small.yaml --variant few --seed "), transcript.err());
    }

    private int runThatFailsInReplicationOne(Throwable failure) {
        return runThatFailsInReplicationOne(SmallScenario.GOSSIP, failure);
    }

    private int runThatFailsInReplicationOne(String scenario, Throwable failure) {
        Path file = SmallScenario.write(folder, "small.yaml", scenario);
        RunContext.TraceSinks breakdowns = variant -> (replication, kernel) -> {
            if (replication == 1) {
                kernel.scheduleControl(
                        1_500_000_000L, "breakdown", () -> FailedRunTest.<RuntimeException>raise(failure));
            }
            return () -> {};
        };
        CommandLine run = new CommandLine(new RunCommand(transcript.terminal(), breakdowns));
        return Omerta.run(
                transcript.terminal(),
                run,
                file.toString(),
                "--out",
                folder.resolve("out").toString());
    }

    /** Reads and deletes the file with the stack trace. */
    private String stackTrace() throws IOException {
        Matcher file = Pattern.compile("the stack trace is in (.*)").matcher(transcript.err());
        assertTrue(file.find(), transcript.err());
        Path path = Path.of(file.group(1).strip());
        String text = Files.readString(path);
        Files.delete(path);
        return text;
    }

    @SuppressWarnings("unchecked") // the type is for the compiler only
    private static <T extends Throwable> void raise(Throwable failure) throws T {
        throw (T) failure;
    }
}
