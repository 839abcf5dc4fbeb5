package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;
import java.util.List;

/** Four providers never spend what they earn; the others do. */
public final class Hoarding implements Script {
    @Override
    public String name() {
        return "hoarding";
    }

    private static final Offer NORMAL = new Offer(Range.of(1, 3), Range.of(2, 6), Range.of(0.9, 1));
    private static final Offer PURCHASE = new Offer(Range.of(1, 2), Range.of(1, 3), Range.of(0.9, 1));
    private static final Offer HOARDERS = new Offer(Range.of(2, 4), Range.of(3, 7), Range.of(0.9, 1));

    @Override
    public void begin(Society society) {
        society.join(Role.PROVIDER, 8);
        society.join(Role.ATTACKER, 4).forEach(society::keepCoins);
        society.join(Role.CONSUMER, 12);
    }

    @Override
    public void day(Society society, int day) {
        Habits.sell(society, society.members(Role.PROVIDER), 0.3, NORMAL, society.members(Role.CONSUMER));
        for (int buyer : society.members(Role.PROVIDER)) {
            if (society.chance(buyer).nextBernoulli(0.2)) {
                int seller = society.otherThan(buyer, society.members(Role.PROVIDER));
                society.sell(seller, PURCHASE, List.of(buyer));
            }
        }
        Habits.sell(society, society.members(Role.ATTACKER), 0.3, HOARDERS, society.members(Role.CONSUMER));
    }
}
