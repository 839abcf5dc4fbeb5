package io.omerta.scenarios.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is shipped beside the code fits the code. Tests run in the folder of the module. */
final class ShippedSchemaTest {
    private static final Path FILE = Path.of("scenario.schema.json");

    @Test
    void theShippedJsonSchemaIsTheOneThatTheProgramPrints() throws IOException {
        assertEquals(
                Schema.jsonSchema().stripTrailing(),
                Files.readString(FILE).stripTrailing(),
                "out of date; run: ./omerta schema > scenarios/" + FILE);
    }

    @TestFactory
    Stream<DynamicTest> everyShippedScenarioIsValidAndNamesTheSchemaForEditors() throws IOException {
        List<Path> scenarios;
        try (Stream<Path> files = Files.walk(Path.of(""), 2)) {
            scenarios = files.filter(file -> file.getNameCount() == 2
                            && !file.startsWith("target")
                            && file.toString().endsWith(".yaml")
                            && !SuiteLoader.isSuite(file))
                    .sorted()
                    .toList();
        }
        assertTrue(scenarios.size() >= 6, "found only " + scenarios);
        return scenarios.stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    assertTrue(Files.readString(file).startsWith("# yaml-language-server: $schema=../" + FILE + "\n"));
                    assertEquals(1, ScenarioLoader.load(file, List.of()).schemaVersion());
                }));
    }
}
