package io.omerta.sim.economics.society;

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
 */
public record SocietyStudy(Script script, int days, @Nullable PolicyRules policy) implements EconomicStudy {
    @Override
    public String type() {
        return "society";
    }

    @Override
    public ReplicationModel model(EventKernel kernel, RandomStreams streams) {
        return new SocietyModel(this, kernel, streams);
    }
}
