package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;
import java.util.List;

/** Three providers serve two consumers well, who say so now and then. */
public final class NormalTrade implements Script {
    @Override
    public String name() {
        return "normal-trade";
    }

    private static final Offer OFFER = new Offer(Range.of(1, 3), Range.of(1, 8), Range.of(0.9, 1));

    @Override
    public List<Role> roles() {
        return List.of(Role.CONSUMER, Role.PROVIDER);
    }

    @Override
    public void begin(Society society) {
        society.join(Role.PROVIDER, 3);
        society.join(Role.CONSUMER, 2);
    }

    @Override
    public void day(Society society, int day) {
        Habits.sell(society, society.members(Role.PROVIDER), 0.3, OFFER, society.members(Role.CONSUMER));
        Habits.praise(
                society, society.members(Role.PROVIDER), 0.05, Range.of(0.3, 0.8), society.members(Role.CONSUMER));
    }
}
