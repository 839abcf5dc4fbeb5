package io.omerta.sim.random.law;

import io.omerta.sim.random.RandomStream;
import java.util.List;

/** A law on the categories 0, 1, 2 ..., and the two ways of dealing its categories to a population. */
public final class Categorical {
    private static final double SUM_TOLERANCE = 1e-6;

    /** Ascending; the last category of positive share has exactly 1. */
    private final double[] cumulative;

    /**
     * @param shares probability of each category, not negative, summing to 1
     * @param name what the shares are of, for messages; such as "region shares of preset 'omerta'"
     */
    public Categorical(List<Double> shares, String name) {
        cumulative = new double[shares.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            double share = shares.get(i);
            if (!(share >= 0)) {
                throw new IllegalArgumentException(name + " must not be negative, but number " + i + " is " + share);
            }
            sum += share;
            cumulative[i] = sum;
        }
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException(name + " must sum to 1, but sum to " + sum);
        }
        for (int i = 0; i < cumulative.length; i++) {
            cumulative[i] /= sum;
        }
    }

    /** One category; takes one draw. */
    public int sample(RandomStream stream) {
        double u = stream.nextDouble();
        int category = 0;
        while (u >= cumulative[category]) {
            category++;
        }
        return category;
    }

    /** Independent categories of members 0 to count - 1: the first members are the same whatever the count. */
    public int[] independent(int count, RandomStream stream) {
        int[] categories = new int[count];
        for (int i = 0; i < count; i++) {
            categories[i] = sample(stream);
        }
        return categories;
    }

    /**
     * Categories by quota, in random order. The quotas fill in order up to the cumulative share times the count, rounded
     * half up, so that each differs from its share by less than one member.
     */
    public int[] byQuota(int count, RandomStream stream) {
        int[] categories = new int[count];
        int member = 0;
        for (int category = 0; category < cumulative.length; category++) {
            long end = Math.round(cumulative[category] * count);
            while (member < end) {
                categories[member++] = category;
            }
        }
        stream.shuffle(categories);
        return categories;
    }
}
