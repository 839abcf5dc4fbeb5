package io.omerta.sim.economics.money;

import java.util.List;

/** How many coins are minted on a day: less from year to year, and then the same for ever. */
public final class MintSchedule {
    private static final int DAYS_PER_YEAR = 365;
    private static final List<Integer> COINS_PER_DAY = List.of(10_000, 8_000, 6_000, 4_000, 2_000);
    private static final int AFTERWARDS = 1_000;

    private MintSchedule() {}

    /** Coins of a day, from day 0. */
    public static int coins(int day) {
        int year = day / DAYS_PER_YEAR;
        return year < COINS_PER_DAY.size() ? COINS_PER_DAY.get(year) : AFTERWARDS;
    }
}
