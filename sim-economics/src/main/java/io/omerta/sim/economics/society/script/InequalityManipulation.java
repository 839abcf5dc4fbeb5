package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;

/** Three whales trade as much as they can, and a little less from day 300 on. */
public final class InequalityManipulation implements Script {
    @Override
    public String name() {
        return "inequality-manipulation";
    }

    private static final Offer WHALES = new Offer(Range.of(3, 6), Range.of(4, 10), Range.of(0.95, 1));
    private static final Offer NORMAL = new Offer(Range.of(1, 2), Range.of(1, 4), Range.of(0.85, 0.95));

    @Override
    public void begin(Society society) {
        society.join(Role.ATTACKER, 3);
        society.join(Role.PROVIDER, 12);
        society.join(Role.CONSUMER, 20);
    }

    @Override
    public void day(Society society, int day) {
        for (int trial = day < 300 ? 5 : 3; trial > 0; trial--) {
            Habits.sell(society, society.members(Role.ATTACKER), 0.6, WHALES, society.members(Role.CONSUMER));
        }
        Habits.praise(society, society.members(Role.ATTACKER), 0.2, Range.exactly(0.9), society.members(Role.CONSUMER));
        Habits.sell(society, society.members(Role.PROVIDER), 0.15, NORMAL, society.members(Role.CONSUMER));
    }
}
