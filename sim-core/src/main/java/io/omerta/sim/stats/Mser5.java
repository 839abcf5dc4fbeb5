package io.omerta.sim.stats;

/**
 * Warm-up truncation by the marginal standard error rule over batches of five.
 *
 * <p>White, "An effective approach to mitigating the bias of initial transient in simulation output", Simulation 69(6),
 * 1997; batches: White, Cobb and Spratt, "A comparison of five steady-state truncation heuristics for simulation",
 * Winter Simulation Conference 2000. The rule deletes the d batch means that minimise the squared deviations of the k
 * that remain over k^2: deleting the transient lowers the deviations, deleting more loses observations.
 */
public final class Mser5 {
    private static final int BATCH = 5;

    /**
     * The last batch means are no candidates: a handful lie close together by chance and would always win (Hoad,
     * Robinson and Davies, "Automating warm-up length estimation", Journal of the Operational Research Society 61,
     * 2010). Where chance makes the very last candidate win, the answer is a refusal, never a wrong deletion.
     */
    private static final int REMAINING_BATCHES_MIN = 5;

    private Mser5() {}

    /**
     * Finds how much of the start to delete.
     *
     * @param series observations of one replication in order of time, all finite; those behind the last full batch
     *     of five take no part
     * @return the number to delete, a multiple of five; {@link WarmUp.TooShort} where the optimum lies in the second
     *     half, or the series has fewer than ten batches (50 observations)
     * @throws IllegalArgumentException if an observation is NaN or infinite
     */
    public static WarmUp truncate(double[] series) {
        int batches = series.length / BATCH;
        if (batches < 2 * REMAINING_BATCHES_MIN) {
            return new WarmUp.TooShort(series.length);
        }
        Tally remaining = new Tally();
        double smallest = Double.POSITIVE_INFINITY;
        int best = 0;
        // From the back each step adds one batch; among equal optima the one that deletes least wins.
        for (int deleted = batches - 1; deleted >= 0; deleted--) {
            remaining.add(batchMean(series, deleted));
            double count = remaining.count();
            if (count < REMAINING_BATCHES_MIN) {
                continue;
            }
            double statistic = remaining.variance() * (count - 1) / (count * count);
            if (statistic <= smallest) {
                smallest = statistic;
                best = deleted;
            }
        }
        return 2 * best > batches ? new WarmUp.TooShort(series.length) : new WarmUp.Delete(best * BATCH);
    }

    private static double batchMean(double[] series, int batch) {
        double sum = 0;
        for (int i = batch * BATCH; i < (batch + 1) * BATCH; i++) {
            sum += series[i];
        }
        return sum / BATCH;
    }
}
