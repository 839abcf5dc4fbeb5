package io.omerta.sim.economics.market.posted;

import io.omerta.sim.economics.study.StepLoop;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.VirtualTime;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.record.Chart;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.CurvePanel;
import io.omerta.sim.study.Panel;
import io.omerta.sim.study.ReplicationModel;
import java.util.ArrayList;
import java.util.List;

/** One replication of a {@link ReliabilityStudy}. */
final class ReliabilityModel implements ReplicationModel {
    private static final int HOURS_PER_ROUND = 200;

    private final ReliabilityStudy study;
    private final ReliabilityMarket market;
    private final StepLoop hours;
    private final double[] threshold;
    private final double[] round;

    ReliabilityModel(ReliabilityStudy study, EventKernel kernel, RandomStreams streams) {
        this.study = study;
        market = new ReliabilityMarket(study.providers(), study.tiers(), streams);
        hours = new StepLoop(kernel, "hour", VirtualTime.HOUR, study.rounds() * HOURS_PER_ROUND, this::hour);
        threshold = new double[study.rounds()];
        round = new double[study.rounds()];
    }

    @Override
    public void start() {
        hours.start();
    }

    private long hour(int hour) {
        if (hour % HOURS_PER_ROUND == 0) {
            market.beginRound();
        }
        market.hour();
        if (hour % HOURS_PER_ROUND == HOURS_PER_ROUND - 1) {
            market.imitate();
            int over = hour / HOURS_PER_ROUND;
            round[over] = over + 1;
            threshold[over] = market.meanThreshold();
        }
        return Double.doubleToRawLongBits(market.usefulHours(0) + market.meanThreshold());
    }

    @Override
    public boolean finished() {
        return hours.finished();
    }

    @Override
    public List<Observation> observations() {
        List<Observation> seen = new ArrayList<>();
        double consumers = ReliabilityStudy.CONSUMERS_PER_TIER * (double) study.rounds();
        double lowHours = 0;
        int lowTiers = 0;
        for (int t = 0; t < study.tiers().size(); t++) {
            ReliabilityStudy.Tier tier = study.tiers().get(t);
            double rate = market.ratePerUsefulHour(t);
            double useful = market.usefulHours(t) / consumers;
            seen.add(new Observation("rate." + tier.name(), "rate, " + tier.name(), "$/h", rate));
            seen.add(new Observation(
                    "hours." + tier.name(), "useful hours per round and consumer, " + tier.name(), "h", useful));
            seen.add(new Observation(
                    "profit." + tier.name(), "profit of a useful hour, " + tier.name(), "$/h", tier.value() - rate));
            if (tier.name().startsWith("low.")) {
                lowHours += useful;
                lowTiers++;
            }
        }
        seen.add(new Observation(
                "hours.low", "useful hours per round of those who value compute least", "h", lowHours / lowTiers));
        seen.add(new Observation("threshold.mean", "mean threshold, last round", "", market.meanThreshold()));
        seen.add(new Observation(
                "threshold.spread", "standard deviation of thresholds, last round", "", market.thresholdSpread()));
        return seen;
    }

    @Override
    public List<Panel> panels() {
        return List.of(new CurvePanel(
                "threshold",
                "At how much more a provider breaks its promise",
                "Mean over providers of the ratio of a rival's bid to the promised rate, after each round.",
                Chart.Axis.linear("round", ""),
                Chart.Axis.linear("threshold", ""),
                round,
                List.of(new CurvePanel.Curve("mean threshold", threshold, false)),
                0,
                Double.POSITIVE_INFINITY,
                false));
    }
}
