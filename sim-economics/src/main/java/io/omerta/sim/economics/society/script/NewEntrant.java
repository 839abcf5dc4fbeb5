package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;
import java.util.List;

/** Two providers trade for half a year and then rest, while a newcomer works. */
public final class NewEntrant implements Script {
    @Override
    public String name() {
        return "new-entrant";
    }

    private static final Offer INCUMBENTS = new Offer(Range.exactly(2), Range.exactly(4), Range.exactly(0.95));
    private static final Offer NEWCOMER = INCUMBENTS.withQuality(Range.exactly(0.98));
    private static final int ENTRY_DAY = 180;
    private static final int INCUMBENT_COUNT = 2;

    @Override
    public List<Role> roles() {
        return List.of(Role.CONSUMER, Role.PROVIDER);
    }

    @Override
    public void begin(Society society) {
        society.join(Role.PROVIDER, INCUMBENT_COUNT);
        society.join(Role.CONSUMER, 2);
    }

    @Override
    public void day(Society society, int day) {
        if (day < ENTRY_DAY) {
            Habits.sell(society, society.members(Role.PROVIDER), 0.3, INCUMBENTS, society.members(Role.CONSUMER));
            return;
        }
        if (day == ENTRY_DAY) {
            society.join(Role.PROVIDER);
        }
        List<Integer> newcomer = society.members(Role.PROVIDER).subList(INCUMBENT_COUNT, INCUMBENT_COUNT + 1);
        Habits.sell(society, newcomer, 0.5, NEWCOMER, society.members(Role.CONSUMER));
        Habits.praise(society, newcomer, 0.1, Range.exactly(0.6), society.members(Role.CONSUMER));
    }
}
