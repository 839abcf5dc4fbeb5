package io.omerta.cli.diagram;

import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.document.Documentation;
import io.omerta.protocol.transaction.ShippedTransactions;

/** The largest transaction, whose witnesses have more than twenty states. */
final class EscrowLock {
    private EscrowLock() {}

    static Documentation documentation() {
        return Documentation.of(Checker.check(ShippedTransactions.ESCROW_LOCK.source(), ShippedTransactions.imports()));
    }
}
