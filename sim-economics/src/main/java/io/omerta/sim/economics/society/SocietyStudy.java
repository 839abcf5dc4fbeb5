package io.omerta.sim.economics.society;

import io.omerta.sim.economics.policy.Levers;
import io.omerta.sim.economics.policy.PolicyRules;
import io.omerta.sim.economics.study.EconomicStudy;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.study.ReplicationModel;
import org.jspecify.annotations.Nullable;

/**
 * A society that is watched for some time.
 *
 * @param script who lives in it and what they do
 * @param days for how long
 * @param policy how eager the controller is; null for none
 * @param rules of the economy
 * @param levers where the levers of policy stand at first
 * @param against what else is run with the same luck, to compare with
 */
public record SocietyStudy(
        Script script, int days, @Nullable PolicyRules policy, EconomyRules rules, Levers levers, Against against)
        implements EconomicStudy {
    /** The other society of a comparison. */
    public enum Against {
        NOTHING,
        /** The same without a controller. */
        NO_POLICY,
        /** The same, in which attackers spend what their attack costs on honest trade. */
        HONEST_USE
    }

    @Override
    public String type() {
        return "society";
    }

    @Override
    public ReplicationModel model(EventKernel kernel, RandomStreams streams) {
        return new SocietyModel(this, kernel, streams);
    }

    /** The society to compare with. */
    SocietyStudy control() {
        return new SocietyStudy(
                script, days, against == Against.NO_POLICY ? null : policy, rules, levers, Against.NOTHING);
    }
}
