package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;
import java.util.List;

/** Five identities of one attacker trade among themselves more than two honest providers do with a consumer, and praise each other. */
public final class SybilPraise implements Script {
    @Override
    public String name() {
        return "sybil-praise";
    }

    private static final Offer HONEST = new Offer(Range.exactly(2), Range.exactly(4), Range.exactly(0.95));
    private static final Offer INTERNAL = new Offer(Range.exactly(3), Range.exactly(8), Range.exactly(1));

    @Override
    public void begin(Society society) {
        society.join(Role.PROVIDER, 2);
        society.join(Role.ATTACKER, 5);
        society.join(Role.CONSUMER);
    }

    @Override
    public void day(Society society, int day) {
        List<Integer> sybils = society.members(Role.ATTACKER);
        Habits.sell(society, society.members(Role.PROVIDER), 0.2, HONEST, society.members(Role.CONSUMER));
        Habits.sell(society, sybils, 0.5, INTERNAL, sybils);
        Habits.praise(society, sybils, 0.3, Range.exactly(0.9), sybils);
    }
}
