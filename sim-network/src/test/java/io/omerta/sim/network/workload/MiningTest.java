package io.omerta.sim.network.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.kernel.VirtualTime;
import io.omerta.sim.network.workload.WorkloadSpec.MiningPower;
import io.omerta.sim.random.RandomStreams;
import java.util.Arrays;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/** Statistical tests reject what is true with probability 0.001, unless they say otherwise; seeds are fixed. */
final class MiningTest {
    private static final double LEVEL = 0.001;
    private static final int BLOCKS = 20_000;
    private static final long INTERVAL_NANOS = 10 * VirtualTime.MINUTE;
    private static final long SEED = 3;

    private static Mining mining(MiningPower power, int nodes) {
        return new Mining(power, INTERVAL_NANOS, nodes, new RandomStreams(SEED));
    }

    private static long[] blocksByMiner(MiningPower power, int nodes) {
        Mining mining = mining(power, nodes);
        long[] found = new long[nodes];
        for (int i = 0; i < BLOCKS; i++) {
            found[mining.nextMiner()]++;
        }
        return found;
    }

    /** The mean of n exponential times has standard deviation mean / sqrt(n); five of them: error rate below 1e-6. */
    @Test
    void blocksComeAtTheMeanInterval() {
        Mining mining = mining(new MiningPower(100, 0), 3);
        double sum = 0;
        for (int i = 0; i < BLOCKS; i++) {
            sum += mining.nextIntervalNanos();
        }
        assertEquals(INTERVAL_NANOS, sum / BLOCKS, 5 * INTERVAL_NANOS / Math.sqrt(BLOCKS));
    }

    @Test
    void theTimesBetweenBlocksAreExponential() {
        Mining mining = mining(new MiningPower(100, 0), 3);
        double[] times = new double[2000];
        Arrays.setAll(times, i -> (double) mining.nextIntervalNanos() / INTERVAL_NANOS);
        assertFalse(KolmogorovSmirnovTest.withDefaults()
                .test(times, t -> 1 - Math.exp(-t))
                .reject(LEVEL));
    }

    @Test
    void nodesOfEqualPowerFindEquallyManyBlocks() {
        long[] found = blocksByMiner(new MiningPower(100, 0), 10);
        assertFalse(ChiSquareTest.withDefaults().test(found).reject(LEVEL), () -> Arrays.toString(found));
    }

    @Test
    void aNodeFindsItsShareOfThePower() {
        int nodes = 6;
        MiningPower law = new MiningPower(400, 200);
        double[] power = new double[nodes];
        RandomStreams streams = new RandomStreams(SEED);
        Arrays.setAll(
                power,
                node -> Math.max(
                        1,
                        400 + 200 * streams.stream("block.mining-power", node).nextGaussian()));
        long[] found = blocksByMiner(law, nodes);
        assertFalse(ChiSquareTest.withDefaults().test(power, found).reject(LEVEL), () -> Arrays.toString(found));
        // The control: the powers differ so much that equal shares do not fit.
        assertTrue(ChiSquareTest.withDefaults().test(found).reject(LEVEL), () -> Arrays.toString(found));
    }

    /** Powers drawn around -1000 are all raised to 1, and are therefore equal. */
    @Test
    void aPowerIsAtLeastOne() {
        long[] found = blocksByMiner(new MiningPower(-1000, 100), 10);
        assertFalse(ChiSquareTest.withDefaults().test(found).reject(LEVEL), () -> Arrays.toString(found));
    }

    @Test
    void aNodeAloneFindsEveryBlock() {
        assertEquals(BLOCKS, blocksByMiner(new MiningPower(100, 50), 1)[0]);
    }
}
