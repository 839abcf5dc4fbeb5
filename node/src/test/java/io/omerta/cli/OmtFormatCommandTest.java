package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmtFormatCommandTest {
    private static final String UNTIDY =
            SmallProtocol.CLEAN.replace("    ", "\t ").replace("\n", "\r\n");

    @TempDir
    Path folder;

    private Transcript transcript = Transcript.ofFiles();

    @Test
    void aFileIsWrittenInTheCanonicalLayout() throws IOException {
        Path file = file(UNTIDY);

        assertEquals(0, fmt(file.toString()));
        assertEquals(file + ": formatted\n", transcript.out());
        assertEquals(SmallProtocol.CLEAN, Files.readString(file));
    }

    @Test
    void formattingAgainWritesNothing() throws IOException {
        Path file = file(UNTIDY);
        fmt(file.toString());
        Object identity = Files.getAttribute(file, "basic:fileKey");

        assertEquals(0, fmt(file.toString()));
        assertEquals("", transcript.out());
        assertEquals(identity, Files.getAttribute(file, "basic:fileKey"));
    }

    @Test
    void checkNamesWhatWouldChangeAndChangesNothing() throws IOException {
        Path file = file(UNTIDY);
        SmallProtocol.write(folder, "tidy.omt", SmallProtocol.CLEAN);

        assertEquals(1, fmt("--check", folder.toString()));
        assertEquals(file + ": not in the canonical layout\n", transcript.out());
        assertEquals(UNTIDY, Files.readString(file));
    }

    @Test
    void checkOfACanonicalFileEndsWithZero() {
        assertEquals(0, fmt("--check", file(SmallProtocol.CLEAN).toString()));
        assertEquals("", transcript.out());
    }

    @Test
    void stdoutPrintsTheLayoutAndChangesNothing() throws IOException {
        Path file = file(UNTIDY);

        assertEquals(0, fmt("--stdout", file.toString()));
        assertEquals(SmallProtocol.CLEAN, transcript.out());
        assertEquals(UNTIDY, Files.readString(file));
    }

    @Test
    void aFileThatCannotBeParsedIsLeftAloneAndTheOthersAreFormatted() throws IOException {
        Path broken = SmallProtocol.write(folder, "a.omt", SmallProtocol.BROKEN);
        Path untidy = file(UNTIDY);

        assertEquals(1, fmt(folder.toString()));
        assertEquals(SmallProtocol.BROKEN, Files.readString(broken));
        assertEquals(untidy + ": formatted\n", transcript.out());
        assertTrue(transcript.err().startsWith(broken + ":24:20: error OMT-S01: "), transcript.err());
    }

    @Test
    void stdoutOfSeveralFilesIsRefused() {
        SmallProtocol.write(folder, "a.omt", SmallProtocol.CLEAN);
        file(SmallProtocol.CLEAN);

        assertEquals(3, fmt("--stdout", folder.toString()));
        assertEquals("error: --stdout prints one file, but 2 are given; give one, or use --check\n", transcript.err());
    }

    private Path file(String text) {
        return SmallProtocol.write(folder, "small.omt", text);
    }

    private int fmt(String... arguments) {
        transcript = Transcript.ofFiles();
        return Omerta.run(
                transcript.terminal(),
                Stream.concat(Stream.of("omt", "fmt"), Stream.of(arguments)).toArray(String[]::new));
    }
}
