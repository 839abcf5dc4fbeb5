package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    @Test
    void withoutTheLauncherBothStreamsAreFiles() {
        Terminal terminal = terminal(new Properties(), Map.of());

        assertFalse(terminal.out().interactive() || terminal.err().interactive());
        assertFalse(terminal.out().colour() || terminal.err().colour());
        assertEquals(80, terminal.widthColumns());
    }

    @Test
    void eachStreamIsATerminalOnItsOwn() {
        Properties properties = new Properties();
        properties.setProperty("omerta.stderr.terminal", "true");
        Terminal terminal = terminal(properties, Map.of());

        assertFalse(terminal.out().interactive());
        assertTrue(terminal.err().interactive() && terminal.err().colour());
    }

    @Test
    void noColorTakesTheColourAndLeavesTheProgressLine() {
        Terminal terminal = terminal(screen(), Map.of("NO_COLOR", "1"));

        assertFalse(terminal.out().colour() || terminal.err().colour());
        assertTrue(terminal.err().interactive());
    }

    @Test
    void anEmptyNoColorCountsAsUnset() {
        assertTrue(terminal(screen(), Map.of("NO_COLOR", "")).out().colour());
    }

    @Test
    void aDumbTerminalIsTreatedAsAFile() {
        assertFalse(terminal(screen(), Map.of("TERM", "dumb")).err().interactive());
    }

    @ParameterizedTest
    @CsvSource({"132, 132", "5, 20", "'', 80", "wide, 80", "0, 80", "99999999999, 80"})
    void theWidthIsTakenFromTheLauncherIfItMakesSense(String given, int expectedColumns) {
        Properties properties = screen();
        properties.setProperty("omerta.columns", given);

        assertEquals(expectedColumns, terminal(properties, Map.of()).widthColumns());
    }

    private static Properties screen() {
        Properties properties = new Properties();
        properties.setProperty("omerta.stdout.terminal", "true");
        properties.setProperty("omerta.stderr.terminal", "true");
        return properties;
    }

    private static Terminal terminal(Properties properties, Map<String, String> environment) {
        return Terminal.of(System.out, System.err, properties, environment);
    }
}
