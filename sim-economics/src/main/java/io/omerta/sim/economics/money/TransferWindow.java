package io.omerta.sim.economics.money;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * What each identity transferred to the exchange within the current window, micro-credits. Windows follow each other, as a
 * sliding one would take a list of transfers for each identity.
 */
final class TransferWindow {
    private static final int WINDOW_DAYS = 30;

    private long[] sums = new long[16];
    private int window;

    void resize(int size) {
        if (size > sums.length) {
            sums = Arrays.copyOf(sums, Math.max(size, 2 * sums.length));
        }
    }

    void begin(int day) {
        if (day / WINDOW_DAYS != window) {
            window = day / WINDOW_DAYS;
            Arrays.fill(sums, 0);
        }
    }

    long sum(int identity) {
        return sums[identity];
    }

    void add(int identity, long amountMicros) {
        sums[identity] += amountMicros;
    }

    /**
     * Median of what those who transfer today transfer, micro-credits.
     *
     * @param today what each transfers
     * @param cumulative whether what they transferred before in this window counts too
     * @return at least 1
     */
    double median(int size, IntToLongFunction today, boolean cumulative) {
        long[] amounts = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            long amount = today.applyAsLong(i);
            if (amount > 0) {
                amounts[count++] = amount + (cumulative ? sums[i] : 0);
            }
        }
        Arrays.sort(amounts, 0, count);
        return count == 0 ? 1 : Math.max(1, amounts[count / 2]);
    }
}
