package io.omerta.protocol.transaction.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What the benchmark measures are locks that succeed. */
class EscrowLocksTest {
    @Test
    void everyLockIsMadeAndHeldByItsCabal() {
        EscrowLocks locks = new EscrowLocks();
        for (int session = 0; session < 3; session++) {
            locks.prepare();
            assertEquals(EscrowLocks.MESSAGES, locks.run());
            assertEquals("LOCKED", locks.state(EscrowLocks.CONSUMER, "Consumer"));
            assertEquals("SERVICE_PHASE", locks.state(EscrowLocks.PROVIDER, "Provider"));
            assertEquals(5, locks.witnesses());
        }
        assertTrue(locks.journalBytes() > 0);
    }
}
