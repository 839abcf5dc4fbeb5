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

class AutoRuleTest {
    private static final String STATES = "state S initial state T state U terminal ";
    private static final String ADVICE =
            " never comes to rest; give a transition on this way a guard that the actions on it make false";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    S -> «S» auto                                                | `S -> S`
                    S -> «T» auto T -> S auto                                    | `S -> T -> S`
                    S -> «T» auto when true T -> S auto                          | `S -> T -> S`
                    S -> U auto when x else -> «S»                               | `S -> S`
                    S -> U auto when x else -> «T» ( y = 1 ) T -> S auto         | `S -> T -> S`
                    S -> U auto when x S -> «T» auto T -> S auto ( y = y + 1 )   | `S -> T -> S`
                    S -> U auto when LENGTH(v) > 3 S -> «T» auto T -> S auto     | `S -> T -> S`
                    S -> U collect M from c until 3 by v into w S -> «S» auto    | `S -> S`
                    S -> U on M S -> «S» auto                                    | `S -> S`
                    """)
    void e30TellsCirclesThatNeverComeToRest(String members, String way) {
        assertFound(Code.E30, "actor A ( " + STATES + members + " )", way + ADVICE);
    }

    @Test
    void e30BeginsACircleWhereItIsEnteredAndTellsTheRestOfIt() {
        Diagnostic finding = assertFound(
                Code.E30,
                "actor A ( state S initial state T state U S -> T auto T -> «U» auto U -> T auto )",
                "`T -> U -> T`" + ADVICE);
        assertEquals("then `U -> T`", finding.related().get(0).message());
    }

    @Test
    void e30TellsEachCircleByItself() {
        assertEquals(
                List.of("S", "T"),
                FlowExample.places(Code.E30, "actor A ( state S initial state T S -> S auto T -> T auto )"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S -> T auto T -> U auto",
                "S -> S auto when x S -> T on M T -> U auto",
                "S -> T auto T -> S on M T -> U on N",
                "S -> U auto when n > 3 S -> S auto ( n = n + 1 )",
                "S -> U auto when n > 3 else -> T T -> S auto ( n = n + 1 )",
                "S -> U auto when LENGTH(v) > 3 S -> S auto ( APPEND(v, 1) )",
                "S -> U auto when LOAD(v) == 3 S -> S auto ( lookup v = 3 )",
                "S -> U auto when alive() S -> S auto",
                "S -> U auto when RANDOM_BYTES(1) == x S -> S auto",
                "S -> U collect M from c until 3 by v into w S -> S auto ( w = [] )",
                "S -> U auto when x S -> T auto when not x S -> S auto T -> U auto",
            })
    void circlesThatAGuardEndsArePassed(String members) {
        assertNone(Code.E30, "native function alive() -> bool \"host\" actor A ( " + STATES + members + " )");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    S -> T auto «S -> U auto» when x T -> U auto                   | S -> T auto | has no guard
                    S -> T auto when true «S -> U auto» T -> U auto                | S -> T auto | has a guard that is always true
                    S -> T auto «S -> U collect M from c until 3 by v into w» T -> U auto | S -> T auto | has no guard
                    """)
    void e30TellsTransitionsThatAnotherHides(String members, String hiding, String why) {
        Diagnostic finding = assertFound(
                Code.E30,
                "actor A ( " + STATES + members + " )",
                "this is never taken: `" + hiding + "` stands before it and " + why
                        + "; put it last or give it a guard");
        assertEquals("auto", finding.related().get(0).span().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S -> T auto when x S -> U auto T -> U auto",
                "S -> T auto when x else -> U S -> U auto when y T -> U auto",
                "S -> T auto when false S -> U auto T -> U auto",
                "S -> T auto S -> U on M T -> U auto",
            })
    void transitionsThatMayBeTakenArePassed(String members) {
        assertNone(Code.E30, "actor A ( " + STATES + members + " )");
    }
}
