package io.omerta.sim.economics.market.posted;

import io.omerta.sim.economics.study.StepLoop;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.VirtualTime;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.Panel;
import io.omerta.sim.study.ReplicationModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One replication of a {@link CloudImpactStudy}: both markets side by side, with common random numbers. */
final class CloudImpactModel implements ReplicationModel {
    private final PostedPriceMarket alone;
    private final PostedPriceMarket mixed;
    private final StepLoop hours;

    CloudImpactModel(CloudImpactStudy study, EventKernel kernel, RandomStreams streams) {
        double[] values = study.values().of(study.consumers());
        double floor = study.datacentreFloor()
                ? PostedPriceMarket.scarcityFloor(study.datacentres(), values, study.checkpointHours())
                : 0;
        alone = new PostedPriceMarket(study.datacentres(), 0, values, study.checkpointHours(), floor, streams);
        mixed = new PostedPriceMarket(study.datacentres(), study.homes(), values, study.checkpointHours(), 0, streams);
        hours = new StepLoop(kernel, "hour", VirtualTime.HOUR, study.hours(), this::hour);
    }

    @Override
    public void start() {
        hours.start();
    }

    private long hour(int hour) {
        alone.hour();
        mixed.hour();
        return Double.doubleToRawLongBits(alone.surplus() + mixed.surplus());
    }

    @Override
    public boolean finished() {
        return hours.finished();
    }

    @Override
    public List<Observation> observations() {
        List<Observation> seen = new ArrayList<>();
        compare(seen, "cost", "cost of a useful hour", "$/h", PostedPriceMarket::costPerUsefulHour);
        compare(seen, "hours", "useful hours", "h", PostedPriceMarket::usefulHours);
        compare(seen, "served", "consumers served", "", PostedPriceMarket::served);
        compare(
                seen,
                "datacentre_profit",
                "profit of data centres per hour used",
                "$/h",
                PostedPriceMarket::datacentreProfitPerUsedHour);
        compare(
                seen,
                "datacentre_profit_all",
                "profit per data centre and hour, idle ones included",
                "$/h",
                PostedPriceMarket::datacentreProfitPerHour);
        compare(seen, "surplus", "total surplus", "$", PostedPriceMarket::surplus);
        seen.add(new Observation(
                "home_profit", "profit of home providers per hour used", "$/h", mixed.homeProfitPerUsedHour()));
        return seen;
    }

    private void compare(
            List<Observation> seen, String name, String label, String unit, ToDoubleFunction<PostedPriceMarket> of) {
        double before = of.applyAsDouble(alone);
        double after = of.applyAsDouble(mixed);
        seen.add(new Observation(name + ".alone", label + ", data centres alone", unit, before));
        seen.add(new Observation(name + ".mixed", label + ", with home providers", unit, after));
        // A percentage of a loss, or of nothing, says nothing.
        seen.add(new Observation(
                name + ".change",
                label + ", change with home providers",
                "%",
                before > 0 ? 100 * (after / before - 1) : Double.NaN));
    }

    @Override
    public List<Panel> panels() {
        return List.of();
    }
}
