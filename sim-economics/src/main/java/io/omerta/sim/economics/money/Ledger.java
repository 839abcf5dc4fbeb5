package io.omerta.sim.economics.money;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Accounts in micro-credits, in double entry: what leaves one account enters another, is burnt, or was minted. An account
 * keeps what entered and what left besides its balance, so that a wrong balance can be told from a right one.
 */
final class Ledger {
    /** The account of the exchange; identity i has account i + 1. */
    static final int EXCHANGE = 0;

    private long[] balances = new long[16];
    private long[] entered = new long[16];
    private long[] left = new long[16];
    private int size;
    private long minted;
    private long burnt;

    void resize(int newSize) {
        size = Math.max(size, newSize);
        if (size > balances.length) {
            int capacity = Math.max(size, 2 * balances.length);
            balances = Arrays.copyOf(balances, capacity);
            entered = Arrays.copyOf(entered, capacity);
            left = Arrays.copyOf(left, capacity);
        }
    }

    long balance(int account) {
        return balances[account];
    }

    long minted() {
        return minted;
    }

    long burnt() {
        return burnt;
    }

    void mint(int account, long amountMicros) {
        minted = Math.addExact(minted, amountMicros);
        enter(account, amountMicros);
    }

    /**
     * Moves an amount from one account to another.
     *
     * @param burntMicros of it burnt on the way, at most all
     * @throws IllegalStateException if there is not so much
     */
    void move(int from, int to, long amountMicros, long burntMicros) {
        if (amountMicros < 0 || burntMicros < 0 || burntMicros > amountMicros || amountMicros > balances[from]) {
            throw new IllegalStateException(name(from) + " with " + balances[from] + " micro-credits cannot pay "
                    + amountMicros + " of which " + burntMicros + " are burnt");
        }
        balances[from] -= amountMicros;
        left[from] = Math.addExact(left[from], amountMicros);
        burnt = Math.addExact(burnt, burntMicros);
        enter(to, amountMicros - burntMicros);
    }

    private void enter(int account, long amountMicros) {
        balances[account] = Math.addExact(balances[account], amountMicros);
        entered[account] = Math.addExact(entered[account], amountMicros);
    }

    /** What does not balance, or null. */
    @Nullable
    String imbalance() {
        return imbalance(
                Arrays.copyOf(balances, size), Arrays.copyOf(entered, size), Arrays.copyOf(left, size), minted, burnt);
    }

    static @Nullable String imbalance(long[] balances, long[] entered, long[] left, long minted, long burnt) {
        long sum = 0;
        for (int account = 0; account < balances.length; account++) {
            long due = entered[account] - left[account];
            if (balances[account] != due || balances[account] < 0) {
                return name(account) + " holds " + balances[account] + " micro-credits instead of " + due;
            }
            sum = Math.addExact(sum, balances[account]);
        }
        return sum == minted - burnt
                ? null
                : "all accounts hold " + sum + " micro-credits, but " + minted + " were minted and " + burnt + " burnt";
    }

    private static String name(int account) {
        return account == EXCHANGE ? "the exchange" : "identity " + (account - 1);
    }
}
