package io.omerta.sim.random.law;

/**
 * SimBlock's latency law: Pareto with shape 0.2 mean and scale mean - 5, in milliseconds (Aoki et al., "SimBlock: A
 * Blockchain Network Simulator", 2019, and its published source). Its standard deviation is near 5 ms for large means.
 *
 * <p>The tail index falls with the mean: at or below 10 ms the variance would be infinite. The upper tail is therefore
 * cut: what would lie beyond the quantile {@code 1 - } {@link #TAIL} takes that quantile's value. The moments below are
 * those of the law so cut; the cut costs the mean 0.003 ms at 11 ms and less above.
 *
 * @param meanMillis mean of the law before the cut, above 5 ms, where SimBlock's law ends
 * @param wholeMillis round to whole milliseconds, as SimBlock does; the moments are those before rounding
 */
public record SimBlockPareto(double meanMillis, boolean wholeMillis) implements Law {
    /** Upper-tail probability at which the law is cut. */
    public static final double TAIL = 1e-6;

    /** Means must be above this, in milliseconds. */
    public static final double LEAST_MEAN_MILLIS = 5;

    private static final double SHAPE_PER_MILLI = 0.2;

    public SimBlockPareto {
        if (!(meanMillis > LEAST_MEAN_MILLIS) || Double.isInfinite(meanMillis)) {
            throw new IllegalArgumentException("SimBlock's Pareto law needs a mean above 5 ms, but the mean is "
                    + meanMillis + " ms; raise the mean or choose the law pareto, lognormal, constant or empirical");
        }
    }

    @Override
    public double mean() {
        return moment(1);
    }

    @Override
    public double variance() {
        double mean = moment(1);
        return moment(2) - mean * mean;
    }

    @Override
    public double quantile(double p) {
        double cut = Math.min(Arguments.probability(p), 1 - TAIL);
        return rounded(scale() * StrictMath.exp(-StrictMath.log1p(-cut) / shape()));
    }

    @Override
    public double upperQuantile(double q) {
        return rounded(cutTail(Arguments.probability(q)));
    }

    @Override
    public double cumulative(double x) {
        double end = wholeMillis ? Math.floor(x) + 0.5 : x; // up to here values round to at most x
        if (end <= scale()) {
            return 0;
        }
        return end >= cutTail(0) ? 1 : 1 - StrictMath.pow(scale() / end, shape());
    }

    private double shape() {
        return SHAPE_PER_MILLI * meanMillis;
    }

    private double scale() {
        return meanMillis - LEAST_MEAN_MILLIS;
    }

    private double cutTail(double q) {
        return scale() * StrictMath.pow(Math.max(q, TAIL), -1 / shape());
    }

    private double rounded(double millis) {
        return wholeMillis ? Math.floor(millis + 0.5) : millis;
    }

    /** E X^k: the integral of (scale u^(-1/shape))^k over u from TAIL to 1, and the mass at the cut. */
    private double moment(int k) {
        double exponent = 1 - k / shape();
        double logTail = StrictMath.log(TAIL);
        // (1 - TAIL^e) / e, which passes through -log TAIL where shape = k
        double body = exponent == 0 ? -logTail : -StrictMath.expm1(exponent * logTail) / exponent;
        return StrictMath.pow(scale(), k) * body + TAIL * StrictMath.pow(cutTail(0), k);
    }
}
