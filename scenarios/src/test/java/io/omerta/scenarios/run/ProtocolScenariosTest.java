package io.omerta.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.scenarios.load.ScenarioLoader;
import io.omerta.scenarios.model.Scenario;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.RunResult.ReplicationTrace;
import io.omerta.sim.record.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the shipped scenarios of the protocol say, and what they would say if a defence were off. */
class ProtocolScenariosTest {
    private static final String QUORUM_OF_THREE = "workload.parameters={CONSENSUS_THRESHOLD: 0.5}";

    private static RunOutcome run(String file, String... overrides) {
        Scenario scenario = ScenarioLoader.load(Path.of("protocol", file + ".yaml"), List.of(overrides));
        return Runs.run(scenario);
    }

    private static List<String> violated(RunOutcome outcome) {
        return outcome.result().verdicts().stream()
                .filter(verdict -> verdict.outcome() == Outcome.VIOLATED)
                .map(Verdict::id)
                .toList();
    }

    private static double mean(RunOutcome outcome, String metric) {
        return outcome.result().metrics().stream()
                .filter(each -> each.name().equals(metric))
                .map(Metric::estimate)
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void theRandomSwarmViolatesNothing() {
        RunOutcome outcome = run("random-swarm", "replications=10");
        assertEquals(List.of(), violated(outcome));
    }

    @Test
    void everySessionIsSettledAndPaidWhenNothingGoesWrong() {
        RunOutcome outcome = run("happy-path", "replications=1");
        assertEquals(List.of(), violated(outcome));
        assertEquals(40, mean(outcome, "sessions.settled"));
    }

    /** The control of the expectations of a settlement: sessions that end with their attestation are not paid. */
    @Test
    void aSessionThatIsOnlyAttestedIsNotSettled() {
        RunOutcome outcome = run("happy-path", "replications=1", "duration=20 min", "workload.until=attestation");
        assertEquals(List.of("settled", "paid"), violated(outcome));
    }

    @Test
    void wholeLivesUnderFaultsViolateNothing() {
        RunOutcome outcome = run("random-swarm", "replications=3", "workload.until=settlement");
        assertEquals(List.of(), violated(outcome));
        assertTrue(mean(outcome, "sessions.settled") > 0);
    }

    @Test
    void cabalsDoNotRefuseWhatThereIs() {
        RunOutcome outcome = run("balance-propagation", "replications=2");
        assertEquals(List.of(), violated(outcome));
    }

    /** The control of authorized-lock: a quorum that is too small, and properties that do not know. */
    @Test
    void aQuorumOfThreeIsFoundOut() {
        RunOutcome outcome = run("insufficient-balance", "replications=2", QUORUM_OF_THREE);
        assertTrue(violated(outcome).contains("authorized-lock"), () -> "violated: " + violated(outcome));
    }

    /** The control of the expectations: nobody can afford anything. */
    @Test
    void aRunInWhichNothingHappensDoesNotPass() {
        RunOutcome outcome = run("slow-network", "replications=2", "workload.balance=0 cr");
        assertEquals(0, mean(outcome, "sessions.begun"));
        assertTrue(violated(outcome).contains("most-are-locked"), () -> "violated: " + violated(outcome));
    }

    /** The control of no-honest-condemned: a node that forgets its chain is no longer believed, and no longer counts. */
    @Test
    void aNodeThatLosesItsDiskDoesNotCount() {
        RunOutcome outcome = run("witness-crash", "replications=1", "faults[0].lose_durable_state=true");
        assertEquals(List.of(), violated(outcome));
    }

    @Test
    void realSignaturesLeadToTheSameResults() {
        RunOutcome simulated = run("balance-propagation", "replications=1");
        RunOutcome real = run("balance-propagation", "replications=1", "workload.signer=ed25519");
        assertEquals(List.of(), violated(real));
        assertEquals(mean(simulated, "sessions.locked"), mean(real, "sessions.locked"));
    }

    @Test
    void theSameSeedGivesTheSameTrace() {
        assertEquals(trace(), trace());
    }

    private static ReplicationTrace trace() {
        return run("restart-from-journal", "replications=1").traces().get(0).trace();
    }
}
