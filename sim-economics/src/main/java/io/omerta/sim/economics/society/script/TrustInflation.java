package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;
import java.util.List;

/** Five providers buy from and praise each other from day 90 on, harder from day 180 on. */
public final class TrustInflation implements Script {
    @Override
    public String name() {
        return "trust-inflation";
    }

    private static final Offer HONEST = new Offer(Range.of(1, 3), Range.of(2, 6), Range.of(0.9, 1));
    private static final Offer WASH = new Offer(Range.of(3, 5), Range.of(6, 10), Range.exactly(1));

    @Override
    public void begin(Society society) {
        society.join(Role.PROVIDER, 5);
        society.join(Role.CONSUMER, 10);
        society.join(Role.ATTACKER, 5);
    }

    @Override
    public void day(Society society, int day) {
        Habits.sell(society, society.members(Role.PROVIDER), 0.2, HONEST, society.members(Role.CONSUMER));
        if (day <= 90) {
            return;
        }
        List<Integer> cartel = society.members(Role.ATTACKER);
        for (int member : cartel) {
            for (int sales = day > 180 ? 3 : 1; sales > 0; sales--) {
                int fellow = society.sell(member, WASH, cartel);
                if (society.chance(member).nextBernoulli(0.3)) {
                    society.praise(fellow, member, 0.9);
                }
            }
        }
    }
}
