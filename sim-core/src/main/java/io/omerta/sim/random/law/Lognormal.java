package io.omerta.sim.random.law;

/** Lognormal law, given by its mean and coefficient of variation (standard deviation over mean). */
public final class Lognormal implements Law {
    private final double mean;
    private final double coefficientOfVariation;
    private final double logMean;
    private final double logDeviation;

    /**
     * @param mean positive
     * @param coefficientOfVariation positive
     */
    public Lognormal(double mean, double coefficientOfVariation) {
        this.mean = Arguments.positive("lognormal mean", mean);
        this.coefficientOfVariation = Arguments.positive("lognormal coefficient of variation", coefficientOfVariation);
        double logVariance = StrictMath.log1p(coefficientOfVariation * coefficientOfVariation);
        this.logMean = StrictMath.log(mean) - logVariance / 2;
        this.logDeviation = Math.sqrt(logVariance);
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double variance() {
        double deviation = mean * coefficientOfVariation;
        return deviation * deviation;
    }

    @Override
    public double quantile(double p) {
        return StrictMath.exp(logMean + logDeviation * StandardNormal.quantile(Arguments.probability(p)));
    }

    @Override
    public double upperQuantile(double q) {
        return StrictMath.exp(logMean - logDeviation * StandardNormal.quantile(Arguments.probability(q)));
    }

    @Override
    public double cumulative(double x) {
        return x <= 0 ? 0 : StandardNormal.cumulative((StrictMath.log(x) - logMean) / logDeviation);
    }

    @Override
    public String toString() {
        return "Lognormal[mean=" + mean + ", coefficientOfVariation=" + coefficientOfVariation + "]";
    }
}
