package io.omerta.protocol.language.check;

import static io.omerta.protocol.language.check.FlowExample.assertFound;
import static io.omerta.protocol.language.check.FlowExample.assertNone;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingRulesTest {
    private static final String HEAD =
            "enum Verdict ( ACCEPT REJECT ) parameters ( P = 3 seconds N = 4 count ) actor A ( "
                    + "store ( n uint k int ) state T terminal state U terminal ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    state «S» initial S -> T auto when x                                | `S` is left only if a guard holds; add an `else`
                    state «S» initial S -> T on timeout(P) when x                       | `S` is left only if a guard holds; add an `else`, or a timeout without a guard
                    state «S» initial S -> S on M S -> T on timeout(P) when x           | `S` is left only if a guard holds; add an `else`, or a timeout without a guard
                    state «S» initial S -> T auto when x S -> U on timeout(P) when y    | `S` is left only if a guard holds; add an `else`, or a timeout without a guard
                    state «S» initial S -> T on timeout(P) when n > 3 else -> S         | `S` is left only if a guard holds; add an `else`, or a timeout without a guard
                    """)
    void w05TellsAStateThatOnlyGuardsLeave(String members, String message) {
        Diagnostic finding = assertFound(Code.W05, HEAD + members + " )", message);
        assertEquals("left if this holds", finding.related().get(0).message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state S initial S -> T auto when x else -> U",
                "state S initial S -> T auto when x S -> U auto",
                "state S initial S -> T auto when x S -> U on timeout(P)",
                "state S initial S -> T auto when x S -> U on M when y",
                "state S initial S -> T auto when n > 3 S -> U auto when n <= 3",
                "state S initial S -> T on timeout(P) when n > 3 else -> U",
                "state S initial S -> T on timeout(P) when n > 3 else -> S ( n = n + 1 )",
                "state S initial idle S -> T auto when x",
                "state S initial S -> S on M S -> T auto when x",
                "state S initial S -> T auto when x S -> U auto when y",
            })
    void w05PassesStatesThatAreLeftOrThatOtherCodesTell(String members) {
        assertNone(Code.W05, HEAD + members + " )");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    S -> T on M                                                      | `M`
                    S -> T on M S -> T on N S -> U on M when x                       | `M` and `N`
                    S -> T collect M from c until 3 by v into w                      | `M`
                    trigger go() in [S] S -> T on go                                 | `go`
                    S -> S on M S -> T auto when n > 3                               | `M`
                    S -> T on a S -> T on b S -> T on c S -> T on d                  | `a`, `b`, `c` and `d`
                    S -> T on a S -> T on b S -> T on c S -> T on d S -> T on e      | `a`, `b`, `c` and 2 other things
                    """)
    void w06TellsAStateThatMayWaitForEver(String members, String awaited) {
        assertFound(
                Code.W06,
                HEAD + "state «S» initial " + members + " )",
                "`S` waits for " + awaited
                        + " without a timeout; add `on timeout(PARAMETER)`, or mark it `idle` if the actor may wait"
                        + " there for ever");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state S initial S -> T on M S -> U on timeout(P)",
                "state S initial idle S -> T on M",
                "state S initial S -> T on M S -> U auto",
                "state S initial S -> T on M S -> T auto when x else -> U",
                "state S initial S -> T on M S -> T auto when x S -> U auto when not x",
                "state S initial S -> T auto when x",
            })
    void w06PassesStatesThatDoNotWaitOrHaveATimeout(String members) {
        assertNone(Code.W06, HEAD + members + " )");
    }

    @Test
    void w09TellsGuardsThatMayFailTogether() {
        assertFound(
                Code.W09,
                HEAD + "state «S» initial S -> T auto when k > 3 S -> U auto when k < 3 )",
                "all 2 guards of the automatic transitions of `S` may fail, and then nothing leaves it; add an `else` to"
                        + " one of them");
    }

    @Test
    void w09TellsGuardsThatMayHoldTogether() {
        Diagnostic finding = assertFound(
                Code.W09,
                HEAD + "state S initial S -> T auto when k > 3 S -> U auto when «k < 5» )",
                "this guard may hold together with that of `S -> T auto`, which is then taken; make the guards exclude"
                        + " each other, or add an `else`");
        assertEquals("k > 3", finding.related().get(0).span().text());
    }

    @Test
    void w09TellsBothAtOnce() {
        assertFound(
                Code.W09,
                HEAD + "state S initial S -> T auto when x S -> U auto when «y» )",
                "this guard may hold together with that of `S -> T auto`, which is then taken, and all may fail, so that"
                        + " nothing leaves `S`; make the guards exclude each other, or add an `else`");
    }

    @Test
    void w09TellsTwoQuorumsThatMayBothBeReached() {
        assertFound(
                Code.W09,
                HEAD + "state S initial S -> S on M S -> T auto when COUNT(v, x => x) >= N "
                        + "S -> U auto when «COUNT(v, x => not x) >= N» S -> U on timeout(P) )",
                "this guard may hold together with that of `S -> T auto`, which is then taken; make the guards exclude"
                        + " each other, or add an `else`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S -> T auto when x S -> U auto when not x",
                "S -> T auto when n < 3 S -> U auto when n >= 3",
                "S -> T auto when n < 3 S -> U auto when 3 <= n",
                "S -> T auto when a == b S -> U auto when b != a",
                "S -> T auto when n == 0 S -> U auto when n > 0",
                "S -> T auto when LENGTH(v) == 0 S -> U auto when length(v) > 0",
                "S -> T auto when v == ACCEPT S -> U auto when v == Verdict.REJECT",
                "S -> T auto when x and y S -> U auto when not x or not y",
                "S -> T auto when x S -> U auto when y else -> T",
                "S -> T auto when x S -> U auto when y S -> T auto",
                "S -> T auto when x S -> T auto when y S -> T on timeout(P)",
                "S -> S on M S -> T auto when k > 5 S -> U auto when k < 3 S -> U on timeout(P)",
                "S -> T auto when x",
                "S -> T on M when x S -> U on M when y S -> U on timeout(P)",
            })
    void w09PassesGuardsThatAreAChoice(String members) {
        assertNone(Code.W09, HEAD + "state S initial " + members + " )");
    }

    @ParameterizedTest
    @ValueSource(strings = {"T -> T auto when x", "T -> U on M", "T -> U auto when x T -> S auto when y"})
    void terminalStatesAreNotExpectedToBeLeft(String members) {
        String text = "actor A ( state S initial state T terminal state U terminal S -> T auto " + members + " )";
        for (Code code : List.of(Code.W05, Code.W06, Code.W09)) {
            assertNone(code, text);
        }
    }
}
