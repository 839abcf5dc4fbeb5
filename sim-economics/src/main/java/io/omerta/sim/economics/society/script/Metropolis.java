package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;
import java.util.List;

/**
 * Ten thousand identities in five years: half are there from the start or join day by day to sell, half to buy, and a ring
 * joins after a year. How active sellers are has a Pareto tail, they leave at a constant rate, and each sells to some
 * twenty customers.
 */
public final class Metropolis implements Script {
    private static final Offer HONEST = new Offer(Range.of(1, 4), Range.of(1, 8), Range.of(0.85, 1));
    private static final Offer RING = new Offer(Range.of(2, 4), Range.of(4, 8), Range.exactly(1));
    private static final Range PRAISE = Range.of(0.3, 0.8);
    private static final double PRAISED_PART = 0.05;
    private static final int FOUNDERS = 3_000;
    private static final int RING_SIZE = 350;
    private static final int RING_DAY = 365;
    private static final int CUSTOMERS = 20;
    private static final double LEAST_ACTIVITY = 0.05;
    private static final double TAIL_INDEX = 1.5;
    private static final double MEAN_STAY_DAYS = 730;

    @Override
    public String name() {
        return "metropolis";
    }

    @Override
    public void begin(Society society) {
        society.join(Role.PROVIDER, FOUNDERS);
        society.join(Role.CONSUMER, FOUNDERS);
    }

    @Override
    public void day(Society society, int day) {
        if (day > 0) {
            society.join(Role.PROVIDER);
            society.join(Role.CONSUMER);
        }
        if (day == RING_DAY) {
            society.join(Role.ATTACKER, RING_SIZE);
        }
        List<Integer> sellers = society.members(Role.PROVIDER);
        for (int place = 0; place < sellers.size(); place++) {
            int seller = sellers.get(place);
            int joined = Math.max(0, place - FOUNDERS + 1);
            if (day - joined < stayDays(society, seller)
                    && society.chance(seller).nextBernoulli(activity(society, seller))) {
                int customer = society.sell(seller, HONEST, circle(society, place));
                if (society.chance(seller).nextBernoulli(PRAISED_PART)) {
                    society.praise(customer, seller, PRAISE.draw(society.chance(seller)));
                }
            }
        }
        List<Integer> ring = society.members(Role.ATTACKER);
        Habits.sell(society, ring, 0.3, RING, ring);
    }

    private static List<Integer> circle(Society society, int place) {
        List<Integer> consumers = society.members(Role.CONSUMER);
        int from = place % (consumers.size() - CUSTOMERS);
        return consumers.subList(from, from + CUSTOMERS);
    }

    private static double stayDays(Society society, int identity) {
        return -MEAN_STAY_DAYS * StrictMath.log1p(-society.temperament(identity).stayQuantile());
    }

    /** Chance of a sale a day. */
    private static double activity(Society society, int identity) {
        double quantile = society.temperament(identity).activityQuantile();
        return Math.min(1, LEAST_ACTIVITY * StrictMath.pow(1 - quantile, -1 / TAIL_INDEX));
    }
}
