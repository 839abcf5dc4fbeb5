package io.omerta.scenarios.run;

import io.omerta.scenarios.model.Expectation;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.sim.record.Estimate;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.RunResult.ReplicationTrace;
import io.omerta.sim.record.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares what was measured with what a scenario expects. */
final class ExpectationVerdict {
    private final Map<String, Metric> metrics;
    private final List<ReplicationTrace> replications;
    private final LongFunction<String> replay;

    /**
     * @param metrics by name, in their order
     * @param replications the replications whose values the metrics hold
     * @param replay command that reproduces the replication of a seed
     */
    ExpectationVerdict(Map<String, Metric> metrics, List<ReplicationTrace> replications, LongFunction<String> replay) {
        this.metrics = metrics;
        this.replications = replications;
        this.replay = replay;
    }

    /** Stands for the mean where the number of a replication is asked for. */
    private static final int MEAN = -1;

    /** A range that a value has to lie in, and the same in words; NaN where what it is compared with is not known. */
    private record Range(double low, double high, String words) {
        boolean isKnown() {
            return !Double.isNaN(low);
        }

        boolean holds(double value) {
            return value >= low && value <= high;
        }
    }

    /**
     * @throws InvalidInputException if the scenario does not measure such a metric
     */
    Verdict of(Expectation expectation) {
        Metric metric = metric(expectation.metric(), expectation);
        Estimate mean = metric.estimate();
        List<Range> ranges = ranges(expectation, metric, MEAN);
        String statement = words(expectation.over()) + metric.label() + " "
                + String.join(" and ", ranges.stream().map(Range::words).toList()) + unit(metric);
        String measured = "mean " + number(mean.value()) + unit(metric)
                + (mean.hasInterval()
                        ? " [" + number(mean.low()) + ", " + number(mean.high()) + "] at " + percent(mean.level())
                        : "")
                + " over " + mean.count() + " replications";
        return switch (expectation.over()) {
            case MEAN -> verdict(expectation, statement, ofMean(mean, ranges), measured, -1);
            case EVERY -> {
                int failing = firstReplication(expectation, metric, false);
                yield verdict(
                        expectation,
                        statement,
                        compared(expectation, metric) == 0
                                ? Outcome.INCONCLUSIVE
                                : failing < 0 ? Outcome.HELD : Outcome.VIOLATED,
                        failing < 0 ? measured : number(metric.perReplication().get(failing)) + unit(metric),
                        failing);
            }
            case ANY -> verdict(
                    expectation,
                    statement,
                    compared(expectation, metric) == 0
                            ? Outcome.INCONCLUSIVE
                            : firstReplication(expectation, metric, true) < 0 ? Outcome.VIOLATED : Outcome.HELD,
                    measured,
                    -1);
        };
    }

    private static Outcome ofMean(Estimate mean, List<Range> ranges) {
        if (Double.isNaN(mean.value()) || !ranges.stream().allMatch(Range::isKnown)) {
            return Outcome.INCONCLUSIVE;
        }
        return ranges.stream().allMatch(range -> range.holds(mean.value())) ? Outcome.HELD : Outcome.VIOLATED;
    }

    /** @param replication the one whose value is to lie in them, or {@link #MEAN} */
    private List<Range> ranges(Expectation expectation, Metric metric, int replication) {
        List<Range> ranges = new ArrayList<>();
        if (expectation.atLeast() != null) {
            ranges.add(new Range(
                    expectation.atLeast(), Double.POSITIVE_INFINITY, "is at least " + number(expectation.atLeast())));
        }
        if (expectation.atMost() != null) {
            ranges.add(new Range(
                    Double.NEGATIVE_INFINITY, expectation.atMost(), "is at most " + number(expectation.atMost())));
        }
        if (expectation.target() != null) {
            ranges.add(range(expectation.target(), expectation, metric, replication));
        }
        return ranges;
    }

    private Range range(Expectation.Target target, Expectation expectation, Metric metric, int replication) {
        double value;
        String name;
        if (target.value() instanceof Expectation.OtherMetric other) {
            Metric reference = metric(other.metric(), expectation);
            value = replication == MEAN
                    ? reference.estimate().value()
                    : reference.perReplication().get(replication);
            name = reference.label() + (expectation.over() == Expectation.Over.MEAN ? ", " + number(value) + "," : "");
        } else {
            value = ((Expectation.Constant) target.value()).value();
            name = number(value);
        }
        Expectation.Tolerance tolerance = target.tolerance();
        double margin;
        String words;
        if (tolerance instanceof Expectation.Absolute absolute) {
            margin = absolute.difference();
            words = "to within " + number(margin);
        } else if (tolerance instanceof Expectation.Relative relative) {
            margin = Math.abs(value) * relative.fraction();
            words = "to within " + percent(relative.fraction());
        } else {
            double count = ((Expectation.StandardErrors) tolerance).count();
            margin = count * standardError(metric);
            words = "to within " + number(count) + " standard errors (" + number(margin) + ")";
        }
        return new Range(value - margin, value + margin, "equals " + name + " " + words);
    }

    /** Of the mean over replications; NaN with fewer than two observations. */
    private static double standardError(Metric metric) {
        double[] values = metric.perReplication().stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return values.length < 2
                ? Double.NaN
                : io.omerta.sim.stats.Tally.of(values).standardError();
    }

    /** The first replication for which the expectation holds, or does not; -1 if there is none. */
    private int firstReplication(Expectation expectation, Metric metric, boolean holding) {
        return IntStream.range(0, metric.perReplication().size())
                .filter(i -> isCompared(expectation, metric, i))
                .filter(i -> ranges(expectation, metric, i).stream()
                                .allMatch(range ->
                                        range.holds(metric.perReplication().get(i)))
                        == holding)
                .findFirst()
                .orElse(-1);
    }

    private long compared(Expectation expectation, Metric metric) {
        return IntStream.range(0, metric.perReplication().size())
                .filter(i -> isCompared(expectation, metric, i))
                .count();
    }

    /** Whether a replication observed the metric, and what it is compared with. */
    private boolean isCompared(Expectation expectation, Metric metric, int replication) {
        return !Double.isNaN(metric.perReplication().get(replication))
                && ranges(expectation, metric, replication).stream().allMatch(Range::isKnown);
    }

    private Verdict verdict(
            Expectation expectation, String statement, Outcome outcome, String measured, int replication) {
        String kind =
                switch (expectation.over()) {
                    case MEAN -> "stat";
                    case EVERY -> "always";
                    case ANY -> "sometimes";
                };
        boolean named = outcome == Outcome.VIOLATED && replication >= 0;
        return new Verdict(
                expectation.id(),
                kind,
                statement,
                outcome,
                measured,
                named
                        ? "replication " + replication + ", seed "
                                + replications.get(replication).seed()
                        : "",
                named ? replay.apply(replications.get(replication).seed()) : "");
    }

    private Metric metric(String name, Expectation expectation) {
        @Nullable Metric metric = metrics.get(name);
        if (metric == null) {
            throw new InvalidInputException(expectation.id() + " names the metric \"" + name
                    + "\", which this scenario does not measure; it measures " + String.join(", ", metrics.keySet()));
        }
        return metric;
    }

    private static String words(Expectation.Over over) {
        return switch (over) {
            case MEAN -> "the mean of: ";
            case EVERY -> "in every replication: ";
            case ANY -> "in some replication: ";
        };
    }

    private static String unit(Metric metric) {
        return metric.unit().isEmpty() ? "" : " " + metric.unit();
    }

    private static String percent(double fraction) {
        return number(100 * fraction) + " %";
    }

    /** Five significant digits, without an exponent where people do not expect one. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "nothing";
        }
        if (value == StrictMath.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        return String.format(Locale.ROOT, "%.5g", value);
    }
}
