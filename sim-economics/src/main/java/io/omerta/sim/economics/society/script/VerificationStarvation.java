package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;

/** Ten of fifteen providers never verify anybody. */
public final class VerificationStarvation implements Script {
    @Override
    public String name() {
        return "verification-starvation";
    }

    private static final Offer CITIZENS = new Offer(Range.of(1, 3), Range.of(2, 6), Range.of(0.9, 1));
    private static final Offer FREELOADERS = new Offer(Range.of(2, 4), Range.of(3, 7), Range.of(0.8, 0.95));

    @Override
    public void begin(Society society) {
        society.join(Role.PROVIDER, 5);
        society.join(Role.ATTACKER, 10);
        society.join(Role.CONSUMER, 15);
    }

    @Override
    public void day(Society society, int day) {
        Habits.sell(society, society.members(Role.PROVIDER), 0.3, CITIZENS, society.members(Role.CONSUMER));
        Habits.sell(society, society.members(Role.ATTACKER), 0.4, FREELOADERS, society.members(Role.CONSUMER));
    }
}
