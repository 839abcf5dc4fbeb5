package io.omerta.sim.stats;

/**
 * Count, mean, variance and range of observations, in constant memory.
 *
 * <p>One observation updates the moments by Welford's recurrence ("Note on a method for calculating corrected sums of
 * squares and products", Technometrics 4(3), 1962); two tallies merge by the pairwise formula of Chan, Golub and
 * LeVeque ("Updating formulae and a pairwise algorithm for computing sample variances", 1979). Neither subtracts large
 * sums from one another. Merging in another order gives the same moments up to rounding.
 */
public final class Tally {
    private long count;
    private double mean;
    private double squaredDeviations;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;

    /** The tally of the given observations. */
    public static Tally of(double... observations) {
        Tally tally = new Tally();
        for (double observation : observations) {
            tally.add(observation);
        }
        return tally;
    }

    /**
     * Takes in one observation.
     *
     * @throws IllegalArgumentException if it is NaN or infinite, which would spoil every later mean
     */
    public void add(double observation) {
        if (!Double.isFinite(observation)) {
            throw new IllegalArgumentException("a tally takes finite observations only, but was given " + observation);
        }
        count++;
        double deviation = observation - mean;
        mean += deviation / count;
        squaredDeviations += deviation * (observation - mean);
        minimum = Math.min(minimum, observation);
        maximum = Math.max(maximum, observation);
    }

    /** Adds all observations of another tally, which stays as it is. */
    public void merge(Tally other) {
        if (other.count == 0) {
            return;
        }
        long total = count + other.count;
        double deviation = other.mean - mean;
        double otherShare = (double) other.count / total;
        squaredDeviations += other.squaredDeviations + deviation * deviation * count * otherShare;
        mean += deviation * otherShare;
        minimum = Math.min(minimum, other.minimum);
        maximum = Math.max(maximum, other.maximum);
        count = total;
    }

    public long count() {
        return count;
    }

    /** Arithmetic mean; NaN of nothing. */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** Unbiased sample variance; NaN of fewer than two observations. */
    public double variance() {
        return count < 2 ? Double.NaN : squaredDeviations / (count - 1);
    }

    /** Square root of {@link #variance()}. */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /** Standard error of the mean, for independent observations; NaN of fewer than two. */
    public double standardError() {
        return Math.sqrt(variance() / count);
    }

    /** Smallest observation; NaN of nothing. */
    public double minimum() {
        return count == 0 ? Double.NaN : minimum;
    }

    /** Largest observation; NaN of nothing. */
    public double maximum() {
        return count == 0 ? Double.NaN : maximum;
    }
}
