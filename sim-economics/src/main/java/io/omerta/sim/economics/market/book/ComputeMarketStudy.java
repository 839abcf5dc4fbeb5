package io.omerta.sim.economics.market.book;

import io.omerta.sim.economics.study.EconomicStudy;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.study.ReplicationModel;

/**
 * A market for hours of one class of machine, in data centres and with volunteers.
 *
 * @param datacentres operators at the beginning, at least 1
 * @param homes people who would offer a machine if it pays; 0 for none
 * @param consumers how many have work, at least 1
 * @param checkpointHours whole hours between checkpoints, at least 1
 * @param response of the operators
 * @param days how long the market is watched, at least 1
 */
public record ComputeMarketStudy(
        int datacentres, int homes, int consumers, int checkpointHours, CloudResponse response, int days)
        implements EconomicStudy {
    @Override
    public String type() {
        return "compute-market";
    }

    @Override
    public ReplicationModel model(EventKernel kernel, RandomStreams streams) {
        return new ComputeMarketModel(this, kernel, streams);
    }
}
