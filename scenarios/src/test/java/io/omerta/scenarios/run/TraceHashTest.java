package io.omerta.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.omerta.sim.kernel.Trace;
import io.omerta.sim.record.RunResult.ReplicationTrace;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceHashTest {
    private static final ReplicationRecord FIRST = record("a", 0, 5, "00");
    private static final ReplicationRecord SECOND = record("a", 1, 6, "11");

    @Test
    void theHashIsThatOfOneLineAReplication() {
        // printf 'a 0 5 00\na 1 6 11\n' | sha256sum
        assertEquals(
                "72bfaee09c94874d4d70101fd7cf6bfc6577afcfe02b1540893fa97ecb3cad07",
                TraceHash.ofRun(List.of(FIRST, SECOND)));
    }

    @Test
    void orderVariantIndexSeedAndTraceAllCount() {
        String hash = TraceHash.ofRun(List.of(FIRST, SECOND));

        assertNotEquals(hash, TraceHash.ofRun(List.of(SECOND, FIRST)));
        assertNotEquals(hash, TraceHash.ofRun(List.of(FIRST)));
        assertNotEquals(hash, TraceHash.ofRun(List.of(record("b", 0, 5, "00"), SECOND)));
        assertNotEquals(hash, TraceHash.ofRun(List.of(record("a", 2, 5, "00"), SECOND)));
        assertNotEquals(hash, TraceHash.ofRun(List.of(record("a", 0, 4, "00"), SECOND)));
        assertNotEquals(hash, TraceHash.ofRun(List.of(record("a", 0, 5, "01"), SECOND)));
    }

    private static ReplicationRecord record(String variant, int index, long seed, String sha256) {
        return new ReplicationRecord(
                variant, new ReplicationTrace(index, seed, 9, sha256), new Trace.Marks(1024, new long[0]));
    }
}
