package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;
import java.util.List;

/** Every nine months another kind of attacker joins, and none ever stops. */
public final class FiveYearsOfAttacks implements Script {
    @Override
    public String name() {
        return "five-years-of-attacks";
    }

    private static final Offer HONEST = new Offer(Range.of(1, 3), Range.of(2, 6), Range.of(0.9, 1));
    private static final Offer SYBIL = new Offer(Range.exactly(2), Range.exactly(4), Range.exactly(1));
    private static final Offer INFLATED = new Offer(Range.exactly(4), Range.exactly(8), Range.exactly(1));
    private static final Offer HOARDED = new Offer(Range.exactly(3), Range.exactly(6), Range.exactly(0.95));
    private static final Offer COORDINATED = new Offer(Range.exactly(3), Range.exactly(6), Range.exactly(1));
    private static final Range ACCUSATION = Range.exactly(-0.5);

    /** Who joins together, on which day. */
    private enum Gang {
        SYBILS(180, 15),
        INFLATORS(450, 5),
        HOARDERS(720, 3),
        DEGRADER(990, 1),
        COORDINATED(1260, 10);

        private final int joinsOnDay;
        private final int size;

        Gang(int joinsOnDay, int size) {
            this.joinsOnDay = joinsOnDay;
            this.size = size;
        }

        List<Integer> members(Society society) {
            int from = 0;
            for (Gang earlier : values()) {
                if (earlier == this) {
                    return society.members(Role.ATTACKER).subList(from, from + size);
                }
                from += earlier.size;
            }
            throw new IllegalStateException(this + " is among all");
        }
    }

    @Override
    public void begin(Society society) {
        society.join(Role.PROVIDER, 10);
        society.join(Role.CONSUMER, 20);
    }

    @Override
    public void day(Society society, int day) {
        List<Integer> consumers = society.members(Role.CONSUMER);
        Habits.sell(society, society.members(Role.PROVIDER), 0.25, HONEST, consumers);
        for (Gang gang : Gang.values()) {
            if (day == gang.joinsOnDay) {
                List<Integer> joined = society.join(Role.ATTACKER, gang.size);
                if (gang == Gang.HOARDERS) {
                    joined.forEach(society::keepCoins);
                }
            }
            if (day >= gang.joinsOnDay) {
                act(society, gang, day, gang.members(society));
            }
        }
    }

    private static void act(Society society, Gang gang, int day, List<Integer> members) {
        List<Integer> consumers = society.members(Role.CONSUMER);
        switch (gang) {
            case SYBILS -> Habits.sell(society, members, 0.3, SYBIL, members);
            case INFLATORS -> {
                Habits.sell(society, members, 0.4, INFLATED, members);
                Habits.sell(society, members, 0.4, INFLATED, members);
            }
            case HOARDERS -> Habits.sell(society, members, 0.3, HOARDED, consumers);
            case DEGRADER -> {
                double quality = Math.max(0.3, 0.95 - 0.001 * (day - gang.joinsOnDay));
                Habits.sell(society, members, 0.3, HOARDED.withQuality(Range.exactly(quality)), consumers);
            }
            case COORDINATED -> {
                Habits.sell(society, members, 0.3, COORDINATED, members);
                Habits.accuse(society, members, 0.1, ACCUSATION, society.members(Role.PROVIDER));
            }
        }
    }
}
