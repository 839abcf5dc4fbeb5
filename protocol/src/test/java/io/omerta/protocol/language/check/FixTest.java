package io.omerta.protocol.language.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.TextEdit;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    MEMBER | OPEN -> END on REPLI               | OPEN -> END on REPLY
                    ACTION | count = TWISE(1)                   | count = TWICE(1)
                    ACTION | color = Colour.RED                 | color = Color.RED
                    ACTION | color = GREEN                      | color = Color.GREEN
                    ACTION | cuont = 1                          | count = 1
                    ACTION | count = terms.amont                | count = terms.amount
                    ACTION | ok = null == HASH(seller + count + ok) | ok = null == HASH(seller, count, ok)
                    ACTION | ok = null == SIGN(seller + count)  | ok = null == SIGN(seller, count)
                    ACTION | ok = count / LIMIT == 1            | ok = DIV(count, LIMIT) == 1
                    ACTION | balance = READ(seller, "balanse")  | balance = READ(seller, "balance")
                    MEMBER | OPEN -> END on timeout(WIAT)       | OPEN -> END on timeout(WAIT)
                    FILE   | struct S1 ( x list<optional<hash>> ) | struct S1 ( x list<hash> )
                    FILE   | message M1 from Buyer to [Seller] signed ( share float ) | message M1 from Buyer to [Seller] signed ( share fixed )
                    FILE   | invariant I1 ( ALL(Buyer, b => b.state != OPEN) ) | invariant I1 ( ALL(Buyer, b => b.state != Buyer.OPEN) )
                    """)
    void theFixGivesTheRightText(Example.Place place, String wrong, String right) {
        Example example = Example.of(place, wrong);
        List<Fix> fixes = example.check().diagnostics().stream()
                .flatMap(diagnostic -> diagnostic.fixes().stream())
                .toList();
        assertEquals(1, fixes.size(), fixes::toString);
        StringBuilder text = new StringBuilder(example.text());
        List<TextEdit> edits = fixes.get(0).edits();
        for (int i = edits.size() - 1; i >= 0; i--) {
            TextEdit edit = edits.get(i);
            text.replace(edit.span().start(), edit.span().end(), edit.replacement());
        }
        assertEquals(Example.of(place, right).text(), text.toString());
    }

    @ParameterizedTest
    @CsvSource({"ok = HASH((seller) + count) == null", "ok = HASH(LENGTH(seller + count)) == null", "count = cnt"})
    void thereIsNoFixWhereItWouldBeAGuess(String wrong) {
        List<Fix> fixes = Example.of(Example.Place.ACTION, wrong).check().diagnostics().stream()
                .flatMap(diagnostic -> diagnostic.fixes().stream())
                .toList();
        assertEquals(List.of(), fixes);
    }
}
