package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.source.Source;
import io.omerta.scenarios.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmtImportsTest {
    /** The file that imports is in top/inner; what is in the folder around top must not be read. */
    @TempDir
    Path folder;

    private Path top = Path.of("");
    private Path inner = Path.of("");
    private OmtFiles files = new OmtFiles(Path.of(""));

    @BeforeEach
    void layOut() throws IOException {
        folder = folder.toRealPath();
        top = folder.resolve("top");
        inner = Files.createDirectories(top.resolve("inner"));
        SmallProtocol.write(inner, "main.omt", "imports common");
        files = new OmtFiles(top);
    }

    @Test
    void anImportBesideTheFileComesBeforeOneAroundIt() {
        SmallProtocol.write(inner, "common.omt", "# near");
        SmallProtocol.write(top, "common.omt", "# far");

        assertEquals(Optional.of("# near"), text("common"));
    }

    @Test
    void anImportIsFoundAroundTheFile() throws IOException {
        Files.createDirectory(top.resolve("shared"));
        SmallProtocol.write(top, "shared/common.omt", "# shared");

        assertEquals(Optional.of("# shared"), text("shared", "common"));
    }

    @Test
    void nothingAboveTheOutermostDirectoryIsFound() {
        SmallProtocol.write(folder, "common.omt", "# outside");

        assertEquals(Optional.empty(), text("common"));
    }

    @Test
    void ofAFileElsewhereOnlyItsOwnDirectoryAndTheOneGivenAreSearched() {
        SmallProtocol.write(top, "common.omt", "# shared");
        files = new OmtFiles(folder.resolve("elsewhere"));

        assertEquals(Optional.empty(), text("common"));
        assertEquals(
                Optional.of("# shared"),
                OmtImports.around(files, files.choose(List.of(top)).get(1))
                        .find(List.of("common"))
                        .map(Source::text));
    }

    @Test
    void aRootIsTheOnlyPlaceSearched() {
        SmallProtocol.write(inner, "common.omt", "# near");
        SmallProtocol.write(folder, "other.omt", "# root");
        OmtImports imports = OmtImports.within(files, folder);

        assertEquals(Optional.empty(), imports.find(List.of("common")));
        assertEquals(Optional.of("# root"), imports.find(List.of("other")).map(Source::text));
    }

    @Test
    void aPathThatLeadsUpwardsFindsNothing() {
        SmallProtocol.write(folder, "common.omt", "# outside");
        SmallProtocol.write(top, "common.omt", "# inside");

        for (List<String> path : List.of(
                List.of("..", "common"),
                List.of("../common"),
                List.of("inner/../../common"),
                List.of(folder + "/common"),
                List.of(".", "common"),
                List.of("common\0"),
                List.<String>of())) {
            assertEquals(Optional.empty(), imports().find(path), path.toString());
        }
    }

    @Test
    void aLinkOutOfTheOutermostDirectoryIsRefused() throws IOException {
        Path outside = SmallProtocol.write(folder, "secret.omt", "# outside");
        Path link = Files.createSymbolicLink(inner.resolve("common.omt"), outside);

        String message =
                assertThrows(InvalidInputException.class, () -> text("common")).getMessage();
        assertEquals(
                "inner/common.omt: error: this import is a link to " + outside + ", which is outside of " + top
                        + "; imports are read only below it, see --root",
                message);
        assertTrue(Files.exists(link));
    }

    @Test
    void aDirectoryThatLinksOutwardsIsRefused() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        SmallProtocol.write(outside, "common.omt", "# outside");
        Files.createSymbolicLink(top.resolve("shared"), outside);

        assertThrows(InvalidInputException.class, () -> text("shared", "common"));
    }

    @Test
    void aLinkThatStaysWithinIsFollowed() throws IOException {
        Path shared = SmallProtocol.write(top, "shared.omt", "# shared");
        Files.createSymbolicLink(inner.resolve("common.omt"), shared);

        assertEquals(Optional.of("# shared"), text("common"));
    }

    @Test
    void oneFileIsOneSourceHoweverItIsReached() throws IOException {
        Path shared = SmallProtocol.write(top, "shared.omt", "# shared");
        Files.createSymbolicLink(inner.resolve("common.omt"), shared);

        Source source = files.source(shared);
        assertSame(source, imports().find(List.of("common")).orElseThrow());
        assertSame(source, imports().find(List.of("shared")).orElseThrow());
        assertEquals("shared.omt", source.name());
    }

    @Test
    void aDirectoryInPlaceOfAnImportIsRefused() throws IOException {
        Files.createDirectory(inner.resolve("common.omt"));

        assertThrows(InvalidInputException.class, () -> text("common"));
    }

    @Test
    void pathsAreToldAsTheyWouldBeWritten() throws IOException {
        Files.createDirectory(top.resolve("shared"));
        SmallProtocol.write(top, "shared/common.omt", "");
        SmallProtocol.write(top, "shared/notes.txt", "");
        SmallProtocol.write(folder, "outside.omt", "");

        assertEquals(List.of("main", "inner/main", "shared/common"), imports().paths());
    }

    @Test
    void aTransactionIsFoundByItsHead() throws IOException {
        Files.createDirectory(top.resolve("other"));
        SmallProtocol.write(top, "other/a.omt", "transaction 01 \"A\"");
        SmallProtocol.write(folder, "outside.omt", "transaction 02 \"B\"");

        assertEquals("other/a.omt", imports().transaction("01").orElseThrow().name());
        assertEquals(Optional.empty(), imports().transaction("1"));
        assertEquals(Optional.empty(), imports().transaction("02"));
    }

    private OmtImports imports() {
        return OmtImports.around(
                files, files.choose(List.of(inner.resolve("main.omt"))).get(0));
    }

    private Optional<String> text(String... path) {
        return imports().find(List.of(path)).map(Source::text);
    }
}
