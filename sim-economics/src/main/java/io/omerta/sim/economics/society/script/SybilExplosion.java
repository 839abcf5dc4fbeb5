package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;
import java.util.List;

/**
 * Identities of one attacker appear on day 180, trade among themselves, and sell outside from day 220 on.
 *
 * @param sybils how many there are
 * @param outsideSellers how many of them may sell outside on one day
 */
public record SybilExplosion(String name, int sybils, int outsideSellers) implements Script {
    /** The attack of the published study. */
    public static final SybilExplosion THIRTY = new SybilExplosion("sybil-explosion", 30, 5);
    /** The smaller one on which it compares controllers; one seller outside a day gives its inequality. */
    public static final SybilExplosion TWENTY = new SybilExplosion("sybil-explosion-small", 20, 1);

    private static final Offer HONEST = new Offer(Range.of(1, 3), Range.of(2, 6), Range.of(0.9, 1));
    private static final Offer INTERNAL = new Offer(Range.of(2, 4), Range.of(4, 8), Range.exactly(1));
    private static final Offer OUTSIDE = new Offer(Range.of(2, 4), Range.of(4, 8), Range.of(0.3, 0.8));
    private static final int ARRIVAL_DAY = 180;
    private static final int OUTSIDE_AFTER_DAY = 220;

    @Override
    public void begin(Society society) {
        society.join(Role.PROVIDER, 10);
        society.join(Role.CONSUMER, 15);
    }

    @Override
    public void day(Society society, int day) {
        if (day == ARRIVAL_DAY) {
            society.join(Role.ATTACKER, sybils);
        }
        Habits.sell(society, society.members(Role.PROVIDER), 0.25, HONEST, society.members(Role.CONSUMER));
        List<Integer> all = society.members(Role.ATTACKER);
        Habits.sell(society, all, 0.4, INTERNAL, all);
        if (day > OUTSIDE_AFTER_DAY) {
            Habits.sell(society, society.sample(all, outsideSellers), 0.2, OUTSIDE, society.members(Role.CONSUMER));
        }
    }
}
