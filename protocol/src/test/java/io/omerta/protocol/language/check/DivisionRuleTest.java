package io.omerta.protocol.language.check;

import static io.omerta.protocol.language.check.FlowExample.assertFound;
import static io.omerta.protocol.language.check.FlowExample.assertNone;
import static io.omerta.protocol.language.check.FlowExample.places;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.source.Code;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionRuleTest {
    private static final String PARAMETERS =
            "parameters ( N = 4 count ZERO = 0 SHARE = 0.25 fraction LONG = 3 hours SAME = N NONE = ZERO ) ";
    private static final String ACTOR =
            PARAMETERS + "actor A ( store ( n uint k int ) state S initial state T terminal ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a / «n»",
                "DIV(a, «n»)",
                "mod(a, «n»)",
                "MUL_DIV(a, 2, «n»)",
                "a / «-k»",
                "a / «(n - 1)»",
                "a / «(k + 1)»",
                "a / «(SHARE * SHARE)»",
                "a / «LENGTH(l)»",
                "a / «MAX(n, ZERO)»",
                "a / «SECONDS(LONG)»",
                "n != 0 or a / «n» > 1",
                "a / «n» > 1 and n != 0",
                "IF n == 0 THEN a / «n» ELSE 1",
                "IF n != 1 THEN a / «n» ELSE 1",
                "IF k < 5 THEN a / «k» ELSE 1",
                "IF n != 0 THEN MAP(l, n => a / «n») ELSE l",
                "IF a / «n» > 1 THEN n > 0 ELSE false",
            })
    void w10TellsDivisorsThatMayBeZero(String value) {
        String divisor = value.substring(value.indexOf('«') + 1, value.indexOf('»'));
        String bare = divisor.startsWith("(") ? divisor.substring(1, divisor.length() - 1) : divisor;
        String marked = divisor.startsWith("(") ? value.replace("«(", "(«").replace(")»", "»)") : value;
        assertFound(
                Code.W10,
                PARAMETERS + "actor B ( store ( n uint k int ) ) function f(n uint) -> uint ( RETURN " + marked + " )",
                "the divisor `" + bare + "` may be zero; test it before, in the guard or as in `IF " + bare
                        + " != 0 THEN ... ELSE ...`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "ZERO", "NONE"})
    void w10TellsDivisorsThatAreZero(String zero) {
        assertFound(
                Code.W10,
                PARAMETERS + "actor B ( ) function f(n uint) -> uint ( RETURN n / «" + zero + "» )",
                "the divisor `" + zero + "` is zero");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a / 2",
                "a / -2",
                "a / N",
                "a / SAME",
                "a / SHARE",
                "a / LONG",
                "a / (N * 2)",
                "DIV(a, N)",
                "a / (n + 1)",
                "a / (1000000000 + N * n)",
                "a / (LENGTH(l) + 1)",
                "a / MAX(n, 1)",
                "a / MIN(MAX(n, 1), N)",
                "a / (IF x THEN 1 ELSE 2)",
                "n != 0 and a / n > 1",
                "n == 0 or a / n > 1",
                "not (n != 0) or a / n > 1",
                "IF n > 0 THEN a / n ELSE 0",
                "IF n < 1 THEN 0 ELSE a / n",
                "IF n >= N THEN a / n ELSE 0",
                "IF k > 0 or k < -3 THEN a / k ELSE 0",
                "IF n == 3 and x THEN a / n ELSE 0",
                "IF LENGTH(l) > 0 THEN a / length(l) ELSE 0",
                "IF n != 0 THEN MAP(l, e => e / n) ELSE l",
            })
    void w10PassesDivisorsThatCannotBeZero(String value) {
        assertNone(
                Code.W10,
                PARAMETERS + "actor B ( store ( n uint k int ) ) function f(n uint) -> uint ( RETURN " + value + " )");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    S -> T auto when n > 0 ( x = 1 / n )                                        | 0
                    S -> T auto when n == 0 else -> T ( x = 1 / n )                             | 0
                    S -> T auto when n == 0 S -> T auto ( x = 1 / n )                           | 0
                    S -> T on M when n == 0 S -> T on M when 1 / n > 3                          | 0
                    S -> T auto when n > 0 ( x = 1 / n n = 0 )                                  | 0
                    S -> T collect M from c until 3 by v on 1 / n where n > 0 into w            | 0
                    S -> T auto when n > 0 ( n = n - 1 x = 1 / n )                              | 1
                    S -> T auto when n > 0 ( store n x = 1 / n )                                | 1
                    S -> T auto when n > 0 else -> T ( x = 1 / n )                              | 1
                    S -> T auto ( x = 1 / n )                                                   | 1
                    S -> T on M when n == 0 S -> T on N ( x = 1 / n )                           | 1
                    S -> T on timeout(P) when n == 0 S -> T on timeout(Q) ( x = 1 / n )         | 1
                    T -> S auto when n == 0 S -> T auto ( x = 1 / n )                           | 1
                    S -> T auto ( SEND(p, M {share 1 / n}) BROADCAST(c, M {share 1 / n}) )      | 2
                    S -> T auto ( APPEND(chain, B {share 1 / n}) APPEND(l, 1 / n) )             | 2
                    S -> T collect M from c until 1 / n by v on 1 / n where 1 / n > 2 into w    | 3
                    """)
    void w10KnowsWhatHoldsWhereAnActionStands(String members, int found) {
        assertEquals(found, places(Code.W10, ACTOR + members + " )").size());
    }

    @Test
    void w10LooksIntoLoopsPropertiesAndPayloads() {
        assertEquals(
                List.of("a", "b", "c"),
                places(
                        Code.W10,
                        "function f(a int, b int) -> int ( FOR x IN l ( y = x / a l[x / b] = 1 ) RETURN 1 ) "
                                + "invariant I ( 1 / c > 0 )"));
    }
}
