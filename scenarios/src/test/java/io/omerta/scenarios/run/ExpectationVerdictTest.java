package io.omerta.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.scenarios.model.Expectation;
import io.omerta.scenarios.model.Expectation.Absolute;
import io.omerta.scenarios.model.Expectation.Constant;
import io.omerta.scenarios.model.Expectation.OtherMetric;
import io.omerta.scenarios.model.Expectation.Over;
import io.omerta.scenarios.model.Expectation.Relative;
import io.omerta.scenarios.model.Expectation.StandardErrors;
import io.omerta.scenarios.model.Expectation.Target;
import io.omerta.scenarios.model.Expectation.Tolerance;
import io.omerta.scenarios.model.Expectation.Value;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.RunResult.ReplicationTrace;
import io.omerta.sim.record.Verdict;
import io.omerta.sim.stats.MeanInterval;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpectationVerdictTest {
    private static final double NOTHING = Double.NaN;

    /** Mean 100, standard error 10 / sqrt 3 = 5.7735. */
    private static final double[] T50 = {90, 100, 110};

    @Test
    void aMeanOnTheBoundHolds() {
        assertEquals(Outcome.HELD, bounds(Over.MEAN, 100.0, null, T50));
        assertEquals(Outcome.HELD, bounds(Over.MEAN, null, 100.0, T50));
    }

    @Test
    void aMeanBeyondTheBoundViolates() {
        assertEquals(Outcome.VIOLATED, bounds(Over.MEAN, 100.001, null, T50));
        assertEquals(Outcome.VIOLATED, bounds(Over.MEAN, null, 99.999, T50));
    }

    @Test
    void everyBoundThatIsGivenMustHold() {
        assertEquals(Outcome.HELD, bounds(Over.MEAN, 99.0, 101.0, T50));
        assertEquals(Outcome.VIOLATED, bounds(Over.MEAN, 99.0, 99.5, T50));
        assertEquals(Outcome.VIOLATED, bounds(Over.MEAN, 100.5, 101.0, T50));
    }

    @Test
    void everyReplicationMustHoldOverEvery() {
        assertEquals(Outcome.HELD, bounds(Over.EVERY, 90.0, null, T50));
        assertEquals(Outcome.VIOLATED, bounds(Over.EVERY, 90.5, null, T50));
    }

    @Test
    void oneReplicationMustHoldOverAny() {
        assertEquals(Outcome.HELD, bounds(Over.ANY, 110.0, null, T50));
        assertEquals(Outcome.VIOLATED, bounds(Over.ANY, 110.5, null, T50));
    }

    @Test
    void anAbsoluteToleranceIsInTheUnitOfTheMetric() {
        assertEquals(Outcome.HELD, target(new Constant(97), new Absolute(3)));
        assertEquals(Outcome.VIOLATED, target(new Constant(97), new Absolute(2.9)));
        assertEquals(Outcome.VIOLATED, target(new Constant(103), new Absolute(2.9)));
    }

    @Test
    void aRelativeToleranceIsAFractionOfTheTarget() {
        assertEquals(Outcome.HELD, target(new Constant(125), new Relative(0.2)));
        assertEquals(Outcome.VIOLATED, target(new Constant(126), new Relative(0.2)));
    }

    @Test
    void aRelativeToleranceOfANegativeTargetReachesBothWays() {
        Expectation expectation = expect(Over.MEAN, null, null, new Target(new Constant(-10), new Relative(0.1)));

        assertEquals(Outcome.HELD, outcome(expectation, "t50", -9));
        assertEquals(Outcome.HELD, outcome(expectation, "t50", -11));
        assertEquals(Outcome.VIOLATED, outcome(expectation, "t50", -11.1));
    }

    @Test
    void standardErrorsAreThoseOfTheMeanOverReplications() {
        assertEquals(Outcome.HELD, target(new Constant(105.77), new StandardErrors(1)));
        assertEquals(Outcome.VIOLATED, target(new Constant(105.78), new StandardErrors(1)));
    }

    @Test
    void standardErrorsOfOneReplicationAreUnknown() {
        Expectation expectation = expect(Over.MEAN, null, null, new Target(new Constant(100), new StandardErrors(3)));

        assertEquals(Outcome.INCONCLUSIVE, outcome(expectation, "t50", 100));
    }

    @Test
    void theMeanOfAnotherMetricIsATarget() {
        Target target = new Target(new OtherMetric("t90"), new Absolute(1));

        assertEquals(Outcome.HELD, both(Over.MEAN, target, T50, new double[] {80, 110, 113}));
        assertEquals(Outcome.VIOLATED, both(Over.MEAN, target, T50, new double[] {80, 110, 114}));
    }

    @Test
    void overEveryEachReplicationIsComparedWithItsOwnValueOfTheOtherMetric() {
        Target target = new Target(new OtherMetric("t90"), new Absolute(1));

        assertEquals(Outcome.HELD, both(Over.EVERY, target, T50, new double[] {91, 99, 110}));
        assertEquals(Outcome.VIOLATED, both(Over.EVERY, target, T50, new double[] {100, 100, 100}));
        assertEquals(Outcome.HELD, both(Over.ANY, target, T50, new double[] {0, 0, 110}));
    }

    @Test
    void aReplicationWithoutTheOtherMetricIsNotCompared() {
        Target target = new Target(new OtherMetric("t90"), new Absolute(1));

        assertEquals(Outcome.HELD, both(Over.EVERY, target, T50, new double[] {90, NOTHING, 110}));
        assertEquals(Outcome.INCONCLUSIVE, both(Over.EVERY, target, T50, new double[] {NOTHING, NOTHING, NOTHING}));
        assertEquals(Outcome.INCONCLUSIVE, both(Over.ANY, target, T50, new double[] {NOTHING, NOTHING, NOTHING}));
        assertEquals(Outcome.INCONCLUSIVE, both(Over.MEAN, target, T50, new double[] {NOTHING, NOTHING, NOTHING}));
    }

    @Test
    void aMetricThatNoReplicationObservedIsInconclusive() {
        for (Over over : Over.values()) {
            assertEquals(Outcome.INCONCLUSIVE, bounds(over, 0.0, null, NOTHING, NOTHING), over.name());
        }
    }

    @Test
    void aReplicationThatObservedNothingNeitherHoldsNorViolates() {
        assertEquals(Outcome.HELD, bounds(Over.EVERY, 90.0, null, NOTHING, 100));
        assertEquals(Outcome.VIOLATED, bounds(Over.ANY, 110.0, null, NOTHING, 100));
    }

    @Test
    void theFirstReplicationThatViolatesIsNamedWithItsReplayCommand() {
        Verdict verdict = verdicts(Map.of("t50", metric("t50", 100, 89, 88))).of(expect(Over.EVERY, 90.0, null, null));

        assertEquals("replication 1, seed 701", verdict.evidence());
        assertEquals("replay 701", verdict.replay());
        assertTrue(verdict.measured().startsWith("89"), verdict.measured());
    }

    @Test
    void aMeanThatViolatesHasNoReplicationToBlame() {
        Verdict verdict = verdicts(Map.of("t50", metric("t50", T50))).of(expect(Over.MEAN, 200.0, null, null));

        assertEquals(Outcome.VIOLATED, verdict.outcome());
        assertEquals("", verdict.evidence());
        assertEquals("", verdict.replay());
    }

    @Test
    void theVerdictSaysWhatWasExpectedAndMeasured() {
        Verdict verdict = verdicts(Map.of("t50", metric("t50", T50))).of(expect(Over.MEAN, 95.0, null, null));

        assertEquals("some-id", verdict.id());
        assertEquals("stat", verdict.kind());
        assertTrue(verdict.statement().contains("label of t50 is at least 95"), verdict.statement());
        assertTrue(verdict.measured().contains("mean 100"), verdict.measured());
    }

    @Test
    void anUnknownMetricIsRefusedWithTheOnesThereAre() {
        ExpectationVerdict verdicts = verdicts(Map.of("t90", metric("t90", 1)));

        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> verdicts.of(expect(Over.MEAN, 0.0, null, null)));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("\"t50\"") && message.contains("t90") && message.contains("some-id"), message);
    }

    @Test
    void anUnknownMetricToCompareWithIsRefused() {
        ExpectationVerdict verdicts = verdicts(Map.of("t50", metric("t50", 1)));
        Target target = new Target(new OtherMetric("t99"), new Absolute(1));

        assertThrows(InvalidInputException.class, () -> verdicts.of(expect(Over.MEAN, null, null, target)));
    }

    private static Outcome bounds(Over over, @Nullable Double atLeast, @Nullable Double atMost, double... values) {
        return outcome(expect(over, atLeast, atMost, null), "t50", values);
    }

    private static Outcome target(Value value, Tolerance tolerance) {
        return outcome(expect(Over.MEAN, null, null, new Target(value, tolerance)), "t50", T50);
    }

    private static Outcome outcome(Expectation expectation, String name, double... values) {
        return verdicts(Map.of(name, metric(name, values))).of(expectation).outcome();
    }

    private static Outcome both(Over over, Target target, double[] t50, double[] t90) {
        Map<String, Metric> metrics = new LinkedHashMap<>();
        metrics.put("t50", metric("t50", t50));
        metrics.put("t90", metric("t90", t90));
        return verdicts(metrics).of(expect(over, null, null, target)).outcome();
    }

    private static ExpectationVerdict verdicts(Map<String, Metric> metrics) {
        List<ReplicationTrace> replications = List.of(
                new ReplicationTrace(0, 700, 1, ""),
                new ReplicationTrace(1, 701, 1, ""),
                new ReplicationTrace(2, 702, 1, ""));
        return new ExpectationVerdict(metrics, replications, seed -> "replay " + seed);
    }

    private static Expectation expect(
            Over over, @Nullable Double atLeast, @Nullable Double atMost, @Nullable Target target) {
        return new Expectation("some-id", "t50", null, over, atLeast, atMost, target);
    }

    private static Metric metric(String name, double... values) {
        return new Metric(
                name,
                "label of " + name,
                "ms",
                Arrays.stream(values).boxed().toList(),
                MeanInterval.studentT(values, 0.95));
    }
}
