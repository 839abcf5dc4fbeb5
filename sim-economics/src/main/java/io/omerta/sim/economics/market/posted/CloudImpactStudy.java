package io.omerta.sim.economics.market.posted;

import io.omerta.sim.economics.study.EconomicStudy;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.study.ReplicationModel;

/**
 * What home providers do to a market of data centres: the same consumers and the same luck with data centres alone, and with
 * home providers beside them.
 *
 * @param datacentres how many there are, at least 1
 * @param homes how many home providers come in, at least 1
 * @param consumers how many want compute, at least 1
 * @param values what an hour is worth to them
 * @param checkpointHours between checkpoints of a job, above 0
 * @param hours how long the market is watched, at least 1
 * @param datacentreFloor whether scarce data centres that are alone hold out for a price
 */
public record CloudImpactStudy(
        int datacentres,
        int homes,
        int consumers,
        TaskValues values,
        double checkpointHours,
        int hours,
        boolean datacentreFloor)
        implements EconomicStudy {
    @Override
    public String type() {
        return "cloud-impact";
    }

    @Override
    public ReplicationModel model(EventKernel kernel, RandomStreams streams) {
        return new CloudImpactModel(this, kernel, streams);
    }
}
