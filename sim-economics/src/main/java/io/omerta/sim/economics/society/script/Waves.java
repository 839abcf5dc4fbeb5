package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Role;
import io.omerta.sim.economics.society.Script;
import io.omerta.sim.economics.society.Society;
import java.util.List;

/** Four attacks of different kinds and strengths, each of fifty days, with a hundred days of peace between them. */
public final class Waves implements Script {
    @Override
    public String name() {
        return "waves";
    }

    private static final Offer HONEST = new Offer(Range.of(1, 3), Range.of(2, 6), Range.of(0.9, 1));
    private static final Offer SYBIL = new Offer(Range.exactly(2), Range.exactly(4), Range.exactly(1));
    private static final Offer INFLATED = new Offer(Range.exactly(4), Range.exactly(8), Range.exactly(1));
    private static final Offer COMBINED = new Offer(Range.exactly(3), Range.exactly(6), Range.exactly(1));
    private static final int WAVE_DAYS = 50;
    private static final int PERIOD_DAYS = 150;
    private static final int FIRST_DAY = 100;
    /** The description does not say how often attackers act; this gives the published inequality. */
    private static final double ACTIVE = 0.5;
    /** Attackers of each wave; they join when it begins and leave off when it ends. */
    private static final List<Integer> STRENGTHS = List.of(3, 5, 7, 4);

    @Override
    public void begin(Society society) {
        society.join(Role.PROVIDER, 10);
        society.join(Role.CONSUMER, 20);
    }

    @Override
    public void day(Society society, int day) {
        Habits.sell(society, society.members(Role.PROVIDER), 0.25, HONEST, society.members(Role.CONSUMER));
        int sinceFirst = day - FIRST_DAY;
        int wave = Math.floorDiv(sinceFirst, PERIOD_DAYS);
        int dayOfWave = Math.floorMod(sinceFirst, PERIOD_DAYS);
        if (wave < 0 || wave >= STRENGTHS.size() || dayOfWave >= WAVE_DAYS) {
            return;
        }
        if (dayOfWave == 0) {
            society.join(Role.ATTACKER, STRENGTHS.get(wave));
        }
        List<Integer> all = society.members(Role.ATTACKER);
        attack(society, wave, dayOfWave, all.subList(all.size() - STRENGTHS.get(wave), all.size()));
    }

    private static void attack(Society society, int wave, int dayOfWave, List<Integer> attackers) {
        switch (wave) {
            case 0 -> Habits.sell(society, attackers, ACTIVE, SYBIL, attackers);
            case 1 -> {
                Habits.sell(society, attackers, ACTIVE, INFLATED, attackers);
                Habits.sell(society, attackers, ACTIVE, INFLATED, attackers);
            }
            case 2 -> {
                Habits.sell(society, attackers, ACTIVE, COMBINED, attackers);
                Habits.praise(society, attackers, ACTIVE, Range.exactly(0.9), attackers);
            }
            default -> {
                double quality = Math.max(0.3, 0.9 - 0.01 * dayOfWave);
                Habits.sell(
                        society,
                        attackers,
                        ACTIVE,
                        SYBIL.withQuality(Range.exactly(quality)),
                        society.members(Role.CONSUMER));
            }
        }
    }
}
