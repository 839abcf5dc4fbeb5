package io.omerta.sim.economics.money;

import io.omerta.sim.economics.policy.Levers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The coins of the published programs: providers are paid, but nobody is debited; what a low trust costs counts as burnt;
 * and a fixed amount is minted every day. Nothing is conserved, so that there is no balance to check.
 */
public final class OpenCoins implements Coins {
    private final double mintPerDay;
    private final Runway runway = new Runway();
    private double[] balances = new double[16];
    private double[] earned = new double[16];
    private double[] minted = new double[16];
    private double mintedInAll;
    private double burnt;

    public OpenCoins(double mintPerDay) {
        this.mintPerDay = mintPerDay;
    }

    @Override
    public void resize(int size) {
        if (size > balances.length) {
            int capacity = Math.max(size, 2 * balances.length);
            balances = Arrays.copyOf(balances, capacity);
            earned = Arrays.copyOf(earned, capacity);
            minted = Arrays.copyOf(minted, capacity);
        }
    }

    @Override
    public boolean pay(int consumer, int provider, double volume, double providerTrust, Levers levers, int day) {
        double share = Rates.paymentShare(providerTrust, levers.paymentK());
        balances[provider] += volume * share;
        earned[provider] += volume * share;
        burnt += volume * (1 - share);
        runway.spent(consumer, volume, day);
        return true;
    }

    @Override
    public void open(int size) {}

    @Override
    public void mint(double[] trust, int[] ageDays, int size, int day, Levers levers) {
        runway.begin(day);
        double[] claims = new double[size];
        double total = 0;
        for (int i = 0; i < size; i++) {
            claims[i] = trust[i] / (1 + runway.penalty(i, balances[i], earned[i] + minted[i], ageDays[i]));
            total += claims[i];
        }
        if (total > 0) {
            for (int i = 0; i < size; i++) {
                double share = mintPerDay * claims[i] / total;
                balances[i] += share;
                minted[i] += share;
            }
            mintedInAll += mintPerDay;
        }
    }

    @Override
    public void keep(int identity) {}

    @Override
    public boolean isHoarding(int identity) {
        return runway.isLong(identity, balances[identity]);
    }

    @Override
    public double balance(int identity) {
        return balances[identity];
    }

    @Override
    public double wealth(int identity) {
        return balances[identity];
    }

    @Override
    public double earned(int identity) {
        return earned[identity];
    }

    @Override
    public double minted(int identity) {
        return minted[identity];
    }

    @Override
    public double minted() {
        return mintedInAll;
    }

    @Override
    public double burnt() {
        return burnt;
    }

    @Override
    public @Nullable String imbalance() {
        return null;
    }
}
