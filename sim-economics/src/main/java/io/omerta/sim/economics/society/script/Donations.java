package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;
import java.util.List;

/** One provider sells; another gives as much away, and pays for it where bids count. */
public final class Donations implements Script {
    @Override
    public String name() {
        return "donations";
    }

    private static final Offer SALE = new Offer(Range.exactly(2), Range.exactly(4), Range.exactly(0.95));
    /** As published: a donation is a second, larger trade. */
    private static final Offer EXTRA = new Offer(Range.exactly(4), Range.exactly(4), Range.exactly(0.95));

    @Override
    public List<Role> roles() {
        return List.of(Role.CONSUMER, Role.PROVIDER, Role.DONOR);
    }

    @Override
    public void begin(Society society) {
        society.join(Role.PROVIDER, 1);
        society.join(Role.DONOR, 1);
        society.join(Role.CONSUMER, 2);
    }

    @Override
    public void day(Society society, int day) {
        List<Integer> consumers = society.members(Role.CONSUMER);
        Habits.sell(society, society.members(Role.PROVIDER), 0.3, SALE, consumers);
        for (int donor : society.members(Role.DONOR)) {
            if (society.chance(donor).nextBernoulli(0.3)) {
                switch (society.rules().donations()) {
                    case PLAIN -> {
                        society.sell(donor, SALE, consumers);
                        society.sell(donor, EXTRA, consumers);
                    }
                    case BIDS -> society.donate(donor, SALE, consumers, 2);
                }
            }
        }
    }
}
