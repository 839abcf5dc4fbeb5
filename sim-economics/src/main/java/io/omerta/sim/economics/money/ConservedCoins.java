package io.omerta.sim.economics.money;

import io.omerta.sim.economics.policy.Levers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Coins that are conserved. Who buys is debited; who lacks coins buys them for other money, at par, from an exchange; the
 * exchange stocks up once a day from all who do not keep theirs, in proportion to what they have. What is sold to the
 * exchange is a transfer, and burns as one: the exchange is trusted without limit, so that the trust of the seller counts.
 */
public final class ConservedCoins implements Coins {
    private static final double MICROS = 1e6;
    /** With which trade begins; the schedule of the mint does not say. */
    private static final long OPENING_STOCK_PER_HEAD = Math.round(100 * MICROS);
    /** Where trade is too large for the opening stock: days of what was asked for yesterday, as trade is uneven. */
    private static final int STOCK_DAYS = 2;

    /** Nobody sells coins if less than this part of them is left. */
    private static final double LEAST_LEFT = 0.1;

    private final HoardingRule hoarding;
    private final TransferBurn transferBurn;
    private final AmountBurn amountBurn;
    private final Ledger ledger = new Ledger();
    private final Runway runway = new Runway();
    private final TransferWindow window = new TransferWindow();
    private boolean[] keeps = new boolean[16];
    private long[] paidForCoins = new long[16];
    private long[] earned = new long[16];
    private long[] minted = new long[16];
    private long openingStock;
    private long asked;

    public ConservedCoins(HoardingRule hoarding, TransferBurn transferBurn, AmountBurn amountBurn) {
        this.hoarding = hoarding;
        this.transferBurn = transferBurn;
        this.amountBurn = amountBurn;
        ledger.resize(1);
    }

    private static int account(int identity) {
        return identity + 1;
    }

    @Override
    public void resize(int size) {
        ledger.resize(account(size));
        window.resize(size);
        if (size > keeps.length) {
            int capacity = Math.max(size, 2 * keeps.length);
            keeps = Arrays.copyOf(keeps, capacity);
            paidForCoins = Arrays.copyOf(paidForCoins, capacity);
            earned = Arrays.copyOf(earned, capacity);
            minted = Arrays.copyOf(minted, capacity);
        }
    }

    @Override
    public boolean pay(int consumer, int provider, double volume, double providerTrust, Levers levers, int day) {
        long price = Math.round(volume * MICROS);
        long missing = price - ledger.balance(account(consumer));
        if (missing > 0) {
            asked = Math.addExact(asked, missing);
            if (missing > ledger.balance(Ledger.EXCHANGE)) {
                return false;
            }
            ledger.move(Ledger.EXCHANGE, account(consumer), missing, 0);
            paidForCoins[consumer] += missing;
        }
        long kept = (long) (price * Rates.paymentShare(providerTrust, levers.paymentK()));
        ledger.move(account(consumer), account(provider), price, price - kept);
        earned[provider] += kept;
        runway.spent(consumer, volume, day);
        return true;
    }

    /** Nobody is trusted on the first day: what coins there are is the stock of the exchange. */
    @Override
    public void open(int size) {
        openingStock = size * OPENING_STOCK_PER_HEAD;
        ledger.mint(Ledger.EXCHANGE, openingStock);
    }

    @Override
    public void mint(double[] trust, int[] ageDays, int size, int day, Levers levers) {
        runway.begin(day);
        double[] claims = new double[size];
        for (int i = 0; i < size; i++) {
            claims[i] = trust[i] / (1 + runway.penalty(i, balance(i), earned(i) + minted(i), ageDays[i]));
        }
        distribute(claims, size, day);
        stockUp(trust, size, day, levers);
    }

    private void distribute(double[] claims, int size, int day) {
        double total = Arrays.stream(claims).sum();
        long amount = Math.round(MintSchedule.coins(day) * MICROS);
        long left = amount;
        int largest = 0;
        for (int i = 0; i < size; i++) {
            long share = (long) (total > 0 ? amount * (claims[i] / total) : (double) amount / size);
            share = Math.min(share, left);
            give(i, share);
            left -= share;
            largest = claims[i] > claims[largest] ? i : largest;
        }
        give(largest, left); // what rounding leaves
    }

    private void give(int identity, long amount) {
        ledger.mint(account(identity), amount);
        minted[identity] += amount;
    }

    private void stockUp(double[] trust, int size, int day, Levers levers) {
        long wanted = Math.max(openingStock, STOCK_DAYS * asked) - ledger.balance(Ledger.EXCHANGE);
        asked = 0;
        long offered = 0;
        for (int i = 0; i < size; i++) {
            offered += keeps[i] ? 0 : ledger.balance(account(i));
        }
        window.begin(day);
        if (wanted <= 0 || offered == 0) {
            return;
        }
        double part = Math.min(1, (double) wanted / offered);
        double median = window.median(size, i -> offer(i, part), amountBurn.isCumulative());
        for (int i = 0; i < size; i++) {
            long amount = offer(i, part);
            if (amount > 0) {
                sell(i, amount, median, transferBurn.part(trust[i], levers.transferK()), day);
            }
        }
    }

    private long offer(int identity, double part) {
        return keeps[identity] ? 0 : (long) (part * ledger.balance(account(identity)));
    }

    private void sell(int seller, long amount, double median, double trustPart, int day) {
        double burning = amountBurn.burnt(window.sum(seller), amount, median, trustPart);
        long burnt = Math.min(amount, Math.max(0, (long) Math.ceil(burning)));
        if (amount - burnt < LEAST_LEFT * amount) {
            return;
        }
        ledger.move(account(seller), Ledger.EXCHANGE, amount, burnt);
        paidForCoins[seller] -= amount - burnt;
        window.add(seller, amount);
        if (hoarding == HoardingRule.OUTFLOW) {
            runway.spent(seller, amount / MICROS, day);
        }
    }

    @Override
    public void keep(int identity) {
        keeps[identity] = true;
    }

    @Override
    public boolean isHoarding(int identity) {
        return runway.isLong(identity, balance(identity));
    }

    @Override
    public double balance(int identity) {
        return ledger.balance(account(identity)) / MICROS;
    }

    @Override
    public double wealth(int identity) {
        return balance(identity) - paidForCoins[identity] / MICROS;
    }

    @Override
    public double earned(int identity) {
        return earned[identity] / MICROS;
    }

    @Override
    public double minted(int identity) {
        return minted[identity] / MICROS;
    }

    @Override
    public double minted() {
        return ledger.minted() / MICROS;
    }

    @Override
    public double burnt() {
        return ledger.burnt() / MICROS;
    }

    @Override
    public @Nullable String imbalance() {
        return ledger.imbalance();
    }
}
