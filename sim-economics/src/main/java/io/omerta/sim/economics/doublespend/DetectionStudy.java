package io.omerta.sim.economics.doublespend;

import io.omerta.sim.economics.study.EconomicStudy;
import io.omerta.sim.economics.study.Rounds;
import io.omerta.sim.economics.study.Settings;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.study.ReplicationModel;
import java.util.List;

/**
 * How surely and how soon somebody holds both of two conflicting payments that are flooded one after the other.
 *
 * @param topology how peers find each other
 * @param nodes how many there are, at least 2
 * @param connectivities from 0 to 1, ascending
 * @param trials double spends at each connectivity, each on a graph of its own
 * @param marking what fixes the time of an arrival
 */
public record DetectionStudy(Topology topology, int nodes, List<Double> connectivities, int trials, Marking marking)
        implements EconomicStudy {
    public DetectionStudy {
        connectivities = Settings.ascending("connectivities", connectivities);
    }

    @Override
    public String type() {
        return "double-spend-detection";
    }

    @Override
    public ReplicationModel model(EventKernel kernel, RandomStreams streams) {
        return new Rounds(kernel, trials, new DetectionTrials(this, streams));
    }
}
