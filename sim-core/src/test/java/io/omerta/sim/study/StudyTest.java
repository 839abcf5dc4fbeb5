package io.omerta.sim.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.kernel.Trace;
import io.omerta.sim.record.Chart;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.RunResult.ReplicationTrace;
import io.omerta.sim.record.Verdict;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.ReplicationFindings.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyTest {
    @Test
    void everyQuantityObservedBecomesAMetricInTheOrderOfReplications() {
        Study study = new Study(
                List.of(
                        observing(0, observation("t50", 1)),
                        observing(1, observation("t50", 3), observation("t90", 9))),
                0.9);

        List<Metric> metrics = study.metrics();
        assertEquals(List.of("t50", "t90"), metrics.stream().map(Metric::name).toList());
        assertEquals(List.of(1.0, 3.0), metrics.get(0).perReplication());
        assertEquals(2.0, metrics.get(0).estimate().value());
        assertEquals(0.9, metrics.get(0).estimate().level());
        assertEquals(List.of(Double.NaN, 9.0), metrics.get(1).perReplication());
    }

    @Test
    void aCheckThatHeldEverywhereHeld() {
        Verdict verdict = onlyVerdict(checking(0, true, "5 = 5"), checking(1, true, "6 = 6"));

        assertEquals(Outcome.HELD, verdict.outcome());
        assertEquals("always", verdict.kind());
        assertTrue(verdict.measured().contains("all 2 replications")
                && verdict.measured().contains("5 = 5"));
        assertEquals("", verdict.replay());
    }

    @Test
    void aCheckThatFailedOnceIsViolatedAndTheFirstFailureIsShown() {
        Verdict verdict = onlyVerdict(
                checking(0, true, "5 = 5"),
                checking(1, false, "6 > 5"),
                checking(2, false, "7 > 5"),
                checking(3, true, ""));

        assertEquals(Outcome.VIOLATED, verdict.outcome());
        assertEquals("6 > 5", verdict.measured());
        assertEquals("replication 1, seed 501", verdict.evidence());
        assertEquals("replay 501", verdict.replay());
    }

    @Test
    void aChartIsLeftOutOnlyIfNoReplicationHasAnythingToDraw() {
        Panel nothing = drops(0);
        Panel something = drops(2);

        assertEquals(List.of(), new Study(List.of(drawing(nothing), drawing(nothing)), 0.95).charts());
        assertEquals(
                List.of("drops"),
                new Study(List.of(drawing(nothing), drawing(something)), 0.95)
                        .charts().stream().map(Chart::id).toList());
    }

    @Test
    void aChartIsDrawnFromThePanelsOfAllReplications() {
        Chart chart = new Study(List.of(drawing(drops(0)), drawing(drops(2))), 0.95)
                .charts()
                .get(0);

        assertEquals(1.0, ((Chart.Bars) chart).values()[0][0]);
    }

    private static Verdict onlyVerdict(ReplicationFindings... findings) {
        List<Verdict> verdicts = new Study(List.of(findings), 0.95).verdicts(seed -> "replay " + seed);
        assertEquals(1, verdicts.size());
        return verdicts.get(0);
    }

    private static Panel drops(double count) {
        return new CountPanel(
                "drops",
                "title",
                "caption",
                "reason",
                Chart.Axis.linear("messages", ""),
                List.of("loss"),
                "dropped",
                new double[] {count});
    }

    private static Observation observation(String name, double value) {
        return new Observation(name, "label", "ms", value);
    }

    private static ReplicationFindings observing(int index, Observation... observations) {
        return findings(index, List.of(observations), List.of(), List.of());
    }

    private static ReplicationFindings checking(int index, boolean held, String measured) {
        return findings(index, List.of(), List.of(), List.of(new Check("accounting", "books balance", held, measured)));
    }

    private static ReplicationFindings drawing(Panel panel) {
        return findings(0, List.of(), List.of(panel), List.of());
    }

    private static ReplicationFindings findings(
            int index, List<Observation> observations, List<Panel> panels, List<Check> checks) {
        return new ReplicationFindings(
                new ReplicationTrace(index, 500 + index, 10, ""),
                new Trace.Marks(1024, new long[0]),
                observations,
                panels,
                checks);
    }
}
