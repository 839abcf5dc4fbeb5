package io.omerta.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.scenarios.model.Expectation;
import io.omerta.scenarios.model.Expectation.Tolerance;
import io.omerta.scenarios.model.PublishedFigure;
import io.omerta.scenarios.model.PublishedFigure.Classification;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.Verdict;
import io.omerta.sim.stats.MeanInterval;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureChecksTest {
    private static final Tolerance HALF = new Expectation.Absolute(0.5);

    /** Mean 100, standard error 10 / sqrt 3 = 5.7735, interval 75.2 to 124.8. */
    private static final double[] ROUGH = {90, 100, 110};

    /** Mean 100, interval 99.75 to 100.25. */
    private static final double[] FINE = {99.9, 100, 100.1};

    @Test
    void aMeanWithinTheToleranceConfirms() {
        assertEquals("confirmed", found(100.4, HALF, FINE));
        assertEquals("confirmed", found(104, new Expectation.Relative(0.05), ROUGH));
        assertEquals("confirmed", found(105, new Expectation.StandardErrors(1), ROUGH));
    }

    @Test
    void aValueThatNoReplicationChangesIsArithmetic() {
        assertEquals("arithmetic", found(100, new Expectation.Absolute(0), 100, 100, 100));
    }

    @Test
    void anIntervalBeyondTheToleranceContradicts() {
        assertEquals("contradicted", found(101, HALF, FINE));
        assertEquals("contradicted", found(101, HALF, 100, 100));
    }

    @Test
    void aMeanBeyondTheToleranceWithAnIntervalThatReachesItTellsNothing() {
        assertEquals("inconclusive", found(101, HALF, ROUGH));
    }

    @Test
    void oneReplicationTellsNothing() {
        assertEquals("inconclusive", found(100, HALF, 100));
        assertEquals("inconclusive", found(100, HALF, 100, Double.NaN));
        assertEquals("inconclusive", found(100, HALF, Double.NaN, Double.NaN));
    }

    @Test
    void anotherClassificationThanExpectedViolates() {
        assertEquals(Outcome.HELD, outcome(Classification.CONTRADICTED, 101, FINE));
        assertEquals(Outcome.VIOLATED, outcome(Classification.CONFIRMED, 101, FINE));
        assertEquals(Outcome.VIOLATED, outcome(Classification.CONTRADICTED, 100, FINE));
        assertEquals(Outcome.VIOLATED, outcome(Classification.ARITHMETIC, 100, FINE));
        assertEquals(Outcome.INCONCLUSIVE, outcome(Classification.CONTRADICTED, 101, ROUGH));
    }

    @Test
    void theTableNamesVariantsWhereThereAreSome() {
        FigureChecks checks = new FigureChecks();
        checks.add(figure(100, HALF, Classification.CONFIRMED), "open", metric(FINE));

        assertEquals(
                List.of("figure", "variant", "published", "tolerance", "measured", "verdict", "expected", "outcome"),
                checks.tables().get(0).columns());
        assertEquals("open", checks.tables().get(0).rows().get(0).get(1));
    }

    @Test
    void withoutFiguresThereIsNoTable() {
        assertTrue(new FigureChecks().tables().isEmpty());
    }

    @Test
    void aRunPutsFiguresBesideItsMetricsAndJudgesThem() {
        RunOutcome outcome = Runs.run(
                Runs.scenario(
                        Runs.GOSSIP_VARIANTS
                                + """
                figures:
                  - {id: full, metric: gossip.coverage, published: 1, tolerance: {absolute: 0.5}}
                  - {id: none, variant: fanout-3, metric: gossip.coverage, published: 0, tolerance: {absolute: 0.1}}
                """));

        assertEquals(
                List.of("fanout-3/figure:full", "fanout-4/figure:full", "fanout-3/figure:none"),
                outcome.result().verdicts().stream()
                        .filter(FigureChecks::isFigure)
                        .map(Verdict::id)
                        .toList());
        assertEquals(Outcome.VIOLATED, outcome.result().outcome());
        assertEquals(FigureChecks.TABLE, outcome.result().tables().get(0).id());
    }

    private static String found(double published, Tolerance tolerance, double... values) {
        Verdict verdict =
                new FigureChecks().add(figure(published, tolerance, Classification.CONFIRMED), "", metric(values));
        return verdict.measured().substring(0, verdict.measured().indexOf(':'));
    }

    private static Outcome outcome(Classification expected, double published, double... values) {
        return new FigureChecks()
                .add(figure(published, HALF, expected), "", metric(values))
                .outcome();
    }

    private static PublishedFigure figure(double published, Tolerance tolerance, Classification expected) {
        return new PublishedFigure("id", "label", null, "t50", published, tolerance, expected);
    }

    private static Metric metric(double... values) {
        return new Metric(
                "t50", "delay", "ms", Arrays.stream(values).boxed().toList(), MeanInterval.studentT(values, 0.95));
    }
}
