package io.omerta.sim.economics.doublespend;

import io.omerta.sim.economics.study.EconomicStudy;
import io.omerta.sim.economics.study.Rounds;
import io.omerta.sim.economics.study.Settings;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.study.ReplicationModel;
import java.util.List;

/**
 * How soon the receiver of a payment has heard from enough of its peers that they have it too.
 *
 * @param topology how peers find each other
 * @param nodes how many there are, at least 2
 * @param connectivities from 0 to 1, ascending
 * @param thresholds parts of the receiver's peers that must confirm, ascending
 * @param trials payments at each connectivity, each on a graph of its own
 * @param windowSeconds a payment that takes longer fails
 * @param marking what fixes the time of an arrival
 */
public record FinalityStudy(
        Topology topology,
        int nodes,
        List<Double> connectivities,
        List<Double> thresholds,
        int trials,
        double windowSeconds,
        Marking marking)
        implements EconomicStudy {
    public FinalityStudy {
        connectivities = Settings.ascending("connectivities", connectivities);
        thresholds = Settings.ascending("thresholds", thresholds);
    }

    @Override
    public String type() {
        return "payment-finality";
    }

    @Override
    public ReplicationModel model(EventKernel kernel, RandomStreams streams) {
        return new Rounds(kernel, trials, new FinalityTrials(this, streams));
    }
}
