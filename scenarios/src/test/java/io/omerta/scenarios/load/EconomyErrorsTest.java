package io.omerta.scenarios.load;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EconomyErrorsTest {
    @Test
    void settingsThatDoNotAscendAreShown() {
        assertFirstLine(
                "{type: double-spend-detection, connectivities: [0.5, 0.1]}",
                "economy.connectivities must be ascending; 0.1 follows 0.5");
    }

    @Test
    void aPartitionWithAnEmptySideIsShown() {
        assertFirstLine(
                "{type: partition-spend, nodes: 10, first_part: 0.1}",
                "a part of 0.1 of 10 nodes leaves one side fewer than 2");
    }

    @Test
    void aPanelLargerThanTheBenchIsShown() {
        assertFirstLine(
                "{type: verification-panels, verifiers: 3, panel: 5}",
                "a panel of 5 needs as many verifiers; there are 3");
    }

    private static void assertFirstLine(String economy, String problem) {
        String message = Examples.messageOf("schema_version: 1\neconomy: " + economy + "\n");
        String first = message.lines().findFirst().orElse("");
        assertTrue(first.endsWith(problem) && first.startsWith("test.yaml:2:"), message);
    }
}
