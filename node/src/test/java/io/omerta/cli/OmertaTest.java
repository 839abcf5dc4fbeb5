package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.scenarios.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class OmertaTest {
    private final Transcript transcript = Transcript.ofFiles();

    @Test
    void helpGoesToStandardOutputAndNamesTheExitCodes() {
        assertEquals(0, run("--help"));
        assertTrue(transcript.out().contains("doctor"), transcript.out());
        assertTrue(transcript.out().contains("130   interrupted"), transcript.out());
        assertEquals("", transcript.err());
    }

    @Test
    void everyCommandHasHelp() {
        for (String name :
                Omerta.commandLine(transcript.terminal()).getSubcommands().keySet()) {
            assertEquals(0, run(name, "--help"), name);
        }
    }

    @Test
    void versionNamesCommitAndJava() {
        assertEquals(0, run("--version"));
        assertTrue(transcript.out().matches("(?s)omerta \\d+\\.\\d+.*\\Rcommit .+\\RJava \\d+.*"), transcript.out());
    }

    @Test
    void aMissingCommandShowsTheUsageAsAnError() {
        assertEquals(3, run());
        assertTrue(transcript.err().startsWith("Usage: omerta"), transcript.err());
        assertEquals("", transcript.out());
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheNearest() {
        assertEquals(3, run("docto"));
        assertEquals(
                "error: unknown command 'docto', nearest match 'doctor'; try \"omerta --help\"",
                transcript.err().strip());
    }

    @Test
    void anUnknownOptionIsAnsweredWithTheNearestAndTheHelpOfItsCommand() {
        assertEquals(3, run("doctor", "--jsno"));
        assertEquals(
                "error: unknown option '--jsno', nearest match '--json'; try \"omerta doctor --help\"",
                transcript.err().strip());
    }

    @Test
    void anOptionWithoutItsValueIsOneLine() {
        assertEquals(3, run("doctor", "--out"));
        assertEquals(1, transcript.err().lines().count());
        assertTrue(transcript.err().contains("--out"), transcript.err());
    }

    @Test
    void invalidInputIsShownAsItIsWithoutAStackTrace() {
        assertEquals(3, runCommandThat(() -> {
            throw new InvalidInputException("a.yaml:3:5: unknown key 'sede'; nearest match 'seed'");
        }));
        assertEquals(
                "error: a.yaml:3:5: unknown key 'sede'; nearest match 'seed'",
                transcript.err().strip());
    }

    @Test
    void theCodeThatACommandReturnsIsTheExitCode() {
        assertEquals(2, runCommandThat(CliExit.INCONCLUSIVE::code));
    }

    @Test
    void anExceptionIsOneLineAndItsStackTraceGoesToAFile() throws IOException {
        assertEquals(4, runCommandThat(() -> {
            throw new IllegalStateException("queue is broken");
        }));
        assertEquals(1, transcript.err().lines().count());
        assertTrue(transcript.err().startsWith("error: internal error: "), transcript.err());

        Matcher file = Pattern.compile("the stack trace is in (.*)").matcher(transcript.err());
        assertTrue(file.find(), transcript.err());
        Path trace = Path.of(file.group(1).strip());
        String text = Files.readString(trace);
        Files.delete(trace);
        assertTrue(text.contains("queue is broken") && text.contains("at io.omerta.cli.OmertaTest"), text);
        assertTrue(text.contains("arguments: probe"), text);
    }

    @Test
    void anAssertionErrorIsAnInternalErrorToo() throws IOException {
        assertEquals(4, runCommandThat(() -> {
            throw new AssertionError("sent = delivered + dropped");
        }));
        assertTrue(transcript.err().contains("sent = delivered + dropped"), transcript.err());
        Files.delete(Path.of(transcript.err().strip().replaceFirst(".* is in ", "")));
    }

    @Test
    void completionPrintsAScriptThatKnowsTheCommands() {
        assertEquals(0, run("completion"));
        assertTrue(transcript.out().startsWith("#!/usr/bin/env bash"), transcript.out());
        assertTrue(transcript.out().contains("doctor"), transcript.out());
    }

    @Test
    void aFileGetsNoColour() {
        run("doctor");
        assertFalse(transcript.out().contains("\u001b"), transcript.out());
    }

    private int run(String... arguments) {
        return Omerta.run(transcript.terminal(), arguments);
    }

    private int runCommandThat(Callable<Integer> behaviour) {
        CommandLine commandLine = Omerta.commandLine(transcript.terminal()).addSubcommand(new Probe(behaviour));
        return Omerta.run(transcript.terminal(), commandLine, "probe");
    }

    @Command(name = "probe")
    private static final class Probe implements Callable<Integer> {
        private final Callable<Integer> behaviour;

        Probe(Callable<Integer> behaviour) {
            this.behaviour = behaviour;
        }

        @Override
        public Integer call() throws Exception {
            return behaviour.call();
        }
    }
}
