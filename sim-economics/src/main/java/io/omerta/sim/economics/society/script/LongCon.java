package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;
import java.util.List;

/** One provider serves well for half a year and badly ever after; those who bought complain. */
public final class LongCon implements Script {
    @Override
    public String name() {
        return "long-con";
    }

    private static final Offer GOOD = new Offer(Range.exactly(2), Range.exactly(4), Range.exactly(0.95));
    private static final Offer BAD = GOOD.withQuality(Range.exactly(0.2));
    private static final int GOOD_DAYS = 180;

    @Override
    public void begin(Society society) {
        society.join(Role.ATTACKER, 1);
        society.join(Role.PROVIDER, 1);
        society.join(Role.CONSUMER, 2);
    }

    @Override
    public void day(Society society, int day) {
        Habits.sell(society, society.members(Role.PROVIDER), 0.3, GOOD, society.members(Role.CONSUMER));
        for (int swindler : society.members(Role.ATTACKER)) {
            if (day < GOOD_DAYS) {
                Habits.sell(society, List.of(swindler), 0.3, GOOD, society.members(Role.CONSUMER));
            } else if (society.chance(swindler).nextBernoulli(0.5)) {
                int victim = society.sell(swindler, BAD, society.members(Role.CONSUMER));
                if (society.chance(swindler).nextBernoulli(0.4)) {
                    society.accuse(victim, swindler, -0.8, true);
                }
            }
        }
    }
}
