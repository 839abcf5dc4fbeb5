package io.omerta.scenarios.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteLoaderTest {
    private static final String SUITE = "schema_version: 1\nname: all\ntitle: All\nsuite: [a.yaml, b/c.yaml]\n";

    @TempDir
    private Path directory;

    @Test
    void pathsAreRelativeToTheSuite() throws IOException {
        Suite suite = SuiteLoader.load(write(SUITE));

        assertEquals(List.of(directory.resolve("a.yaml"), directory.resolve("b/c.yaml")), suite.files());
    }

    @Test
    void aScenarioIsNoSuite() throws IOException {
        assertTrue(SuiteLoader.isSuite(write(SUITE)));
        assertFalse(SuiteLoader.isSuite(write(Examples.MINIMAL)));
        assertFalse(SuiteLoader.isSuite(directory.resolve("none.yaml")));
    }

    @Test
    void aSuiteWithoutScenariosIsRefused() throws IOException {
        Path file = write(SUITE.replace("[a.yaml, b/c.yaml]", "[]"));

        assertTrue(String.valueOf(assertThrows(InvalidInputException.class, () -> SuiteLoader.load(file))
                        .getMessage())
                .contains("suite must be a list of 1 to 1000 scenario files; this list has 0"));
    }

    /** A study of the economy that nobody runs reproduces nothing. */
    @Test
    void theShippedSuiteNamesEveryEconomicScenarioThatHasFigures() throws IOException {
        Path folder = Path.of("economics");
        List<Path> named =
                SuiteLoader.load(folder.resolve("reproduce-all.yaml")).files();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> withFigures = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !SuiteLoader.isSuite(file))
                    .filter(file ->
                            !ScenarioLoader.load(file, List.of()).figures().isEmpty())
                    .sorted()
                    .toList();
            assertFalse(withFigures.isEmpty());
            withFigures.forEach(
                    file -> assertTrue(named.contains(file), () -> "add " + file + " to reproduce-all.yaml"));
        }
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("suite.yaml"), text);
    }
}
