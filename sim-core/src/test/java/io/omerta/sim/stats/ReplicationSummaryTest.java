package io.omerta.sim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.sim.record.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicationSummaryTest {
    @Test
    void aMetricHoldsEachReplicationAndTheirMean() {
        List<Metric> metrics = ReplicationSummary.metrics(List.of(
                List.of(delay(989), dropped(3)), List.of(delay(1004), dropped(5)), List.of(delay(1129), dropped(4))));
        assertEquals(2, metrics.size());
        Metric delay = metrics.get(0);
        assertEquals("propagation.t50", delay.name());
        assertEquals("Median propagation time", delay.label());
        assertEquals("ms", delay.unit());
        assertEquals(List.of(989.0, 1004.0, 1129.0), delay.perReplication());
        assertEquals(MeanInterval.studentT(new double[] {989, 1004, 1129}, 0.95), delay.estimate());
        assertEquals(4, metrics.get(1).estimate().value());
    }

    @Test
    void theLevelIsThatAskedFor() {
        List<Metric> metrics = ReplicationSummary.metrics(List.of(List.of(delay(1)), List.of(delay(2))), 0.99);
        assertEquals(
                MeanInterval.studentT(new double[] {1, 2}, 0.99), metrics.get(0).estimate());
    }

    @Test
    void aReplicationThatDidNotMeasureLeavesAGap() {
        List<Metric> metrics =
                ReplicationSummary.metrics(List.of(List.of(delay(1)), List.of(), List.of(delay(3), dropped(7))));
        assertEquals(List.of(1.0, Double.NaN, 3.0), metrics.get(0).perReplication());
        assertEquals(2, metrics.get(0).estimate().count());
        assertEquals(List.of(Double.NaN, Double.NaN, 7.0), metrics.get(1).perReplication());
    }

    @Test
    void noReplicationGivesNoMetric() {
        assertEquals(List.of(), ReplicationSummary.metrics(List.of()));
    }

    @Test
    void aNameMeasuredTwiceInOneReplicationIsRefused() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> ReplicationSummary.metrics(List.of(List.of(delay(1)), List.of(delay(1), delay(2)))));
        assertEquals(
                "replication 1 measures propagation.t50 twice; summarise it within the replication first",
                refusal.getMessage());
    }

    @Test
    void oneNameForTwoUnitsIsRefused() {
        var seconds = new Observation("propagation.t50", "Median propagation time", "s", 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> ReplicationSummary.metrics(List.of(List.of(delay(1)), List.of(seconds))));
    }

    private static Observation delay(double millis) {
        return new Observation("propagation.t50", "Median propagation time", "ms", millis);
    }

    private static Observation dropped(double messages) {
        return new Observation("messages.dropped", "Dropped messages", "", messages);
    }
}
