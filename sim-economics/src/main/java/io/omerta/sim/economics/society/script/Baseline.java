package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;
import java.util.List;

/** Nobody attacks. Newcomers join every month and do nothing. */
public final class Baseline implements Script {
    @Override
    public String name() {
        return "baseline";
    }

    private static final Offer OFFER = new Offer(Range.of(1, 4), Range.of(1, 8), Range.of(0.85, 1));
    private static final int JOIN_EVERY_DAYS = 30;

    @Override
    public List<Role> roles() {
        return List.of(Role.CONSUMER, Role.PROVIDER, Role.BYSTANDER);
    }

    @Override
    public void begin(Society society) {
        society.join(Role.PROVIDER, 10);
        society.join(Role.CONSUMER, 20);
    }

    @Override
    public void day(Society society, int day) {
        if (day > 0 && day % JOIN_EVERY_DAYS == 0) {
            society.join(Role.BYSTANDER, 2);
        }
        Habits.sell(society, society.members(Role.PROVIDER), 0.3, OFFER, society.members(Role.CONSUMER));
        Habits.praise(
                society, society.members(Role.PROVIDER), 0.05, Range.of(0.3, 0.8), society.members(Role.CONSUMER));
    }
}
