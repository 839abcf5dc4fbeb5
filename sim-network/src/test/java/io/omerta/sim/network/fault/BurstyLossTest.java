package io.omerta.sim.network.fault;

import static io.omerta.sim.network.TestNetwork.nodes;
import static io.omerta.sim.network.TestNetworks.MILLIS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.network.TestNetwork;
import io.omerta.sim.network.TestNetworks;
import io.omerta.sim.network.fault.Fault.Burst;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Gilbert-Elliott model of losses. */
final class BurstyLossTest {
    private static final int MESSAGES = 200_000;
    private static final double ENTER = 0.02;
    private static final double LEAVE = 0.2;

    /** Which messages of node 0 were lost. */
    private static BitSet lost(double good, Burst burst) {
        TestNetwork network =
                TestNetwork.plain(TestNetworks.fast(2)).faults(new Fault.Loss(0, MILLIS, nodes(0), good, burst));
        network.kernel().runUntil(1);
        BitSet lost = new BitSet();
        for (int i = 0; i < MESSAGES; i++) {
            lost.set(i, !network.send(0, 1, 0, i));
        }
        return lost;
    }

    private static List<Integer> burstLengths(BitSet lost) {
        List<Integer> lengths = new ArrayList<>();
        for (int begin = lost.nextSetBit(0); begin >= 0; ) {
            int end = lost.nextClearBit(begin);
            lengths.add(end - begin);
            begin = lost.nextSetBit(end);
        }
        return lengths;
    }

    @Test
    void theRateIsThatOfTheStationaryDistribution() {
        // Bad with probability 0.02 / 0.22. States correlate with 0.78 per step, so the variance of the fraction is
        // that
        // of independent draws times 1.78 / 0.22; beyond five standard deviations with probability below 1e-6.
        double bad = ENTER / (ENTER + LEAVE);
        double memory = 1 - ENTER - LEAVE;
        double deviation = Math.sqrt(bad * (1 - bad) * (1 + memory) / (1 - memory) / MESSAGES);
        double rate = lost(0, new Burst(ENTER, LEAVE, 1)).cardinality() / (double) MESSAGES;
        assertEquals(bad, rate, 5 * deviation);
    }

    @Test
    void burstsHaveTheMeanLengthOfTheBadState() {
        // Geometric with mean 1 / 0.2 and deviation sqrt(0.8) / 0.2; about 3,600 bursts; five standard errors.
        List<Integer> lengths = burstLengths(lost(0, new Burst(ENTER, LEAVE, 1)));
        assertTrue(lengths.size() > 3000);
        double mean = lengths.stream().mapToInt(Integer::intValue).average().orElseThrow();
        assertEquals(1 / LEAVE, mean, 5 * Math.sqrt(1 - LEAVE) / LEAVE / Math.sqrt(lengths.size()));
    }

    @Test
    void bothStatesLoseWithTheirOwnProbability() {
        double bad = ENTER / (ENTER + LEAVE);
        double memory = 1 - ENTER - LEAVE;
        double expected = bad * 0.6 + (1 - bad) * 0.1;
        // Independent part plus the part of the state, whose share moves the rate by 0.5; five standard deviations.
        double deviation = Math.sqrt(
                (expected * (1 - expected) + 0.25 * bad * (1 - bad) * (1 + memory) / (1 - memory)) / MESSAGES);
        double rate = lost(0.1, new Burst(ENTER, LEAVE, 0.6)).cardinality() / (double) MESSAGES;
        assertEquals(expected, rate, 5 * deviation);
    }

    @Test
    void aStateThatIsNeverLeftLosesEverythingFromItsBeginning() {
        BitSet lost = lost(0, new Burst(0.5, 0, 1));
        assertEquals(MESSAGES, lost.nextClearBit(lost.nextSetBit(0)));
    }

    @Test
    void eachNodeHasItsOwnState() {
        TestNetwork network = TestNetwork.plain(TestNetworks.fast(3))
                .faults(new Fault.Loss(0, MILLIS, nodes(0, 1), 0, new Burst(0.01, 0, 1)));
        network.kernel().runUntil(1);
        while (network.send(0, 2, 0, 0)) {
            // until node 0 is in the bad state, which it never leaves
        }
        assertFalse(network.send(0, 2, 0, 1));
        assertTrue(network.send(1, 2, 0, 2)); // lost for one seed in a hundred; the seed is fixed
    }
}
