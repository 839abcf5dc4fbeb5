package io.omerta.sim.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/**
 * The outcome of a two-sided Kolmogorov-Smirnov test. With fewer than two observations in a sample
 * both parts are NaN.
 *
 * @param statistic largest distance between the two distribution functions
 * @param pValue probability of a distance as large, if the distributions are equal. For samples with ties, as measured
 *     delays in whole units have, it is conservative in the one-sample test
 */
public record KolmogorovSmirnov(double statistic, double pValue) {
    private static final KolmogorovSmirnov TOO_FEW = new KolmogorovSmirnov(Double.NaN, Double.NaN);

    /**
     * Whether the sample may come from a continuous law that is fully known, no parameter of it fitted to the sample.
     *
     * @param values observations; NaN is left out
     * @param cdf cumulative distribution function of the law
     */
    public static KolmogorovSmirnov oneSample(double[] values, DoubleUnaryOperator cdf) {
        double[] present = Observations.present(values);
        if (present.length < 2) {
            return TOO_FEW;
        }
        var result = KolmogorovSmirnovTest.withDefaults().test(present, cdf);
        return new KolmogorovSmirnov(result.getStatistic(), result.getPValue());
    }

    /**
     * Whether two independent samples may come from one law.
     *
     * @param first observations; NaN is left out
     * @param second observations; NaN is left out
     */
    public static KolmogorovSmirnov twoSample(double[] first, double[] second) {
        double[] presentFirst = Observations.present(first);
        double[] presentSecond = Observations.present(second);
        if (presentFirst.length < 2 || presentSecond.length < 2) {
            return TOO_FEW;
        }
        var result = KolmogorovSmirnovTest.withDefaults().test(presentFirst, presentSecond);
        return new KolmogorovSmirnov(result.getStatistic(), result.getPValue());
    }
}
