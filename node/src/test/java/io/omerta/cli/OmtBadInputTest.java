package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a user gives to the commands about protocol files is answered in few words, never with a stack trace. */
class OmtBadInputTest {
    @TempDir
    Path folder;

    private Transcript transcript = Transcript.ofFiles();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            omt lint                       | missing required parameter: 'FILE|DIR'; try "omerta omt lint --help"
            omt fmt                        | missing required parameter: 'FILE|DIR'; try "omerta omt fmt --help"
            omt lin {}                     | unknown command 'lin', nearest match 'lint'; try "omerta omt --help"
            omt lint --formt json {}       | unknown option '--formt', nearest match '--format'; try "omerta omt lint --help"
            omt lint --format sairf {}     | invalid value for option '--format': expected one of [TEXT, JSON, SARIF] (case-insensitive) but was 'sairf'; try "omerta omt lint --help"
            omt lint --json --format text {} | --format=FORMAT, --json are mutually exclusive
            omt fmt --check --stdout {}    | --check, --stdout are mutually exclusive
            omt lint --root {} {}          | {} is not a directory; give --root the directory that imports are in
            """)
    void aMistakeInACommandIsOneLine(String command, String expected) {
        String file = file(SmallProtocol.CLEAN).toString();
        assertRefused(command.replace("{}", file).split(" ", -1));

        assertTrue(transcript.err().startsWith("error: " + expected.replace("{}", file)), transcript.err());
    }

    @Test
    void theGroupWithoutACommandShowsItsUsageAsAnError() {
        assertEquals(3, run("omt"));
        assertTrue(transcript.err().startsWith("Usage: omerta omt"), transcript.err());
        assertEquals("", transcript.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lint", "fmt"})
    void aMissingFileIsAnsweredWithTheNearest(String command) {
        Path file = file(SmallProtocol.CLEAN);
        Path misspelt = folder.resolve("smal.omt");
        assertRefused("omt", command, misspelt.toString());

        assertEquals(misspelt + ": error: no such file; did you mean \"" + file + "\"?\n", transcript.err());
    }

    @Test
    void aMissingDirectoryIsNamed() {
        Path missing = folder.resolve("nowhere/small.omt");
        assertRefused("omt", "lint", missing.toString());

        assertEquals(
                missing + ": error: no such file; there is no directory " + folder.resolve("nowhere") + " either\n",
                transcript.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lint", "fmt"})
    void aDirectoryWithoutProtocolFilesIsRefused(String command) {
        SmallProtocol.write(folder, "small.txt", SmallProtocol.CLEAN);
        assertRefused("omt", command, folder.toString());

        assertEquals(
                folder + ": error: nothing in this directory or below ends with .omt;"
                        + " give another directory, or a file\n",
                transcript.err());
    }

    @Test
    void aFileWithoutReadPermissionIsRefused() {
        Path file = file(SmallProtocol.CLEAN);
        assertTrue(file.toFile().setReadable(false));
        assumeFalse(Files.isReadable(file), "the superuser reads everything");
        assertRefused("omt", "lint", file.toString());

        assertEquals(file + ": error: cannot be read: no permission for " + file + "\n", transcript.err());
    }

    @Test
    void aDeviceIsRefusedUnread() {
        Path device = Path.of("/dev/zero");
        assumeFalse(Files.notExists(device), "there is no " + device);
        assertRefused("omt", "lint", device.toString());

        assertEquals(device + ": error: this is not a regular file; give a file or a directory\n", transcript.err());
    }

    @Test
    void nothingIsChangedIfOneOfTheFilesCannotBeRead() throws IOException {
        Path file = file(SmallProtocol.FIXABLE);
        assertRefused(
                "omt",
                "lint",
                "--fix",
                file.toString(),
                folder.resolve("none.omt").toString());

        assertEquals(SmallProtocol.FIXABLE, Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lint", "lint --fix", "fmt"})
    void bytesThatAreNotUtf8AreAnErrorOfTheFileAndStayAsTheyAre(String command) throws IOException {
        byte[] bytes =
                SmallProtocol.FIXABLE.replace("Greeting", "Gr\u00fc\u00dfe").getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("small.omt"), bytes);

        assertEquals(1, run(("omt " + command + " " + file).split(" ", -1)));
        String told = command.equals("fmt") ? transcript.err() : transcript.out();
        assertTrue(told.startsWith(file + ":1:19: error OMT-S01: the byte 0xfc at byte 18 is not UTF-8"), told);
        assertEquals(-1, Arrays.mismatch(bytes, Files.readAllBytes(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lint", "lint --fix", "fmt"})
    void aHugeFileIsRefusedUnparsedAndStaysAsItIs(String command) throws IOException {
        Path file = file(SmallProtocol.FIXABLE + "# padding\n".repeat(200_000));
        long sizeBytes = Files.size(file);

        assertEquals(1, run(("omt " + command + " " + file).split(" ", -1)));
        String told = command.equals("fmt") ? transcript.err() : transcript.out();
        assertTrue(
                told.startsWith(
                        file + ":1:1: error OMT-S11: the file has " + sizeBytes + " bytes, but at most 1048576"),
                told);
        assertEquals(sizeBytes, Files.size(file));
    }

    @Test
    void nulBytesAreAnErrorAtTheirPlace() {
        assertEquals(1, run("omt", "lint", file(SmallProtocol.CLEAN + "\0\0\0").toString()));
        assertTrue(transcript.out().contains(":46:1: error OMT-S01: the character U+0000"), transcript.out());
        assertFalse(transcript.out().contains("\0"), "control characters do not reach the terminal");
    }

    @Test
    void aCircleOfImportsIsAnErrorOfTheImport() {
        SmallProtocol.write(folder, "first.omt", "imports second\n");
        SmallProtocol.write(folder, "second.omt", "imports first\n");

        assertEquals(1, run("omt", "lint", folder.resolve("first.omt").toString()));
        assertTrue(
                transcript.out().startsWith(folder.resolve("second.omt") + ":1:9: error OMT-E29: "), transcript.out());
    }

    @Test
    void anImportThatIsMissingIsAnsweredWithTheNearest() throws IOException {
        Files.createDirectory(folder.resolve("shared"));
        SmallProtocol.write(folder, "shared/common.omt", "");
        Path file = file("imports shared/comon\n");

        assertEquals(1, run("omt", "lint", file.toString()));
        assertTrue(
                transcript
                        .out()
                        .startsWith(file + ":1:9: error OMT-E29: there is no file `shared/comon`;"
                                + " did you mean `shared/common`?\n"),
                transcript.out());
    }

    @Test
    void anImportThatIsALinkOutOfTheRootIsRefused() throws IOException {
        Path root = Files.createDirectory(folder.resolve("root"));
        Path secret =
                SmallProtocol.write(folder, "secret.omt", "enum Secret (KEY)").toRealPath();
        Files.createSymbolicLink(root.resolve("common.omt"), secret);
        Path file = SmallProtocol.write(root, "main.omt", "imports common\n");
        assertRefused("omt", "lint", "--root", root.toString(), file.toString());

        assertTrue(
                transcript.err().contains("common.omt: error: this import is a link to " + secret), transcript.err());
    }

    private Path file(String text) {
        return SmallProtocol.write(folder, "small.omt", text);
    }

    private int run(String... arguments) {
        transcript = Transcript.ofFiles();
        return Omerta.run(transcript.terminal(), arguments);
    }

    private void assertRefused(String... arguments) {
        assertEquals(3, run(arguments), transcript.err());
        assertEquals("", transcript.out());
        assertEquals(1, transcript.err().lines().count(), transcript.err());
        assertFalse(transcript.err().contains("Exception"), transcript.err());
    }
}
