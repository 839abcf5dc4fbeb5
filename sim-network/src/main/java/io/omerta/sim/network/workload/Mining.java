package io.omerta.sim.network.workload;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.Arrays;

/**
 * Proof of work as one Poisson process for the whole network: the next block comes after an exponential time, from a
 * node drawn by its share of the mining power. Because the exponential law has no memory, this equals every node mining
 * for itself and starting over whenever its tip changes, at one event a block instead of one a node.
 */
final class Mining {
    private final double[] cumulativePower;
    private final double meanIntervalNanos;
    private final RandomStream stream;

    Mining(WorkloadSpec.MiningPower power, long meanIntervalNanos, int nodes, RandomStreams streams) {
        this.meanIntervalNanos = meanIntervalNanos;
        this.stream = streams.stream("block.mining");
        this.cumulativePower = new double[nodes];
        double sum = 0;
        for (int node = 0; node < nodes; node++) {
            RandomStream own = streams.stream("block.mining-power", node);
            sum += Math.max(1, power.mean() + power.standardDeviation() * own.nextGaussian());
            cumulativePower[node] = sum;
        }
    }

    /** Time until the next block, nanoseconds. */
    long nextIntervalNanos() {
        return (long) (stream.nextExponential() * meanIntervalNanos);
    }

    /** The node that finds it. */
    int nextMiner() {
        double mark = stream.nextDouble() * cumulativePower[cumulativePower.length - 1];
        int at = Arrays.binarySearch(cumulativePower, mark);
        return Math.min(at < 0 ? -at - 1 : at + 1, cumulativePower.length - 1);
    }
}
