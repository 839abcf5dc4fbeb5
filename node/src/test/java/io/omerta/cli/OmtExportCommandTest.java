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

class OmtExportCommandTest {
    @TempDir
    Path folder;

    private Transcript transcript = Transcript.ofFiles();

    @Test
    void aModuleAndItsConfigurationAreWrittenAndTheDifferencesTold() throws IOException {
        Path out = folder.resolve("tla");

        assertEquals(0, export(file(SmallProtocol.CLEAN), "--format", "tla", "--out", out.toString()));
        List<String> told = transcript.out().lines().toList();
        assertEquals(
                List.of(
                        "wrote " + out.resolve("Greeting.tla"),
                        "wrote " + out.resolve("Greeting.cfg"),
                        "where the module differs from the transaction:"),
                told.subList(0, 3));
        assertTrue(told.size() > 3, transcript.out());
        String module = Files.readString(out.resolve("Greeting.tla"));
        assertTrue(module.startsWith("---- MODULE Greeting ----\n"), module);
        told.subList(3, told.size()).forEach(note -> assertTrue(module.contains("\n\\* " + note + "\n"), note));
        assertTrue(Files.readString(out.resolve("Greeting.cfg")).contains("SPECIFICATION Spec\n"));
    }

    @Test
    void ifTheFileHasAnErrorNothingIsWritten() {
        String file = file(SmallProtocol.BROKEN);

        assertEquals(1, export(file, "--out", folder + "/tla"));
        assertTrue(transcript.err().startsWith(file + ":24:20: error OMT-S01: "), transcript.err());
        assertFalse(Files.exists(folder.resolve("tla")));
    }

    @Test
    void aLibraryWithoutActorsIsRefused() {
        String file = file("struct Vote ( voter peer_id )");

        assertEquals(3, export(file, "--out", folder.toString()));
        assertEquals(
                file + ": error: there is no actor, so nothing happens that could be checked;"
                        + " export a transaction that imports this\n",
                transcript.err());
    }

    @Test
    void aDirectoryOfSeveralFilesIsRefused() {
        file(SmallProtocol.CLEAN);
        SmallProtocol.write(folder, "again.omt", SmallProtocol.CLEAN);

        assertEquals(3, export(folder.toString(), "--out", folder.toString()));
        assertEquals(
                folder + ": error: this directory has 2 protocol files, but one is exported at a time;"
                        + " give one of them\n",
                transcript.err());
    }

    @Test
    void anUnknownFormatIsRefusedWithThoseThereAre() {
        assertEquals(3, export(file(SmallProtocol.CLEAN), "--format", "quint"));
        assertTrue(transcript.err().contains("expected one of [TLA]"), transcript.err());
        assertEquals(1, transcript.err().lines().count(), transcript.err());
    }

    @Test
    void anOutThatIsAFileIsRefused() {
        String file = file(SmallProtocol.CLEAN);

        assertEquals(3, export(file, "--out", file));
        assertTrue(transcript.err().startsWith(file + "/Greeting.tla: error: cannot be written: "), transcript.err());
    }

    @Test
    void aMissingFileIsAnsweredWithTheNearest() {
        String file = file(SmallProtocol.CLEAN);
        Path misspelt = folder.resolve("smal.omt");

        assertEquals(3, export(misspelt.toString()));
        assertEquals(misspelt + ": error: no such file; did you mean \"" + file + "\"?\n", transcript.err());
    }

    private String file(String text) {
        return SmallProtocol.write(folder, "small.omt", text).toString();
    }

    private int export(String... arguments) {
        transcript = Transcript.ofFiles();
        return Omerta.run(
                transcript.terminal(),
                Stream.concat(Stream.of("omt", "export"), Stream.of(arguments)).toArray(String[]::new));
    }
}
