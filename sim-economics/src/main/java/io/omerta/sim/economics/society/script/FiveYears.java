package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;
import java.util.List;

/** A society that grows for years: every 45 days a provider joins who trades, and a consumer. */
public final class FiveYears implements Script {
    @Override
    public String name() {
        return "five-years";
    }

    private static final Offer OFFER = new Offer(Range.of(1, 4), Range.of(1, 8), Range.of(0.85, 1));
    private static final Range PRAISE = Range.of(0.2, 0.8);
    private static final Range COMPLAINT = Range.of(-0.5, -0.2);
    private static final int JOIN_EVERY_DAYS = 45;

    @Override
    public List<Role> roles() {
        return List.of(Role.CONSUMER, Role.PROVIDER);
    }

    @Override
    public void begin(Society society) {
        society.join(Role.PROVIDER, 15);
        society.join(Role.CONSUMER, 30);
    }

    @Override
    public void day(Society society, int day) {
        if (day > 0 && day % JOIN_EVERY_DAYS == 0) {
            society.join(Role.PROVIDER);
            society.join(Role.CONSUMER);
        }
        Habits.sell(society, society.members(Role.PROVIDER), 0.25, OFFER, society.members(Role.CONSUMER));
        for (int provider : society.members(Role.PROVIDER)) {
            if (society.chance(provider).nextBernoulli(0.03)) {
                boolean content = society.chance(provider).nextBernoulli(0.9);
                int asserter = society.otherThan(provider, society.members(Role.CONSUMER));
                if (content) {
                    society.praise(asserter, provider, PRAISE.draw(society.chance(provider)));
                } else {
                    society.accuse(asserter, provider, COMPLAINT.draw(society.chance(provider)), true);
                }
            }
        }
    }
}
