package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;
import java.util.List;

/** Twenty identities of one attacker trade among themselves from day 120 on, and sell and praise outside after day 200. */
public final class CombinedAttack implements Script {
    @Override
    public String name() {
        return "combined-attack";
    }

    private static final Offer HONEST = new Offer(Range.of(1, 3), Range.of(2, 6), Range.of(0.9, 1));
    private static final Offer INTERNAL = new Offer(Range.of(2, 4), Range.of(4, 8), Range.exactly(1));
    private static final Offer LARGE = new Offer(Range.exactly(4), Range.exactly(8), Range.exactly(1));

    @Override
    public void begin(Society society) {
        society.join(Role.PROVIDER, 8);
        society.join(Role.CONSUMER, 15);
    }

    @Override
    public void day(Society society, int day) {
        if (day == 120) {
            society.join(Role.ATTACKER, 20);
        }
        Habits.sell(society, society.members(Role.PROVIDER), 0.25, HONEST, society.members(Role.CONSUMER));
        List<Integer> sybils = society.members(Role.ATTACKER);
        Habits.sell(society, sybils, 0.3, INTERNAL, sybils);
        if (day > 200) {
            List<Integer> active = society.sample(sybils, 10);
            for (int trial = 0; trial < 2; trial++) {
                for (int sybil : active) {
                    if (society.chance(sybil).nextBernoulli(0.4)) {
                        int fellow = society.sell(sybil, LARGE, sybils);
                        if (society.chance(sybil).nextBernoulli(0.2)) {
                            society.praise(fellow, sybil, 0.8);
                        }
                    }
                }
            }
        }
    }
}
