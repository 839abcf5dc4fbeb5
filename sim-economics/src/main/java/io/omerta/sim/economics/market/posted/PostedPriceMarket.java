package io.omerta.sim.economics.market.posted;

import io.omerta.sim.economics.market.ReferencePrice;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Providers that post prices, and consumers that take the offer which leaves them most. A price rises while its provider is
 * busy and falls while it is idle. Home providers break a job off if they fail, or if somebody bids enough more.
 *
 * <p>The published description is silent on four points. What is done in a step happens in this order: jobs move on, prices
 * move, consumers choose; it reproduces the 160 of 200 hours that a scarce data centre works. A provider whose job broke off
 * is out of the market for that step, which reproduces the hours worked with home providers. A job counts when it ends. One that
 * breaks off loses half the time between checkpoints, however short it was, which reproduces what rarer checkpoints cost.
 */
final class PostedPriceMarket {
    private static final double STEP_HOURS = 0.1;
    private static final int STEPS_PER_HOUR = 10;
    private static final int JOB_STEPS = 20;
    private static final double JOB_HOURS = JOB_STEPS * STEP_HOURS;
    private static final double START_MARKUP = 2;
    private static final double LOWEST_MARKUP = 1.1;
    private static final double HIGHEST_PRICE = 5;
    private static final double RISE = 1 + 0.1 * STEP_HOURS;
    private static final double FALL = 1 - 0.3 * STEP_HOURS;
    private static final double RIVAL_BIDS_PER_HOUR = 0.3;
    private static final double CANCEL_AT = 1.5;
    private static final ReferencePrice.Law ELSEWHERE = new ReferencePrice.Law(0.8, 0.2, 0.3, 0.2);
    private static final int NOBODY = -1;

    /** What a kind of provider costs and how often it lasts an hour. */
    private record Kind(double capexPerHour, double opexPerHour, double hourlySurvival, boolean cancels) {
        private static final Kind DATACENTRE = new Kind(0.30, 0.20, 0.998, false);
        private static final Kind HOME = new Kind(0, 0.08, 0.92, true);

        double costPerHour() {
            return capexPerHour + opexPerHour;
        }
    }

    private final int datacentres;
    private final Kind[] kinds;
    private final double[] lowestPrice;
    private final double[] price;
    private final double[] rate;
    private final int[] consumerOf;
    private final int[] worked;
    private final boolean[] brokeOff;
    private final double[] profit;
    private final double[] usedHours;

    private final double[] value;
    private final int[] byValue;
    private final double[] expectedHours;
    private final int[] providerOf;
    private final boolean[] served;
    private final double checkpointHours;

    private final ReferencePrice elsewhere;
    private final RandomStream[] chances;
    private int steps;
    private double paid;
    private double usefulHours;
    private double surplus;

    /** @param datacentreFloor price that data centres do not go below, $/h; 0 for none */
    PostedPriceMarket(
            int datacentres,
            int homes,
            double[] value,
            double checkpointHours,
            double datacentreFloor,
            RandomStreams streams) {
        int providers = datacentres + homes;
        this.datacentres = datacentres;
        this.value = value;
        this.checkpointHours = checkpointHours;
        kinds = new Kind[providers];
        lowestPrice = new double[providers];
        price = new double[providers];
        for (int p = 0; p < providers; p++) {
            kinds[p] = p < datacentres ? Kind.DATACENTRE : Kind.HOME;
            lowestPrice[p] = Math.max(LOWEST_MARKUP * kinds[p].costPerHour(), p < datacentres ? datacentreFloor : 0);
            price[p] = Math.max(START_MARKUP * kinds[p].costPerHour(), lowestPrice[p]);
        }
        rate = new double[providers];
        consumerOf = new int[providers];
        Arrays.fill(consumerOf, NOBODY);
        worked = new int[providers];
        brokeOff = new boolean[providers];
        profit = new double[providers];
        usedHours = new double[providers];
        byValue = IntStream.range(0, value.length)
                .boxed()
                .sorted((a, b) -> Double.compare(value[b], value[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        expectedHours = new double[providers];
        for (int p = 0; p < providers; p++) {
            expectedHours[p] = expectedHours(kinds[p], checkpointHours);
        }
        providerOf = new int[value.length];
        Arrays.fill(providerOf, NOBODY);
        served = new boolean[value.length];
        elsewhere = new ReferencePrice(ELSEWHERE, streams.stream("market.reference"));
        chances = streams.streams("market.provider", providers);
    }

    private static double expectedHours(Kind kind, double checkpointHours) {
        return Checkpoints.expectedHours(JOB_HOURS, StrictMath.pow(kind.hourlySurvival(), JOB_HOURS), checkpointHours);
    }

    /**
     * The price that data centres hold out for when there are more consumers than they can serve: just below four fifths of
     * what the last consumer that they can serve would pay.
     */
    static double scarcityFloor(int datacentres, double[] value, double checkpointHours) {
        if (value.length <= datacentres) {
            return 0;
        }
        double[] sorted = value.clone();
        Arrays.sort(sorted);
        double efficiency = JOB_HOURS / expectedHours(Kind.DATACENTRE, checkpointHours);
        return 0.999 * 0.8 * sorted[sorted.length - datacentres] * efficiency;
    }

    /** One hour of the market. */
    void hour() {
        for (int step = 0; step < STEPS_PER_HOUR; step++) {
            elsewhere.advance(STEP_HOURS);
            work();
            movePrices();
            choose();
            steps++;
        }
    }

    private void work() {
        for (int p = 0; p < price.length; p++) {
            brokeOff[p] = false;
            if (consumerOf[p] == NOBODY) {
                continue;
            }
            worked[p]++;
            if (worked[p] == JOB_STEPS) {
                end(p, JOB_HOURS);
            } else if (breaksOff(p)) {
                brokeOff[p] = true;
                end(p, worked[p] * STEP_HOURS - checkpointHours / 2);
            }
        }
    }

    private boolean breaksOff(int p) {
        RandomStream chance = chances[p];
        boolean fails = !chance.nextBernoulli(StrictMath.pow(kinds[p].hourlySurvival(), STEP_HOURS));
        boolean rival = chance.nextBernoulli(RIVAL_BIDS_PER_HOUR * STEP_HOURS);
        double bid = elsewhere.dollarsPerHour() * (0.9 + 0.4 * chance.nextDouble());
        return fails || kinds[p].cancels() && rival && bid >= CANCEL_AT * rate[p];
    }

    private void end(int p, double useful) {
        double used = worked[p] * STEP_HOURS;
        int consumer = consumerOf[p];
        paid += rate[p] * used;
        usedHours[p] += used;
        usefulHours += useful;
        profit[p] += (rate[p] - kinds[p].costPerHour()) * used;
        surplus += value[consumer] * useful - kinds[p].costPerHour() * used;
        consumerOf[p] = NOBODY;
        providerOf[consumer] = NOBODY;
    }

    private void movePrices() {
        for (int p = 0; p < price.length; p++) {
            if (brokeOff[p]) {
                continue;
            }
            double moved = price[p] * (consumerOf[p] == NOBODY ? FALL : RISE);
            price[p] = Math.min(HIGHEST_PRICE, Math.max(lowestPrice[p], moved));
        }
    }

    /** Those to whom compute is worth most choose first. */
    private void choose() {
        for (int consumer : byValue) {
            if (providerOf[consumer] != NOBODY) {
                continue;
            }
            int best = NOBODY;
            double most = 0;
            for (int p = 0; p < price.length; p++) {
                if (consumerOf[p] != NOBODY || brokeOff[p]) {
                    continue;
                }
                double left = JOB_HOURS * value[consumer] - price[p] * expectedHours[p];
                if (left > most) {
                    most = left;
                    best = p;
                }
            }
            if (best != NOBODY) {
                consumerOf[best] = consumer;
                providerOf[consumer] = best;
                worked[best] = 0;
                rate[best] = price[best];
                served[consumer] = true;
            }
        }
    }

    /** What consumers paid for a useful hour, $; NaN if there was none. */
    double costPerUsefulHour() {
        return paid / usefulHours;
    }

    double usefulHours() {
        return usefulHours;
    }

    /** Hours that were paid for. */
    double usedHours() {
        return Arrays.stream(usedHours).sum();
    }

    /** Value of useful hours less cost of used ones, $. Idle hours cost nothing, as published. */
    double surplus() {
        return surplus;
    }

    /** Consumers that were served at least once. */
    int served() {
        int count = 0;
        for (boolean one : served) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** Profit of data centres per hour used, $; idle ones do not count, as published; 0 if all were idle. */
    double datacentreProfitPerUsedHour() {
        return perUsedHour(0, datacentres);
    }

    /** Profit of home providers per hour used, $; 0 if all were idle. */
    double homeProfitPerUsedHour() {
        return perUsedHour(datacentres, price.length);
    }

    private double perUsedHour(int from, int to) {
        double used = Arrays.stream(usedHours, from, to).sum();
        return used == 0 ? 0 : Arrays.stream(profit, from, to).sum() / used;
    }

    /** Profit per data centre and hour of the clock, $: the capital of idle hours is charged too. */
    double datacentreProfitPerHour() {
        double clock = datacentres * (steps * STEP_HOURS);
        double used = Arrays.stream(usedHours, 0, datacentres).sum();
        return (Arrays.stream(profit, 0, datacentres).sum() - Kind.DATACENTRE.capexPerHour() * (clock - used)) / clock;
    }
}
