package io.omerta.sim.economics.failure;

import io.omerta.sim.economics.study.EconomicStudy;
import io.omerta.sim.economics.study.Rounds;
import io.omerta.sim.economics.trust.AgeRule;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.study.ReplicationModel;
import java.util.List;

/**
 * Attacks on trust, each beside honest use of the same machine with the same luck.
 *
 * @param attacks at least one
 * @param ageRule what age does for trust
 */
public record FailureStudy(List<Attack> attacks, AgeRule ageRule) implements EconomicStudy {
    public FailureStudy {
        attacks = List.copyOf(attacks);
    }

    @Override
    public String type() {
        return "failure-modes";
    }

    @Override
    public ReplicationModel model(EventKernel kernel, RandomStreams streams) {
        return new Rounds(kernel, attacks.size(), new AttackTrials(this, streams));
    }
}
