package io.omerta.sim.economics.money;

import java.util.Arrays;

/**
 * The coins of the published programs: providers are paid, but nobody is debited; what a low trust costs counts as burnt;
 * and a fixed amount is minted every day. Nothing is conserved.
 */
public final class OpenCoins {
    private static final int RUNWAY_WINDOW_DAYS = 90;
    private static final double RUNWAY_THRESHOLD_DAYS = 90;
    private static final int EXEMPT_AGE_DAYS = 30;
    private static final double EXEMPT_EARNINGS = 100;

    private final double mintPerDay;
    private final RecentPurchases purchases = new RecentPurchases(RUNWAY_WINDOW_DAYS);
    private double[] balances = new double[16];
    private double[] earned = new double[16];
    private double[] minted = new double[16];
    private double burnt;

    public OpenCoins(double mintPerDay) {
        this.mintPerDay = mintPerDay;
    }

    /** Makes room for identities. */
    public void resize(int size) {
        if (size > balances.length) {
            int capacity = Math.max(size, 2 * balances.length);
            balances = Arrays.copyOf(balances, capacity);
            earned = Arrays.copyOf(earned, capacity);
            minted = Arrays.copyOf(minted, capacity);
        }
    }

    /**
     * Pays for a trade.
     *
     * @param volume hours of a plain machine, of which each costs one coin
     * @param providerTrust as last solved
     * @param paymentK see {@link Rates#paymentShare}
     */
    public void pay(int consumer, int provider, double volume, double providerTrust, double paymentK, int day) {
        double share = Rates.paymentShare(providerTrust, paymentK);
        balances[provider] += volume * share;
        earned[provider] += volume * share;
        burnt += volume * (1 - share);
        purchases.add(consumer, volume, day);
    }

    /** Mints for a day that begins, in proportion to trust, less for those who hoard. */
    public void mint(double[] trust, int[] ageDays, int size, int day) {
        purchases.forget(day);
        double[] claims = new double[size];
        double total = 0;
        for (int i = 0; i < size; i++) {
            claims[i] = trust[i] / (1 + hoardingPenalty(i, ageDays[i]));
            total += claims[i];
        }
        if (total > 0) {
            for (int i = 0; i < size; i++) {
                double share = mintPerDay * claims[i] / total;
                balances[i] += share;
                minted[i] += share;
            }
        }
    }

    private double hoardingPenalty(int identity, int ageDays) {
        if (ageDays < EXEMPT_AGE_DAYS || earned[identity] < EXEMPT_EARNINGS) {
            return 0;
        }
        double runway = runwayDays(identity);
        return runway > RUNWAY_THRESHOLD_DAYS ? StrictMath.log(runway / RUNWAY_THRESHOLD_DAYS) : 0;
    }

    /** How long the balance lasts at the recent rate of purchases, infinite for one who buys nothing. */
    private double runwayDays(int identity) {
        double perDay = purchases.of(identity) / RUNWAY_WINDOW_DAYS;
        return perDay == 0 ? Double.POSITIVE_INFINITY : balances[identity] / perDay;
    }

    /** Whether an identity counts as hoarding: as published, also one that has nothing and buys nothing. */
    public boolean isHoarding(int identity) {
        return runwayDays(identity) > RUNWAY_THRESHOLD_DAYS;
    }

    public double balance(int identity) {
        return balances[identity];
    }

    /** What an identity was given of all that was minted. */
    public double minted(int identity) {
        return minted[identity];
    }

    public double burnt() {
        return burnt;
    }
}
