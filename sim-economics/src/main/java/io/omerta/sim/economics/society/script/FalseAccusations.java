package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;
import java.util.List;

/** For two months four providers build trust; then three of them accuse the fourth day by day, without evidence. */
public final class FalseAccusations implements Script {
    @Override
    public String name() {
        return "false-accusations";
    }

    private static final Offer OFFER = new Offer(Range.exactly(2), Range.exactly(4), Range.exactly(0.95));
    private static final int BUILDING_DAYS = 60;

    @Override
    public void begin(Society society) {
        society.join(Role.PROVIDER, 1);
        society.join(Role.ATTACKER, 3);
        society.join(Role.CONSUMER, 2);
    }

    @Override
    public void day(Society society, int day) {
        List<Integer> victim = society.members(Role.PROVIDER);
        List<Integer> accusers = society.members(Role.ATTACKER);
        if (day < BUILDING_DAYS) {
            Habits.sell(society, victim, 0.2, OFFER, society.members(Role.CONSUMER));
            Habits.sell(society, accusers, 0.2, OFFER, society.members(Role.CONSUMER));
            return;
        }
        Habits.accuse(society, accusers, 0.3, Range.exactly(-0.7), victim);
        Habits.sell(society, victim, 0.3, OFFER, society.members(Role.CONSUMER));
    }
}
