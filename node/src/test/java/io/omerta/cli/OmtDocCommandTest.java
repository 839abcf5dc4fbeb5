package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmtDocCommandTest {
    @TempDir
    Path folder;

    private Transcript transcript = Transcript.ofFiles();

    @Test
    void aPageAndAPictureOfEachMachineAndOfTheMessagesAreWrittenAndTold() throws IOException {
        Path file = SmallProtocol.write(folder, "small.omt", SmallProtocol.CLEAN);
        Path out = folder.resolve("made/on/the/way");

        assertEquals(0, doc(file.toString(), "--out", out.toString()));
        assertEquals(List.of("small.Caller.svg", "small.Host.svg", "small.md", "small.messages.svg"), names(out));
        assertEquals(
                "wrote " + out + "/small.md\nwrote " + out + "/small.Caller.svg\nwrote " + out
                        + "/small.Host.svg\nwrote " + out + "/small.messages.svg\n",
                transcript.out());
        assertTrue(Files.readString(out.resolve("small.md")).contains("](small.Host.svg)"));
    }

    @Test
    void documentingAgainWritesTheSameBytes() throws IOException {
        Path file = SmallProtocol.write(folder, "small.omt", SmallProtocol.CLEAN);
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        doc(file.toString(), "--out", first.toString());
        doc(file.toString(), "--out", second.toString());

        for (String name : names(first)) {
            assertEquals(-1, Files.mismatch(first.resolve(name), second.resolve(name)), name);
        }
    }

    @Test
    void aTransactionIsNamedAfterItsDirectory() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("90_greeting"));
        Path file = SmallProtocol.write(inner, "transaction.omt", SmallProtocol.CLEAN);

        assertEquals(0, doc(file.toString(), "--out", folder.resolve("out").toString()));
        assertTrue(Files.exists(folder.resolve("out/90_greeting.md")));
    }

    @Test
    void importsAreFoundInTheRoot() throws IOException {
        Path root = Files.createDirectories(folder.resolve("root/shared"));
        SmallProtocol.write(root, "time.omt", "parameters ( PATIENCE = 5 seconds )");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path file = SmallProtocol.write(
                elsewhere,
                "small.omt",
                SmallProtocol.CLEAN.replaceFirst("(?s)parameters \\(.*?\\n\\)", "imports shared/time"));

        assertEquals(0, doc(file.toString(), "--root", folder.resolve("root").toString(), "--out", folder + "/out"));
        assertTrue(Files.readString(folder.resolve("out/small.md")).contains("`shared/time`"));
    }

    @Test
    void ifOneFileHasAnErrorNothingIsWritten() {
        Path good = SmallProtocol.write(folder, "good.omt", SmallProtocol.CLEAN);
        Path bad = SmallProtocol.write(folder, "bad.omt", SmallProtocol.BROKEN);
        Path out = folder.resolve("out");

        assertEquals(1, doc(good.toString(), bad.toString(), "--out", out.toString()));
        assertEquals("", transcript.out());
        assertTrue(transcript.err().startsWith(bad + ":"), transcript.err());
        assertTrue(
                transcript
                        .err()
                        .endsWith(
                                "nothing was written; correct the errors, or see them all with \"omerta omt lint\"\n"),
                transcript.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void twoFilesThatWouldBeDocumentedInOneAreRefused() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path first = SmallProtocol.write(folder, "small.omt", SmallProtocol.CLEAN);
        Path second = SmallProtocol.write(inner, "SMALL.omt", SmallProtocol.CLEAN);
        Path out = folder.resolve("out");

        assertEquals(3, doc(first.toString(), second.toString(), "--out", out.toString()));
        assertEquals(
                "error: both " + first + " and " + second
                        + " would be written to SMALL.md; give each a name or an --out of its own\n",
                transcript.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void anOutThatIsAFileIsRefused() {
        Path file = SmallProtocol.write(folder, "small.omt", SmallProtocol.CLEAN);

        assertEquals(3, doc(file.toString(), "--out", file.toString()));
        assertTrue(transcript.err().startsWith(file + "/small.md: error: cannot be written: "), transcript.err());
    }

    @Test
    void withoutOutTheOptionIsAskedFor() {
        assertEquals(3, doc("small.omt"));
        assertTrue(transcript.err().contains("--out"), transcript.err());
    }

    private int doc(String... arguments) {
        transcript = Transcript.ofFiles();
        String[] all =
                Stream.concat(Stream.of("omt", "doc"), Stream.of(arguments)).toArray(String[]::new);
        return Omerta.run(transcript.terminal(), all);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
