package io.omerta.sim.stats;

import io.omerta.sim.record.Estimate;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Intervals for a proportion, such as the share of attacks that succeeded. Unlike a mean, a single trial has an
 * interval; no trial has none.
 */
public final class ProportionInterval {
    /** The side on which the whole error probability is spent. */
    public enum Bound {
        /** An interval with half of the error on either side. */
        TWO_SIDED,
        /** [0, limit]: to claim that a rate is small. */
        UPPER,
        /** [limit, 1]: to claim that a rate is large. */
        LOWER
    }

    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    private ProportionInterval() {}

    /**
     * The score interval (Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22,
     * 1927). Its coverage is close to the level on average, and may lie below it for a given proportion.
     *
     * @param level confidence level in (0, 1), of the bound where it is one-sided
     * @throws IllegalArgumentException if {@code successes} is not in 0 to {@code trials}
     */
    public static Estimate wilson(long successes, long trials, double level, Bound bound) {
        double tail = tail(successes, trials, level, bound);
        if (trials == 0) {
            return Estimate.point(Double.NaN, 0);
        }
        double z = STANDARD_NORMAL.inverseSurvivalProbability(tail);
        double proportion = (double) successes / trials;
        double shrink = 1 + z * z / trials;
        double centre = (proportion + z * z / (2.0 * trials)) / shrink;
        double halfWidth =
                z / shrink * Math.sqrt(proportion * (1 - proportion) / trials + z * z / (4.0 * trials * trials));
        // At 0 and at n one limit is 0 or 1 in exact arithmetic; rounding must not let it stray.
        double low = successes == 0 ? 0 : centre - halfWidth;
        double high = successes == trials ? 1 : centre + halfWidth;
        return estimate("Wilson", successes, trials, low, high, level, bound);
    }

    /**
     * The exact interval (Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case of the
     * binomial", Biometrika 26, 1934). Covers at least with the level, whatever the proportion.
     *
     * @param level confidence level in (0, 1), of the bound where it is one-sided
     * @throws IllegalArgumentException if {@code successes} is not in 0 to {@code trials}
     */
    public static Estimate clopperPearson(long successes, long trials, double level, Bound bound) {
        double tail = tail(successes, trials, level, bound);
        if (trials == 0) {
            return Estimate.point(Double.NaN, 0);
        }
        double low = exactLow(successes, trials, tail);
        double high = exactHigh(successes, trials, tail);
        return estimate("Clopper-Pearson", successes, trials, low, high, level, bound);
    }

    /** The proportion under which so many successes or more have the probability {@code tail}. */
    private static double exactLow(long successes, long trials, double tail) {
        if (successes == 0) {
            return 0;
        }
        if (successes == trials) {
            return StrictMath.exp(StrictMath.log(tail) / trials);
        }
        return BetaDistribution.of((double) successes, trials - successes + 1.0).inverseCumulativeProbability(tail);
    }

    /** The proportion under which so few successes or fewer have the probability {@code tail}. */
    private static double exactHigh(long successes, long trials, double tail) {
        if (successes == trials) {
            return 1;
        }
        if (successes == 0) {
            return -StrictMath.expm1(StrictMath.log(tail) / trials);
        }
        return BetaDistribution.of(successes + 1.0, (double) (trials - successes))
                .inverseSurvivalProbability(tail);
    }

    private static double tail(long successes, long trials, double level, Bound bound) {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "successes must lie in 0 to the number of trials, " + trials + ", but there are " + successes);
        }
        ConfidenceLevel.check(level);
        return bound == Bound.TWO_SIDED ? ConfidenceLevel.tail(level) : 1 - level;
    }

    private static Estimate estimate(
            String method, long successes, long trials, double low, double high, double level, Bound bound) {
        return new Estimate(
                (double) successes / trials,
                bound == Bound.UPPER ? 0 : low,
                bound == Bound.LOWER ? 1 : high,
                level,
                bound == Bound.TWO_SIDED ? method : method + " (one-sided)",
                trials);
    }
}
