package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;
import java.util.List;

/** For half a year fifteen providers serve badly and accuse others of it; then they are gone. */
public final class Recovery implements Script {
    @Override
    public String name() {
        return "recovery";
    }

    private static final Offer HONEST = new Offer(Range.of(1, 3), Range.of(2, 6), Range.of(0.9, 1));
    private static final Offer BAD = HONEST.withQuality(Range.of(0.2, 0.5));
    private static final Range ACCUSATION = Range.exactly(-0.5);
    private static final int FROM_DAY = 180;
    private static final int TO_DAY = 360;

    @Override
    public void begin(Society society) {
        society.join(Role.PROVIDER, 10);
        society.join(Role.CONSUMER, 20);
    }

    @Override
    public void day(Society society, int day) {
        if (day == FROM_DAY) {
            society.join(Role.ATTACKER, 15);
        }
        Habits.sell(society, society.members(Role.PROVIDER), 0.25, HONEST, society.members(Role.CONSUMER));
        if (day >= FROM_DAY && day < TO_DAY) {
            List<Integer> attackers = society.members(Role.ATTACKER);
            Habits.sell(society, attackers, 0.3, BAD, society.members(Role.CONSUMER));
            Habits.accuse(society, attackers, 0.1, ACCUSATION, society.members(Role.PROVIDER));
        }
    }
}
