package io.omerta.sim.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nl.tudelft.simulation.dsol.statistics.SimCounter;
import nl.tudelft.simulation.dsol.statistics.SimPersistent;
import nl.tudelft.simulation.dsol.statistics.SimTally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DSOL's statistics observe kernel events, and forget what they saw before the end of the warm-up. */
final class DsolStatisticsTest {
    private static final class Observed {
        SimulatorFixture fixture;
        SimTally<Long> delay;
        SimPersistent<Long> queueLength;
        SimCounter<Long> messages;

        Observed(QueueKind kind) {
            fixture = SimulatorFixture.initialized(kind, model -> {
                delay = new SimTally<>("delay", "delay", dsolModel(model));
                queueLength = new SimPersistent<>("queue length", "queue length", dsolModel(model));
                messages = new SimCounter<>("messages", "messages", dsolModel(model));
            });
        }

        private static SimulatorFixture.Model dsolModel(SimulatorFixture fixture) {
            return new SimulatorFixture.Model(fixture.simulator, () -> {});
        }

        void observeAt(long time, double value) {
            fixture.kernelEvent(time, () -> {
                delay.register(value);
                queueLength.register(fixture.simulator.getSimulatorTime(), value);
                messages.register(1);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void aTallyCountsOnlyWhatItSawSinceTheWarmup(QueueKind kind) {
        Observed observed = new Observed(kind);
        observed.observeAt(99, 1_000);
        observed.observeAt(100, 2);
        observed.observeAt(500, 4);
        observed.fixture.simulator.start();
        assertEquals(2, observed.delay.getN());
        assertEquals(3.0, observed.delay.getSampleMean());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void aCounterCountsOnlyWhatItSawSinceTheWarmup(QueueKind kind) {
        Observed observed = new Observed(kind);
        observed.observeAt(99, 1);
        observed.observeAt(100, 1);
        observed.observeAt(1_000, 1);
        observed.fixture.simulator.start();
        assertEquals(2, observed.messages.getCount());
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void aPersistentIsWeightedByVirtualTimeFromTheWarmupToTheEnd(QueueKind kind) {
        Observed observed = new Observed(kind);
        observed.observeAt(50, 1_000);
        observed.observeAt(400, 6); // 0 from 100 to 400, 6 from 400 to 700, 3 from 700 to 1000
        observed.observeAt(700, 3);
        observed.fixture.simulator.start();
        assertEquals(3.0, observed.queueLength.getWeightedSampleMean(), 1e-12);
    }
}
