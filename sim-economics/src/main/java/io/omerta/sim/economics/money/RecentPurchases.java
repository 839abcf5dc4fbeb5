package io.omerta.sim.economics.money;

import java.util.Arrays;

/** What each identity bought within a window of days. */
public final class RecentPurchases {
    private final int windowDays;
    private double[] bought = new double[16];

    private int[] buyers = new int[64];
    private double[] volumes = new double[64];
    private int[] days = new int[64];
    private int head;
    private int count;

    public RecentPurchases(int windowDays) {
        this.windowDays = windowDays;
    }

    public void add(int buyer, double volume, int day) {
        if (count == buyers.length) {
            grow();
        }
        int tail = (head + count++) % buyers.length;
        buyers[tail] = buyer;
        volumes[tail] = volume;
        days[tail] = day;
        if (buyer >= bought.length) {
            bought = Arrays.copyOf(bought, Math.max(buyer + 1, 2 * bought.length));
        }
        bought[buyer] += volume;
    }

    /** Forgets what was bought before the window that ends today. */
    public void forget(int today) {
        while (count > 0 && days[head] <= today - windowDays) {
            bought[buyers[head]] -= volumes[head];
            head = (head + 1) % buyers.length;
            count--;
        }
    }

    /** Bought within the window; what rounding leaves of purchases that are forgotten is nothing. */
    public double of(int buyer) {
        return buyer < bought.length && bought[buyer] > 1e-9 ? bought[buyer] : 0;
    }

    private void grow() {
        int capacity = buyers.length;
        int[] newBuyers = new int[2 * capacity];
        double[] newVolumes = new double[2 * capacity];
        int[] newDays = new int[2 * capacity];
        for (int i = 0; i < count; i++) {
            int from = (head + i) % capacity;
            newBuyers[i] = buyers[from];
            newVolumes[i] = volumes[from];
            newDays[i] = days[from];
        }
        buyers = newBuyers;
        volumes = newVolumes;
        days = newDays;
        head = 0;
    }
}
