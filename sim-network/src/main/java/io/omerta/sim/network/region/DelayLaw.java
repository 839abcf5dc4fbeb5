package io.omerta.sim.network.region;

import java.util.List;

/** A family of delay laws; a mean picks the member for a pair of regions. */
public sealed interface DelayLaw {
    /** Every message takes the mean. */
    record Constant() implements DelayLaw {}

    /**
     * Pareto with scale = mean (shape - 1) / shape.
     *
     * @param shape tail index, above 1
     */
    record Pareto(double shape) implements DelayLaw {}

    /**
     * SimBlock's law: scale = mean - 5 ms, shape = 0.2 mean (mean in ms), rounded to whole milliseconds. Defined for
     * means above 5 ms; at or below 10 ms its variance is infinite.
     */
    record SimBlockPareto() implements DelayLaw {}

    /**
     * Lognormal with the given coefficient of variation.
     *
     * @param coefficientOfVariation standard deviation over mean, above 0
     */
    record Lognormal(double coefficientOfVariation) implements DelayLaw {}

    /**
     * Measured quantiles relative to the mean, at equal steps of probability from 0 to 1, joined by straight lines and
     * scaled so that their mean is 1.
     *
     * @param relativeQuantiles ascending, at least two, all positive
     */
    record Empirical(List<Double> relativeQuantiles) implements DelayLaw {
        public Empirical {
            relativeQuantiles = List.copyOf(relativeQuantiles);
        }
    }
}
