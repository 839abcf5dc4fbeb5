package io.omerta.scenarios.model;

import org.jspecify.annotations.Nullable;

/**
 * A statement about a metric that a run is checked against. At least one of the bounds and the target is given; all that
 * are given must hold.
 *
 * @param id unique in the scenario, such as "expect[0]"
 * @param metric name of the metric
 * @param variant name of the variant it is about; null for every variant
 * @param over which of the replications' values it is about
 * @param atLeast smallest value that holds, or null
 * @param atMost largest value that holds, or null
 * @param target what the metric should equal, or null
 */
public record Expectation(
        String id,
        String metric,
        @Nullable String variant,
        Over over,
        @Nullable Double atLeast,
        @Nullable Double atMost,
        @Nullable Target target) {
    /** Which of the replications' values a statement is about. */
    public enum Over {
        /** Their mean. */
        MEAN,
        /** Every one of them. */
        EVERY,
        /** At least one of them. */
        ANY
    }

    /**
     * A value to equal.
     *
     * @param value the value
     * @param tolerance largest difference that still counts as equal
     */
    public record Target(Value value, Tolerance tolerance) {}

    /** What a metric is compared with. */
    public sealed interface Value {}

    /** A number. */
    public record Constant(double value) implements Value {}

    /** The same statistic of another metric of the same run. */
    public record OtherMetric(String metric) implements Value {}

    /** How far two values may be apart; each figure is above or equal to 0. */
    public sealed interface Tolerance {}

    /** In the unit of the metric. */
    public record Absolute(double difference) implements Tolerance {}

    /** As a fraction of the value compared with. */
    public record Relative(double fraction) implements Tolerance {}

    /** In standard errors of the mean over replications. */
    public record StandardErrors(double count) implements Tolerance {}
}
