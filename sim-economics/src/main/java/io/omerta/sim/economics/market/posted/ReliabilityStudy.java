package io.omerta.sim.economics.market.posted;

import io.omerta.sim.economics.study.EconomicStudy;
import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.study.ReplicationModel;
import java.util.List;

/**
 * Whether it pays a provider to keep its promise when somebody bids more: in each round providers break jobs off at a
 * threshold of their own, and after it they imitate those who earned more.
 *
 * @param providers how many there are, at least 1
 * @param tiers kinds of consumer, each of {@link #CONSUMERS_PER_TIER}; those who value compute most are served first
 * @param rounds how many, at least 1
 */
public record ReliabilityStudy(int providers, List<Tier> tiers, int rounds) implements EconomicStudy {
    public static final int CONSUMERS_PER_TIER = 4;

    public ReliabilityStudy {
        tiers = List.copyOf(tiers);
    }

    /**
     * A kind of consumer.
     *
     * @param name such as "high.often"
     * @param value of an hour of compute, $
     * @param checkpointHours between checkpoints
     */
    public record Tier(String name, double value, double checkpointHours) {
        static final List<Tier> ALL = List.of(
                new Tier("high.often", 5, 0.1),
                new Tier("high.seldom", 5, 2),
                new Tier("medium.often", 2, 0.1),
                new Tier("medium.seldom", 2, 2),
                new Tier("low.often", 0.5, 0.1),
                new Tier("low.seldom", 0.5, 2));
    }

    /** Who wants compute. */
    public enum Demand {
        ALL_TIERS(Tier.ALL),
        LOW_VALUE(Tier.ALL.subList(4, 6));

        private final List<Tier> tiers;

        Demand(List<Tier> tiers) {
            this.tiers = tiers;
        }

        public List<Tier> tiers() {
            return tiers;
        }
    }

    @Override
    public String type() {
        return "reliability-market";
    }

    @Override
    public ReplicationModel model(EventKernel kernel, RandomStreams streams) {
        return new ReliabilityModel(this, kernel, streams);
    }
}
