package io.omerta.sim.economics.society;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omerta.sim.economics.policy.Levers;
import io.omerta.sim.economics.policy.PolicyRules;
import io.omerta.sim.economics.society.SocietyStudy.Against;
import io.omerta.sim.economics.society.script.Baseline;
import io.omerta.sim.economics.society.script.SybilExplosion;
import io.omerta.sim.economics.society.script.TrustInflation;
import io.omerta.sim.economics.trust.AgeRule;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.kernel.QueueKind;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.study.ReplicationModel;
import org.junit.jupiter.api.Test;

/** Means over 30 replications against published figures; a control shows that the rules decide. */
class PublishedFiguresTest {
    private static double mean(Script script, EconomyRules rules, String metric) {
        double sum = 0;
        for (int index = 0; index < 30; index++) {
            EventKernel kernel = new PrimitiveKernel(QueueKind.HEAP);
            ReplicationModel model = new SocietyStudy(
                            script, 720, PolicyRules.MODERATE, rules, Levers.PUBLISHED, Against.NOTHING)
                    .model(kernel, new RandomStreams(RandomStreams.replicationSeed(42, index)));
            model.start();
            kernel.runPending(EventKernel.MAX_TIME_NANOS);
            sum += model.observations().stream()
                    .filter(seen -> seen.name().equals(metric))
                    .findAny()
                    .orElseThrow()
                    .value();
        }
        return sum / 30;
    }

    private static EconomyRules published(AgeRule age) {
        EconomyRules rules = EconomyRules.PUBLISHED;
        return new EconomyRules(
                age,
                rules.clusters(),
                rules.coins(),
                rules.levers(),
                rules.transferBurn(),
                rules.amountBurn(),
                rules.hoarding(),
                rules.donations(),
                rules.governance());
    }

    @Test
    void inequalityInPeaceIsAsPublished() {
        assertEquals(0.783, mean(new Baseline(), published(AgeRule.ADDS), "trust.gini"), 0.005);
    }

    /** The control, and the figure that the documented rule of age really gives. */
    @Test
    void inequalityInPeaceNearlyVanishesWhereAgeOnlyDerates() {
        assertEquals(0.040, mean(new Baseline(), published(AgeRule.DERATES), "trust.gini"), 0.005);
    }

    @Test
    void inequalityUnderInflationIsAsPublished() {
        assertEquals(0.706, mean(new TrustInflation(), published(AgeRule.ADDS), "trust.gini"), 0.004);
        assertEquals(0.441, mean(new TrustInflation(), published(AgeRule.DERATES), "trust.gini"), 0.005);
    }

    @Test
    void inequalityUnderSybilsIsAsPublished() {
        assertEquals(0.641, mean(SybilExplosion.THIRTY, published(AgeRule.ADDS), "trust.gini"), 0.015);
        assertEquals(0.208, mean(SybilExplosion.THIRTY, published(AgeRule.DERATES), "trust.gini"), 0.03);
    }

    @Test
    void providersWhoDoAllTheWorkGetAsLittleOfTheMintAsPublished() {
        assertEquals(0.041, mean(new Baseline(), published(AgeRule.ADDS), "minted.provider"), 0.002);
    }
}
