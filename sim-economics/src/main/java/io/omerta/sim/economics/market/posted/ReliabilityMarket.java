package io.omerta.sim.economics.market.posted;

import io.omerta.sim.economics.market.ReferencePrice;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.Arrays;
import java.util.List;

/**
 * The second version of the published reliability market. A consumer bids the price elsewhere, at most what compute is worth
 * to it; a provider breaks a job off for a bid of so many times the rate it was promised.
 *
 * <p>The published description leaves open where the price elsewhere returns to, when a provider takes a bid, and what the
 * chance of completion is that consumers reckon with. A mean of 0.80 $/h, as in the study of data centres, with bids taken
 * from the price elsewhere upwards reproduces the rates and the hours of those who value compute least.
 */
final class ReliabilityMarket {
    private static final double STEP_HOURS = 0.1;
    private static final int STEPS_PER_HOUR = 10;
    private static final int JOB_STEPS = 20;
    private static final double JOB_HOURS = JOB_STEPS * STEP_HOURS;
    private static final double RIVAL_BIDS_PER_HOUR = 0.2;
    private static final double LOWEST_BID = 0.1;
    private static final double EXPECTED_COMPLETION = 0.95;
    private static final double BETTER = 1.01;
    private static final double IMITATION = 0.2;
    private static final double EXPLORATION = 0.05;
    private static final double LEAST_THRESHOLD = 1.05;
    private static final double MOST_THRESHOLD = 5;
    private static final ReferencePrice.Law ELSEWHERE = new ReferencePrice.Law(0.8, 0.2, 0.5, 0.2);
    private static final int NOBODY = -1;

    private final ReferencePrice elsewhere;
    private final RandomStream[] chances;
    private final double[] threshold;
    private final double[] earned;
    private final double[] rate;
    private final int[] consumerOf;
    private final int[] worked;

    private final List<ReliabilityStudy.Tier> tiers;
    private final double[] mostBid;
    private final int[] providerOf;
    private final double[] paid;
    private final double[] usefulHours;

    ReliabilityMarket(int providers, List<ReliabilityStudy.Tier> tiers, RandomStreams streams) {
        this.tiers = tiers;
        elsewhere = new ReferencePrice(ELSEWHERE, streams.stream("market.reference"));
        chances = streams.streams("market.provider", providers);
        threshold = new double[providers];
        for (int p = 0; p < providers; p++) {
            threshold[p] = 1.1 + 2.9 * chances[p].nextDouble();
        }
        earned = new double[providers];
        rate = new double[providers];
        consumerOf = new int[providers];
        worked = new int[providers];
        mostBid = tiers.stream()
                .mapToDouble(tier -> tier.value()
                        * JOB_HOURS
                        / Checkpoints.expectedHours(JOB_HOURS, EXPECTED_COMPLETION, tier.checkpointHours()))
                .toArray();
        providerOf = new int[tiers.size() * ReliabilityStudy.CONSUMERS_PER_TIER];
        paid = new double[tiers.size()];
        usefulHours = new double[tiers.size()];
    }

    void beginRound() {
        elsewhere.restart();
        Arrays.fill(consumerOf, NOBODY);
        Arrays.fill(providerOf, NOBODY);
        Arrays.fill(earned, 0);
    }

    void hour() {
        for (int step = 0; step < STEPS_PER_HOUR; step++) {
            elsewhere.advance(STEP_HOURS);
            work();
            bid();
        }
    }

    private void work() {
        for (int p = 0; p < threshold.length; p++) {
            if (consumerOf[p] == NOBODY) {
                continue;
            }
            worked[p]++;
            if (worked[p] == JOB_STEPS) {
                end(p, JOB_HOURS);
            } else if (chances[p].nextBernoulli(RIVAL_BIDS_PER_HOUR * STEP_HOURS)) {
                double rival = elsewhere.dollarsPerHour() * (0.8 + 0.7 * chances[p].nextDouble());
                if (rival >= threshold[p] * rate[p]) {
                    double hours = worked[p] * STEP_HOURS;
                    // The rival's job takes the rest of the time that was promised.
                    earned[p] += rival * (JOB_HOURS - hours);
                    end(p, Math.max(0, hours - tiers.get(tier(consumerOf[p])).checkpointHours() / 2));
                }
            }
        }
    }

    private void end(int p, double useful) {
        double amount = rate[p] * worked[p] * STEP_HOURS;
        int tier = tier(consumerOf[p]);
        earned[p] += amount;
        paid[tier] += amount;
        usefulHours[tier] += useful;
        providerOf[consumerOf[p]] = NOBODY;
        consumerOf[p] = NOBODY;
    }

    private static int tier(int consumer) {
        return consumer / ReliabilityStudy.CONSUMERS_PER_TIER;
    }

    /** Consumers are in the order of their tiers, and so in that of what compute is worth to them. */
    private void bid() {
        int p = 0;
        for (int consumer = 0; consumer < providerOf.length; consumer++) {
            double bid = Math.max(LOWEST_BID, Math.min(elsewhere.dollarsPerHour(), mostBid[tier(consumer)]));
            if (providerOf[consumer] != NOBODY || bid < elsewhere.dollarsPerHour()) {
                continue;
            }
            while (p < threshold.length && consumerOf[p] != NOBODY) {
                p++;
            }
            if (p == threshold.length) {
                return;
            }
            consumerOf[p] = consumer;
            providerOf[consumer] = p;
            worked[p] = 0;
            rate[p] = bid;
        }
    }

    /** Who earned less than others moves towards the mean of those; who earned most tries something near. */
    void imitate() {
        double[] next = threshold.clone();
        for (int p = 0; p < next.length; p++) {
            double sum = 0;
            int better = 0;
            for (int other = 0; other < next.length; other++) {
                if (earned[other] > BETTER * earned[p]) {
                    sum += threshold[other];
                    better++;
                }
            }
            double move =
                    better > 0 ? IMITATION * (sum / better - threshold[p]) : EXPLORATION * chances[p].nextGaussian();
            next[p] = Math.min(MOST_THRESHOLD, Math.max(LEAST_THRESHOLD, threshold[p] + move));
        }
        System.arraycopy(next, 0, threshold, 0, next.length);
    }

    /** $ per useful hour that consumers of a tier paid; NaN if they had none. */
    double ratePerUsefulHour(int tier) {
        return paid[tier] / usefulHours[tier];
    }

    /** Useful hours of all consumers of a tier, over all rounds. */
    double usefulHours(int tier) {
        return usefulHours[tier];
    }

    double meanThreshold() {
        return Arrays.stream(threshold).sum() / threshold.length;
    }

    /** Standard deviation of thresholds over providers. */
    double thresholdSpread() {
        double mean = meanThreshold();
        double squares = 0;
        for (double one : threshold) {
            squares += (one - mean) * (one - mean);
        }
        return Math.sqrt(squares / threshold.length);
    }
}
