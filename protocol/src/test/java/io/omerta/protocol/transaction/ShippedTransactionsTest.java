package io.omerta.protocol.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.format.Formatter;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.syntax.Parser;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedTransactionsTest {
    @Test
    void theLinterHasNothingToSay() {
        for (ShippedTransactions shipped : ShippedTransactions.values()) {
            var checked = Checker.check(shipped.source(), ShippedTransactions.imports());
            assertEquals(List.of(), checked.diagnostics(), () -> DiagnosticText.render(checked.diagnostics()));
        }
    }

    @Test
    void everyFileIsLaidOutAsTheFormatterDoes() {
        for (ShippedTransactions shipped : ShippedTransactions.values()) {
            assertCanonical(shipped.source());
        }
        for (String shared : List.of("cabal", "audit", "state", "beacon")) {
            assertCanonical(ShippedTransactions.imports()
                    .find(List.of("shared", shared))
                    .orElseThrow());
        }
    }

    private static void assertCanonical(Source source) {
        assertEquals(source.text(), Formatter.format(Parser.parse(source)), source.name());
    }

    @Test
    void eachIsFoundByItsId() {
        for (ShippedTransactions shipped : ShippedTransactions.values()) {
            assertEquals(shipped.id(), shipped.model().id());
        }
    }
}
