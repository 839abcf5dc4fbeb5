package io.omerta.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.sim.record.RunResult;
import org.junit.jupiter.api.Test;

/** Runs whose number of replications follows from what they find. */
class PrecisionTest {
    private static final String SOCIETY =
            """
            schema_version: 1
            name: society
            economy: {type: society, script: sybil-explosion, days: 60, policy: none}
            """;

    @Test
    void aRoughDemandEndsWithTheSafeStart() {
        RunResult result = run("replications: {at_least: 10, at_most: 100, half_width: 0.9, metric: trust.mean}");

        assertEquals(10, result.manifest().replicationTraces().size());
        assertEquals(10, result.manifest().replications());
    }

    @Test
    void aFineDemandTakesMoreReplicationsWhichAreThoseOfALongerRun() {
        RunResult result = run("replications: {at_least: 10, at_most: 16, half_width: 0.000001, metric: trust.mean}");

        assertEquals(16, result.manifest().replicationTraces().size());
        assertEquals(
                run("replications: 16").manifest().traceSha256(),
                result.manifest().traceSha256());
    }

    @Test
    void aMetricThatIsNotMeasuredIsRefusedBeforeTheRun() {
        InvalidInputException refusal =
                assertThrows(InvalidInputException.class, () -> run("replications: {at_most: 20, metric: trust.meen}"));

        assertTrue(
                String.valueOf(refusal.getMessage()).contains("unknown metric \"trust.meen\" in \"replications\""),
                refusal.getMessage());
    }

    private static RunResult run(String replications) {
        return Runs.run(Runs.scenario(SOCIETY + replications + "\n")).result();
    }
}
