package io.omerta.sim.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.record.Estimate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * How often intervals for the mean wait in an M/M/1 queue cover the true one, whole chain of replications and interval
 * code, as a study would use it. The queue starts in its steady state, so that every replication is unbiased.
 */
class QueueCoverageTest {
    private static final double LOAD = 0.3;
    /** {@code load / (1 - load)} mean service times. */
    private static final double TRUE_MEAN_WAIT = LOAD / (1 - LOAD);

    private static final int CUSTOMERS = 250;
    private static final int TRIALS = 1000;

    /**
     * Waits are skewed, and so is their mean over few customers. The standard error of a coverage of 0.95 in 1000 trials is
     * 0.0069: an interval that truly covers with 0.95 leaves (0.93, 0.97) for another seed with a probability of 0.004.
     */
    @Test
    void thirtyReplicationsCoverTheMeanWait() {
        int covered = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            covered += covers(MeanInterval.studentT(waits(trial, 0, 30), 0.95)) ? 1 : 0;
        }
        double coverage = (double) covered / TRIALS;
        assertTrue(coverage >= 0.93 && coverage <= 0.97, "covered with " + coverage);
    }

    /**
     * A rule that looks at the data before it stops loses some coverage. With a standard error of 0.012 in 400 trials, one
     * that covers with 0.95 falls below 0.91 for another seed with a probability of 0.0005.
     */
    @Test
    void stoppingAtTenPerCentKeepsTheCoverage() {
        SequentialStopping rule = new SequentialStopping(20, 1000, 0.1);
        int covered = 0;
        for (int trial = 0; trial < 400; trial++) {
            double[] waits = new double[0];
            while (rule.wanted(waits, 0.95) > waits.length) {
                double[] more = waits(trial, waits.length, rule.wanted(waits, 0.95));
                System.arraycopy(waits, 0, more, 0, waits.length);
                waits = more;
            }
            covered += covers(MeanInterval.studentT(waits, 0.95)) ? 1 : 0;
        }
        double coverage = covered / 400.0;
        assertTrue(coverage >= 0.91 && coverage <= 0.98, "covered with " + coverage);
    }

    private static boolean covers(Estimate interval) {
        return interval.low() <= TRUE_MEAN_WAIT && TRUE_MEAN_WAIT <= interval.high();
    }

    /** Mean waits of replications up to {@code to}; those before {@code from} are left 0. */
    private static double[] waits(int trial, int from, int to) {
        double[] means = new double[to];
        Arrays.setAll(means, replication -> replication < from ? 0 : meanWait(trial, replication));
        return means;
    }

    /** Lindley's recursion. */
    private static double meanWait(int trial, int replication) {
        RandomStream stream = new RandomStreams(trial).stream("queue", replication);
        // In the steady state a customer waits with probability LOAD, and then exponentially.
        double wait = stream.nextDouble() < LOAD ? stream.nextExponential() / (1 - LOAD) : 0;
        double sum = 0;
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            sum += wait;
            wait = Math.max(0, wait + stream.nextExponential() - stream.nextExponential() / LOAD);
        }
        return sum / CUSTOMERS;
    }
}
