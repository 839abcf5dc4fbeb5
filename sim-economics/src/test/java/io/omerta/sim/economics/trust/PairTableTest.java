package io.omerta.sim.economics.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.testing.SeededTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairTableTest {
    @SeededTest(seeds = 5)
    void pairsAreNumberedInTheOrderInWhichTheyAreSeen(RandomStreams streams) {
        RandomStream random = streams.stream("test");
        PairTable table = new PairTable();
        Map<List<Integer>, Integer> expected = new LinkedHashMap<>();
        for (int i = 0; i < 5_000; i++) {
            int first = random.nextInt(60);
            int second = random.nextInt(60);
            List<Integer> pair = List.of(first, second);
            assertEquals(expected.getOrDefault(pair, -1), table.find(first, second));
            expected.putIfAbsent(pair, expected.size());
            int row = table.rowOf(first, second);
            assertEquals(expected.get(pair), row);
            assertEquals(pair, List.of(table.first(row), table.second(row)));
        }
        assertEquals(expected.size(), table.size());
    }

    @Test
    void theOrderWithinAPairMatters() {
        PairTable table = new PairTable();
        table.rowOf(1, 2);
        assertEquals(-1, table.find(2, 1));
    }
}
