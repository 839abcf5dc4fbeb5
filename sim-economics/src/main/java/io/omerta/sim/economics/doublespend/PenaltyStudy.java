package io.omerta.sim.economics.doublespend;

import io.omerta.sim.economics.study.EconomicStudy;
import io.omerta.sim.economics.study.Rounds;
import io.omerta.sim.economics.study.Settings;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.study.ReplicationModel;
import java.util.List;

/**
 * What double spending does to an economy in which it is sometimes noticed, and then costs trust.
 *
 * @param people how many there are; each begins with 100 coins and trust 1
 * @param attackerShare part of them that double spends
 * @param rounds how long it goes on
 * @param detections probabilities that a double spend is noticed, ascending
 * @param multipliers a double spend of 100 coins that is noticed costs so much trust, ascending
 */
public record PenaltyStudy(
        int people, double attackerShare, int rounds, List<Double> detections, List<Double> multipliers)
        implements EconomicStudy {
    public PenaltyStudy {
        detections = Settings.ascending("detections", detections);
        multipliers = Settings.ascending("multipliers", multipliers);
    }

    @Override
    public String type() {
        return "double-spend-penalty";
    }

    @Override
    public ReplicationModel model(EventKernel kernel, RandomStreams streams) {
        return new Rounds(kernel, rounds, new PenaltyEconomy(this, streams));
    }
}
