package io.omerta.scenarios.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.scenarios.model.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
    @TempDir
    Path directory = Path.of("");

    private String messageOf(String name) {
        InvalidInputException thrown = assertThrows(
                InvalidInputException.class, () -> ScenarioLoader.load(directory.resolve(name), List.of()));
        return String.valueOf(thrown.getMessage()).replace(directory + "/", "").replace(directory.toString(), "DIR");
    }

    @Test
    void aMissingFileIsReportedWithTheNearestName() throws IOException {
        Files.writeString(directory.resolve("gossip.yaml"), Examples.MINIMAL);
        assertEquals("gosip.yaml: error: no such file; did you mean \"gossip.yaml\"?", messageOf("gosip.yaml"));
    }

    @Test
    void aMissingFolderIsReported() {
        assertEquals("none/a.yaml: error: no such file; there is no directory none either", messageOf("none/a.yaml"));
    }

    @Test
    void aFolderIsReportedWithAFileInIt() throws IOException {
        Files.writeString(directory.resolve("b.yaml"), Examples.MINIMAL);
        assertEquals("DIR: error: this is a directory; give a scenario file inside it, such as b.yaml", messageOf(""));
    }

    @Test
    void aLargeFileIsRefusedWithItsSize() throws IOException {
        Files.write(directory.resolve("large.yaml"), new byte[10_000_000]);
        assertEquals(
                "large.yaml: error: the file has 10000000 bytes; a scenario file may have at most 1048576",
                messageOf("large.yaml"));
    }

    @Test
    void bytesThatAreNotUtf8AreReportedAtTheirPlace() throws IOException {
        byte[] bytes = "title: caf\nname: né".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(directory.resolve("latin.yaml"), bytes);
        assertEquals("latin.yaml:2:8: error: byte 0xe9 is not UTF-8; save the file as UTF-8", messageOf("latin.yaml"));
    }

    @Test
    void anEmptyFileIsReported() throws IOException {
        Files.createFile(directory.resolve("empty.yaml"));
        assertEquals("empty.yaml: error: the scenario is empty", messageOf("empty.yaml"));
    }

    @Test
    void aByteOrderMarkIsSkipped() throws IOException {
        Files.writeString(directory.resolve("mark.yaml"), "\uFEFF" + Examples.MINIMAL);
        assertEquals(
                "mark",
                ScenarioLoader.load(directory.resolve("mark.yaml"), List.of()).name());
    }

    @Test
    void aMistakeInAnOverlayFileIsReportedWithItsLine() throws IOException {
        Files.writeString(directory.resolve("links.txt"), "0 1\n1 700\n");
        Files.writeString(
                directory.resolve("s.yaml"),
                Examples.MINIMAL.replace("nodes: 600", "nodes: 600\n  overlay: {type: file, path: links.txt}"));
        assertEquals(
                """
                s.yaml:5:31: error: links.txt:2: unknown node "700"
                  5 |   overlay: {type: file, path: links.txt}
                    |                               ^^^^^^^^^ allowed: node_0 to node_599, or an index from 0 to 599""",
                messageOf("s.yaml"));
    }
}
