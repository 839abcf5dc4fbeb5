package io.omerta.sim.economics.society;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.economics.policy.Levers;
import io.omerta.sim.economics.policy.PolicyRules;
import io.omerta.sim.economics.society.SocietyStudy.Against;
import io.omerta.sim.economics.society.script.CombinedAttack;
import io.omerta.sim.economics.society.script.Metropolis;
import io.omerta.sim.economics.society.script.Scripts;
import io.omerta.sim.economics.society.script.SybilExplosion;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.kernel.QueueKind;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.ReplicationModel;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SocietyTest {
    private static final Map<String, Levers> PERTURBED = new TreeMap<>(Map.of(
            "k of payments", Levers.PUBLISHED.withPaymentK(0.3),
            "k of transfers", Levers.PUBLISHED.withTransferK(0.03),
            "isolation threshold", Levers.PUBLISHED.withIsolationThreshold(0.5),
            "tau of transactions", Levers.PUBLISHED.withTransactionTau(100)));

    private static Map<String, Double> run(
            Script script, @Nullable PolicyRules policy, EconomyRules rules, Levers levers, Against against) {
        return run(new SocietyStudy(script, 300, policy, rules, levers, against));
    }

    private static Map<String, Double> run(SocietyStudy study) {
        EventKernel kernel = new PrimitiveKernel(QueueKind.HEAP);
        ReplicationModel model = study.model(kernel, new RandomStreams(7));
        model.start();
        kernel.runPending(EventKernel.MAX_TIME_NANOS);
        assertTrue(model.checks().stream().allMatch(check -> check.held()), model.checks()::toString);
        Map<String, Double> seen = new TreeMap<>();
        for (Observation each : model.observations()) {
            seen.put(each.name(), each.value());
        }
        return seen;
    }

    private static Map<String, Double> trustOf(Map<String, Double> seen) {
        Map<String, Double> trust = new TreeMap<>(seen);
        trust.keySet().removeIf(name -> !name.startsWith("trust.") && !name.startsWith("cluster."));
        return trust;
    }

    @TestFactory
    Stream<DynamicTest> everyLeverMovesSomethingInAConnectedEconomy() {
        Script script = SybilExplosion.THIRTY;
        Map<String, Double> before = run(script, null, EconomyRules.CONNECTED, Levers.PUBLISHED, Against.NOTHING);
        return PERTURBED.entrySet().stream()
                .map(lever -> DynamicTest.dynamicTest(
                        lever.getKey(),
                        () -> assertNotEquals(
                                before, run(script, null, EconomyRules.CONNECTED, lever.getValue(), Against.NOTHING))));
    }

    @TestFactory
    Stream<DynamicTest> noLeverMovesTrustAsPublished() {
        Script script = SybilExplosion.THIRTY;
        Map<String, Double> before = run(script, null, EconomyRules.PUBLISHED, Levers.PUBLISHED, Against.NOTHING);
        return PERTURBED.entrySet().stream()
                .map(lever -> DynamicTest.dynamicTest(
                        lever.getKey(),
                        () -> assertEquals(
                                trustOf(before),
                                trustOf(run(
                                        script, null, EconomyRules.PUBLISHED, lever.getValue(), Against.NOTHING)))));
    }

    @Test
    void publishedPolicyMovesNoTrustAtAll() {
        Map<String, Double> seen = run(
                new CombinedAttack(),
                PolicyRules.AGGRESSIVE,
                EconomyRules.PUBLISHED,
                Levers.PUBLISHED,
                Against.NO_POLICY);
        assertTrue(seen.get("policy.changes") > 10);
        assertEquals(0, seen.get("policy.effect.gini"));
        assertEquals(0, seen.get("policy.effect.trust"));
    }

    /** Every script under every rule: the accounts balance, and nothing that is measured depends on what happened. */
    @TestFactory
    Stream<DynamicTest> everyScriptLivesInAConnectedEconomy() {
        return Scripts.all().stream()
                .map(script -> DynamicTest.dynamicTest(script.name(), () -> {
                    SocietyStudy study = new SocietyStudy(
                            script,
                            script instanceof Metropolis ? 20 : 300,
                            PolicyRules.MODERATE,
                            EconomyRules.CONNECTED,
                            Levers.PUBLISHED,
                            Against.HONEST_USE);
                    ReplicationModel fresh = study.model(new PrimitiveKernel(QueueKind.HEAP), new RandomStreams(7));
                    assertEquals(
                            run(study).keySet().stream().toList(),
                            fresh.observations().stream()
                                    .map(Observation::name)
                                    .sorted()
                                    .toList());
                }));
    }

    @Test
    void anAttackThatNeverComesReturnsWhatHonestWorkDoes() {
        Map<String, Double> seen =
                run(Scripts.all().get(0), null, EconomyRules.CONNECTED, Levers.PUBLISHED, Against.HONEST_USE);
        assertEquals(1, seen.get("attack.honest_wealth.ratio"));
    }
}
