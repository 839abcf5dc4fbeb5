package io.omerta.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.sim.record.Outcome;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CliExitTest {
    @Test
    void theCodesAreTheOnesThatScriptsRelyOn() {
        assertEquals(
                List.of(0, 1, 2, 3, 4, 130),
                Arrays.stream(CliExit.values()).map(CliExit::code).toList());
    }

    @Test
    void everyOutcomeHasItsExit() {
        assertEquals(CliExit.HELD, CliExit.of(Outcome.HELD));
        assertEquals(CliExit.VIOLATED, CliExit.of(Outcome.VIOLATED));
        assertEquals(CliExit.INCONCLUSIVE, CliExit.of(Outcome.INCONCLUSIVE));
    }
}
