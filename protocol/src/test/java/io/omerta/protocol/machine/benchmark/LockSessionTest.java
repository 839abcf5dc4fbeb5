package io.omerta.protocol.machine.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the benchmark measures is a session that succeeds. */
class LockSessionTest {
    @Test
    void aLockIsMadeAndEverybodyKnows() {
        LockSession session = new LockSession(new QuorumLock(), 1);
        // intent, offer, acknowledgement, and five to or from each of ten witnesses
        assertEquals(63, session.run());
        assertEquals(0, session.refused());
        List<String> expected = new ArrayList<>(List.of("DONE", "SERVING"));
        expected.addAll(Collections.nCopies(10, "DONE"));
        assertEquals(expected, session.states());
    }
}
