package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;

/** One provider earns trust for half a year and then serves worse day by day. */
public final class SlowDegradation implements Script {
    @Override
    public String name() {
        return "slow-degradation";
    }

    private static final Offer HONEST = new Offer(Range.of(1, 3), Range.of(2, 6), Range.of(0.9, 1));
    private static final Offer DEGRADER = new Offer(Range.of(2, 4), Range.of(3, 7), Range.exactly(0.95));
    private static final int GOOD_DAYS = 180;

    @Override
    public void begin(Society society) {
        society.join(Role.ATTACKER, 1);
        society.join(Role.PROVIDER, 5);
        society.join(Role.CONSUMER, 15);
    }

    @Override
    public void day(Society society, int day) {
        double quality = Math.max(0.3, 0.95 - 0.002 * Math.max(0, day - GOOD_DAYS));
        Habits.sell(
                society,
                society.members(Role.ATTACKER),
                0.3,
                DEGRADER.withQuality(Range.exactly(quality)),
                society.members(Role.CONSUMER));
        Habits.sell(society, society.members(Role.PROVIDER), 0.25, HONEST, society.members(Role.CONSUMER));
    }
}
