package io.omerta.sim.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.ArrayDeque;
import java.util.function.LongUnaryOperator;
import nl.tudelft.simulation.dsol.experiment.Replication;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A single server with Poisson arrivals waits as the Pollaczek-Khinchine formula says: W = rho (1 + cv^2) / (2 (1 -
 * rho)) service times, cv being the coefficient of variation of the service time.
 */
final class QueueingTheoryTest {
    private static final long SERVICE_NANOS = VirtualTime.SECOND;

    /** One server with an unlimited queue, in service times; counts the customers who start service. */
    private static final class Server {
        private final EventKernel kernel;
        private final RandomStream arrivals;
        private final LongUnaryOperator serviceTime;
        private final double meanGapNanos;
        private final ArrayDeque<Long> waitingSince = new ArrayDeque<>();
        private final int arrive;
        private final int depart;
        private boolean busy;
        private SummaryStatistics waits = new SummaryStatistics();

        Server(EventKernel kernel, double load, boolean exponentialService, long seed) {
            RandomStreams streams = new RandomStreams(seed);
            this.kernel = kernel;
            this.arrivals = streams.stream("arrivals");
            RandomStream service = streams.stream("service");
            this.serviceTime = exponentialService ? mean -> (long) (service.nextExponential() * mean) : mean -> mean;
            this.meanGapNanos = SERVICE_NANOS / load;
            this.arrive = kernel.eventType("arrive", (target, source, a, b, c, body) -> arrive());
            this.depart = kernel.eventType("depart", (target, source, a, b, c, body) -> depart());
            scheduleArrival();
        }

        private void scheduleArrival() {
            long gap = (long) (arrivals.nextExponential() * meanGapNanos);
            kernel.schedule(kernel.now() + gap, 1, arrive, 2, 0, 0, 0, null);
        }

        private void arrive() {
            waitingSince.add(kernel.now());
            if (!busy) {
                serveNext();
            }
            scheduleArrival();
        }

        private void depart() {
            busy = false;
            if (!waitingSince.isEmpty()) {
                serveNext();
            }
        }

        private void serveNext() {
            busy = true;
            waits.addValue((kernel.now() - waitingSince.remove()) / (double) SERVICE_NANOS);
            kernel.schedule(kernel.now() + serviceTime.applyAsLong(SERVICE_NANOS), 2, depart, 2, 0, 0, 0, null);
        }

        void forget() {
            waits = new SummaryStatistics();
        }

        double meanWait() {
            return waits.getMean();
        }
    }

    private static double pollaczekKhinchine(double load, boolean exponentialService) {
        double squaredVariation = exponentialService ? 1 : 0;
        return load * (1 + squaredVariation) / (2 * (1 - load));
    }

    /** Half the width of the two-sided 95 % t interval. */
    private static double halfWidth(SummaryStatistics sample) {
        double t = new TDistribution(null, sample.getN() - 1.0).inverseCumulativeProbability(0.975);
        return t * sample.getStandardDeviation() / Math.sqrt(sample.getN());
    }

    /** One replication through DSOL's life cycle, its warm-up deleted. */
    private static double replicate(QueueKind kind, double load, boolean exponentialService, long seed) {
        KernelSimulator simulator = new KernelSimulator("queue", new PrimitiveKernel(kind));
        Server server = new Server(simulator.kernel(), load, exponentialService, seed);
        simulator.initialize(
                new SimulatorFixture.Model(simulator, () -> {}),
                new KernelReplication("queue", 500 * SERVICE_NANOS, 20_500 * SERVICE_NANOS));
        simulator.addListener(warmedUp -> server.forget(), Replication.WARMUP_EVENT);
        simulator.start();
        return server.meanWait();
    }

    // A correct kernel fails one of these rows for 5 % of all seeds; the seeds are fixed, so it fails always or never.
    @ParameterizedTest
    @CsvSource({"0.5, true", "0.8, true", "0.5, false", "0.8, false"})
    void theMeanWaitingTimeIsWithinTheIntervalOfThirtyReplications(double load, boolean exponentialService) {
        SummaryStatistics means = new SummaryStatistics();
        for (int i = 0; i < 30; i++) {
            long seed = RandomStreams.replicationSeed(1, i);
            means.addValue(replicate(i % 2 == 0 ? QueueKind.HEAP : QueueKind.WHEEL, load, exponentialService, seed));
        }
        double expected = pollaczekKhinchine(load, exponentialService);
        assertEquals(expected, means.getMean(), halfWidth(means));
        assertTrue(halfWidth(means) < 0.1 * expected, "the interval is narrow enough to say something");
    }

    // The number of intervals that cover is binomial(600, 0.95) with standard deviation 0.9 %: a correct kernel leaves
    // the band of 93 to 97 % for 2.5 % of all seeds.
    @Test
    void ninetyFivePercentOfTheIntervalsCoverTheTrueMean() {
        int experiments = 600;
        int covering = 0;
        double expected = pollaczekKhinchine(0.5, true);
        for (int experiment = 0; experiment < experiments; experiment++) {
            SummaryStatistics means = new SummaryStatistics();
            for (int i = 0; i < 10; i++) {
                EventKernel kernel = new PrimitiveKernel(QueueKind.HEAP);
                Server server = new Server(kernel, 0.5, true, RandomStreams.replicationSeed(100 + experiment, i));
                kernel.runUntil(100 * SERVICE_NANOS);
                server.forget();
                kernel.runUntil(2_100 * SERVICE_NANOS);
                means.addValue(server.meanWait());
            }
            if (Math.abs(means.getMean() - expected) <= halfWidth(means)) {
                covering++;
            }
        }
        double coverage = covering / (double) experiments;
        assertTrue(coverage >= 0.93 && coverage <= 0.97, "coverage is " + coverage);
    }
}
