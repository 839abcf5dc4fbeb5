package io.omerta.protocol.language.check;

import static io.omerta.protocol.language.check.FlowExample.assertFound;
import static io.omerta.protocol.language.check.FlowExample.assertNone;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndRuleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    state S initial state T terminal S -> T auto «T» -> S on M          | `T` is terminal, but `T -> S on M` would be taken in it; remove that, or the word `terminal`
                    state S initial state T terminal S -> T auto «T» -> T on M ( x = 1 ) | `T` is terminal, but `T -> T on M` would be taken in it; remove that, or the word `terminal`
                    state S initial state T terminal S -> T auto trigger go() in [S, «T»] | `T` is terminal, but the trigger `go` would be accepted in it; remove that, or the word `terminal`
                    """)
    void e21TellsWhatHappensAfterTheEnd(String members, String message) {
        Diagnostic finding = assertFound(Code.E21, "actor A ( " + members + " )", message);
        assertEquals("declared terminal here", finding.related().get(0).message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    state S initial state «T» S -> T auto                  | no transition leaves `T`; add one, or mark the state `terminal`
                    state S initial state «T» idle S -> T auto             | no transition leaves `T`; add one, or mark the state `terminal`
                    state S initial state «T» S -> T auto T -> T on M      | no transition leads from `T` to another state; add one, or mark the state `idle` if the actor may stay for ever
                    """)
    void e21TellsDeadEnds(String members, String message) {
        assertFound(Code.E21, "actor A ( " + members + " )", message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state S initial terminal",
                "state S initial state T terminal S -> T auto",
                "state S initial idle S -> S on M",
                "state S initial state T terminal S -> S on M when x else -> T",
                "state WAITING initial state FINISHED terminal WAITING -> FINISHD auto",
                "state WAITING initial state FINISHED terminal WAITNG -> FINISHED auto",
                "state S initial state T terminal NOWHERE -> T auto",
                "state S initial state T terminal S -> NOWHERE auto",
            })
    void statesThatAreLeftOrTerminalArePassed(String members) {
        assertNone(Code.E21, "actor A ( " + members + " )");
    }

    @Test
    void aStateThatOnlyItsElseLeavesIsNoDeadEnd() {
        assertNone(Code.E21, "actor A ( state S initial state T terminal S -> S auto when x ( x = 1 ) else -> T )");
    }
}
