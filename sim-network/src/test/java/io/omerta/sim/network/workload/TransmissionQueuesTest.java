package io.omerta.sim.network.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.testing.SeededTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TransmissionQueuesTest {
    /** Each field at its smallest and its largest, beside neighbours at the other extreme. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, false, 0",
        "16777215, 0, false, 0",
        "0, 16777215, false, 0",
        "0, 0, false, 127",
        "0, 0, true, 0",
        "0, 16777215, true, 127",
        "16777215, 0, true, 127",
        "16777215, 16777215, true, 0",
        "16777215, 16777215, false, 127",
    })
    void aRequestIsUnpackedAsItWasPacked(int to, int block, boolean missingPart, int attempt) {
        long request = TransmissionQueues.request(to, block, missingPart, attempt);
        assertEquals(to, TransmissionQueues.to(request));
        assertEquals(block, TransmissionQueues.block(request));
        assertEquals(missingPart, TransmissionQueues.missingPart(request));
        assertEquals(attempt, TransmissionQueues.attempt(request));
    }

    /** The eight bits above carry the kind of a message that is sent again. */
    @Test
    void aRequestLeavesTheUpperEightBitsFree() {
        assertEquals(0, TransmissionQueues.request(0xff_ffff, 0xff_ffff, true, 127) >>> 56);
    }

    @SeededTest
    void eachNodesRequestsLeaveInTheOrderTheyCame(RandomStreams streams) {
        RandomStream stream = streams.stream("test");
        int nodes = 3;
        TransmissionQueues queues = new TransmissionQueues(nodes);
        List<Deque<Long>> expected = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            expected.add(new ArrayDeque<>());
        }
        for (long i = 0; i < 2000; i++) {
            int node = stream.nextInt(nodes);
            Deque<Long> waiting = expected.get(node);
            assertEquals(waiting.isEmpty(), queues.isEmpty(node));
            // Fills and drains in turns, so that rings wrap around and grow while they do.
            boolean fill = stream.nextInt(10) < (i / 100 % 2 == 0 ? 7 : 4);
            if (fill) {
                queues.add(node, i);
                waiting.add(i);
            } else if (!waiting.isEmpty()) {
                assertEquals(waiting.remove(), queues.remove(node));
            }
        }
    }

    @Test
    void clearingEmptiesTheQueueOfOneNode() {
        TransmissionQueues queues = new TransmissionQueues(2);
        for (long i = 0; i < 5; i++) {
            queues.add(0, i);
            queues.add(1, 10 + i);
        }
        queues.remove(0);
        queues.clear(0);
        assertTrue(queues.isEmpty(0));
        assertFalse(queues.isEmpty(1));
        for (long i = 20; i < 30; i++) {
            queues.add(0, i);
        }
        assertEquals(20, queues.remove(0));
        assertEquals(10, queues.remove(1));
    }
}
