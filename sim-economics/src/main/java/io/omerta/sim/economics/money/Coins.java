package io.omerta.sim.economics.money;

import io.omerta.sim.economics.policy.Levers;
import org.jspecify.annotations.Nullable;

/** The coins of a society: who has how many. Amounts are coins; one coin pays an hour of a plain machine. */
public interface Coins {
    /** Makes room for identities. */
    void resize(int size);

    /**
     * Pays for a trade.
     *
     * @param volume hours of a plain machine
     * @param providerTrust as last solved
     * @return whether it is paid; a trade that is not does not happen
     */
    boolean pay(int consumer, int provider, double volume, double providerTrust, Levers levers, int day);

    /**
     * Begins a day: mints its coins in proportion to trust, less for those who hoard.
     *
     * @param trust by identity
     * @param ageDays by identity
     * @param day the day that begins, from 1; what there is on day 0 is up to {@link #open}
     */
    void mint(double[] trust, int[] ageDays, int size, int day, Levers levers);

    /** Begins the first day. */
    void open(int size);

    /** Lets an identity keep what it has: it sells no coins for other money. */
    void keep(int identity);

    /** Whether an identity counts as hoarding. */
    boolean isHoarding(int identity);

    double balance(int identity);

    /** What an identity has, and what it was paid for coins less what it paid for them. */
    double wealth(int identity);

    /** What an identity was paid for what it sold. */
    double earned(int identity);

    /** What an identity was given of all that was minted. */
    double minted(int identity);

    /** What all were given. */
    double minted();

    double burnt();

    /** What is wrong with the accounts, naming an identity if one is at fault; null if they balance. */
    @Nullable
    String imbalance();
}
