package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmtGenerateCommandTest {
    @TempDir
    Path folder;

    private final Transcript transcript = Transcript.ofFiles();

    @Test
    void recordsAreWrittenWhereTheirPackageBelongs() throws IOException {
        Path file = SmallProtocol.write(folder, "small.omt", SmallProtocol.CLEAN);

        assertEquals(0, generate("org.example.greeting", file));
        List<Path> written = written();
        assertEquals(1, written.size(), written::toString);
        String source = Files.readString(written.get(0));
        assertEquals(folder.resolve("out/org/example/greeting"), written.get(0).getParent());
        assertTrue(source.contains("package org.example.greeting;"), source);
        assertTrue(source.contains("record Hello("), source);
        assertEquals("wrote " + written.get(0) + "\n", transcript.out());
    }

    @Test
    void aNameThatIsNoPackageIsRefused() throws IOException {
        Path file = SmallProtocol.write(folder, "small.omt", SmallProtocol.CLEAN);

        assertEquals(3, generate("org.example.class", file));
        assertTrue(transcript.err().contains("cannot be the name of a Java package"), transcript.err());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void aFileWithAnErrorGivesNoRecords() throws IOException {
        Path file = SmallProtocol.write(
                folder, "small.omt", SmallProtocol.CLEAN.replace("SEND(host, HELLO)", "SEND(host, HELO)"));

        assertEquals(1, generate("org.example.greeting", file));
        assertTrue(transcript.err().contains("OMT-E08"), transcript.err());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    private int generate(String packageName, Path file) {
        String out = folder.resolve("out").toString();
        return Omerta.run(
                transcript.terminal(), "omt", "generate", "--package", packageName, "--out", out, file.toString());
    }

    private List<Path> written() throws IOException {
        try (var files = Files.walk(folder.resolve("out"))) {
            return new ArrayList<>(files.filter(Files::isRegularFile).toList());
        }
    }
}
