package io.omerta.sim.economics.money;

/** How long coins last at the rate at which they were spent lately, and what it costs to let them last too long. */
final class Runway {
    private static final int WINDOW_DAYS = 90;
    private static final double THRESHOLD_DAYS = 90;
    private static final int EXEMPT_AGE_DAYS = 30;
    private static final double EXEMPT_EARNINGS = 100;

    private final RecentPurchases spent = new RecentPurchases(WINDOW_DAYS);

    void spent(int identity, double amount, int day) {
        spent.add(identity, amount, day);
    }

    void begin(int day) {
        spent.forget(day);
    }

    /** Days, infinite for one who spends nothing: as published, also for one that has nothing. */
    double days(int identity, double balance) {
        double perDay = spent.of(identity) / WINDOW_DAYS;
        return perDay == 0 ? Double.POSITIVE_INFINITY : balance / perDay;
    }

    boolean isLong(int identity, double balance) {
        return days(identity, balance) > THRESHOLD_DAYS;
    }

    /**
     * By how much trust counts less for the mint: divided by 1 plus this.
     *
     * @param earned by work and by the mint; those who have earned little are exempt, as are the young
     */
    double penalty(int identity, double balance, double earned, int ageDays) {
        if (ageDays < EXEMPT_AGE_DAYS || earned < EXEMPT_EARNINGS) {
            return 0;
        }
        double days = days(identity, balance);
        return days > THRESHOLD_DAYS ? StrictMath.log(days / THRESHOLD_DAYS) : 0;
    }
}
