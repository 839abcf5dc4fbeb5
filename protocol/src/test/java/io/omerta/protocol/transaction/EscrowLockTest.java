package io.omerta.protocol.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.protocol.machine.TransactionSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class EscrowLockTest {
    private static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();

    @Test
    void aLockEndsWithEverybodyBound() {
        EscrowSession session = EscrowSession.begin(1, 300, ESCROW);
        session.harness().runSeconds(20);
        session.assertLocked();
        assertEquals(List.of(), session.harness().violations);
    }
}
