package io.omerta.scenarios.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverrideErrorsTest {
    @Test
    void aMistakeInAnArgumentIsShownUnderTheArgument() {
        assertEquals(
                """
                command line: error: unknown key "nodez" in network
                  argument | network.nodez=4
                           |         ^^^^^ did you mean "nodes"? allowed: preset, nodes, assignment, regions, connections,\
                 contention, loss, delay_law, overlay, links""",
                Examples.messageOf(Examples.MINIMAL, "network.nodez=4"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            seed               | an override is written key=value               | 1
            =5                 | an override is written key=value               | 1
            seed=              | the value is missing                           | 5
            seed=x             | seed must be a whole number of at most 64 bits; this is text | 6
            a..b=1             | "a..b" is not a dotted key                     | 1
            seed.x=1           | seed has no key "x"                            | 6
            faults[0].at=1 s   | faults has no element [0]                      | 7
            network.nodes[0]=1 | network.nodes has no element [0]               | 14
            expect[0].over=any | expect has no element [0]                     | 7
            seed=[1            | YAML syntax                                    | 8
            """)
    void mistakesInArgumentsAreExplained(String argument, String expected, int column) {
        String text = Examples.MINIMAL + "seed: 1\nfaults: []\n";
        String message = Examples.messageOf(text, argument);
        String[] lines = message.split("\n", -1);
        String head = "command line: error: " + expected;
        assertEquals(head, lines[0].substring(0, Math.min(lines[0].length(), head.length())));
        assertEquals(column, lines[2].indexOf('^') - lines[2].indexOf('|') - 1);
    }
}
