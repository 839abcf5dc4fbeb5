package io.omerta.protocol.language.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.syntax.ParsedFile;
import io.omerta.protocol.language.syntax.Parser;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Expression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardLogicTest {
    private static final String DECLARATIONS =
            "parameters ( N = 4 count P = 4 seconds ) enum Verdict ( ACCEPT REJECT LATER ) enum Other ( YES LATER ) "
                    + "function size(x uint) -> uint ( RETURN x ) struct S ( amount uint debt int ) ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    x                  | not x
                    x                  | x == false
                    x != true          | x
                    true               | not (1 == 1)
                    a and b            | not a
                    a or b             | not a and not b
                    IF a THEN b ELSE c | a and not b
                    n < 3              | n > 3
                    n < 3              | 3 <= n
                    n < m              | m < n
                    n < m              | m == n
                    n <= m             | m < n
                    n < 3              | n >= 5
                    n > 3 and n <= 4   | n > 4
                    n == 1             | n == 2
                    n == N             | n < 4
                    n == -1            | n > 0
                    1 < 1              | x
                    n < n              | x
                    f(a, b) > 3        | f(a, b) < 3
                    length(a) == 0     | LENGTH(a) > 0
                    LENGTH(a) < 0      | x
                    s.amount < 0       | x
                    size(3) < 0        | x
                    v == ACCEPT        | v == REJECT
                    v == ACCEPT        | v == Verdict.REJECT
                    v == ACCEPT        | v != Verdict.ACCEPT
                    v == null          | v == ACCEPT
                    t == "a"           | t == "b"
                    a * b == c         | c != b * a
                    {a 1} == x         | x != {a 1}
                    """)
    void conditionsThatNeverHoldTogetherExcludeEachOther(String first, String second) {
        assertTrue(excludes(first, second));
        assertTrue(excludes(second, first));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    x                  | y
                    x                  | x
                    n < 5              | n > 3
                    n <= 3             | n >= 3
                    n < 3              | m > 5
                    n != 3             | n != 4
                    n == P             | n == 4
                    n == P             | n < 4
                    f(a, b) > 3        | f(b, a) < 3
                    a + b == c         | c != b + a
                    a - b > 0          | b - a > 0
                    s.debt < 0         | x
                    v == Other.LATER   | v == v
                    LENGTH(a) > 2      | LENGTH(b) < 2
                    x.a                | not x.b
                    x[1]               | not x[2]
                    ALL(l, e => e > 0) | not ALL(l, e => e > 1)
                    """)
    void conditionsThatMayHoldTogetherDoNotExcludeEachOther(String first, String second) {
        assertFalse(excludes(first, second));
        assertFalse(excludes(second, first));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    x; not x                            | true
                    x and y; x and not y; not x         | true
                    n < 3; n == 3; n > 3                | true
                    n < 3; n >= 3 and n < 5; n >= 5     | true
                    n < m; m <= n                       | true
                    n <= 3; n != 3                      | true
                    amount > 0; amount == 0             | true
                    v == ACCEPT; v == REJECT; v == Verdict.LATER | true
                    true                                | true
                    x; y                                | false
                    n < 3; n > 3                        | false
                    debt > 0; debt == 0                 | false
                    v == ACCEPT; v == REJECT            | false
                    """)
    void guardsCoverAllCasesOrNot(String guards, boolean cover) {
        List<Expression> conditions = new ArrayList<>();
        for (String guard : guards.split(";")) {
            conditions.add(expression(guard));
        }
        assertEquals(cover, logic().coverAll(conditions));
    }

    @Test
    void noGuardAtAllCoversNothing() {
        assertFalse(logic().coverAll(List.of()));
    }

    /**
     * What is claimed of random formulas is compared with their truth tables. Not all that is so is proved: the logic
     * does not join {@code n < m} and {@code m < 1}.
     */
    @Test
    void nothingFalseIsProvedAndMostOfWhatIsTrue() {
        SplittableRandom random = new SplittableRandom(7);
        int exclusive = 0;
        int proved = 0;
        for (int i = 0; i < 3000; i++) {
            Formula first = Formula.random(random, 3);
            Formula second = Formula.random(random, 3);
            boolean meet = Formula.holdTogether(first, second);
            boolean claimed = excludes(first.text(), second.text());
            assertFalse(claimed && meet, () -> first.text() + " and " + second.text() + " may hold together");
            exclusive += meet ? 0 : 1;
            proved += claimed ? 1 : 0;
        }
        assertTrue(proved >= exclusive * 9 / 10, proved + " of " + exclusive + " proved");
    }

    @Test
    void aProofThatNeedsTooManyBranchesIsGivenUpInTime() {
        StringBuilder text = new StringBuilder("a0 or b0");
        for (int i = 1; i < 60; i++) {
            text.append(" and (a").append(i).append(" or b").append(i).append(")");
        }
        assertTimeout(Duration.ofSeconds(5), () -> assertFalse(excludes("(" + text + ")", "z")));
    }

    private static boolean excludes(String first, String second) {
        return logic().exclude(expression(first), expression(second));
    }

    private static GuardLogic logic() {
        ParsedFile parsed = Parser.parse(Source.of("x.omt", DECLARATIONS));
        return new GuardLogic(
                new UnitIndex(new Unit(parsed.file(), parsed.file().declarations())));
    }

    private static Expression expression(String text) {
        ParsedFile parsed = Parser.parse(Source.of("x.omt", "invariant I ( " + text + " )"));
        assertEquals(List.of(), parsed.diagnostics(), text);
        Declaration.Invariant invariant =
                (Declaration.Invariant) parsed.file().declarations().get(0);
        return invariant.condition().items().get(0);
    }
}
