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

    /** A range that a value has to lie in, and the same in words. */
    private record Range(double low, double high, String words) {
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
        List<Range> ranges = ranges(expectation, metric);
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
                int failing = firstReplication(metric, ranges, false);
                yield verdict(
                        expectation,
                        statement,
                        observed(metric) == 0 ? Outcome.INCONCLUSIVE : failing < 0 ? Outcome.HELD : Outcome.VIOLATED,
                        failing < 0 ? measured : number(metric.perReplication().get(failing)) + unit(metric),
                        failing);
            }
            case ANY -> verdict(
                    expectation,
                    statement,
                    observed(metric) == 0
                            ? Outcome.INCONCLUSIVE
                            : firstReplication(metric, ranges, true) < 0 ? Outcome.VIOLATED : Outcome.HELD,
                    measured,
                    -1);
        };
    }

    private static Outcome ofMean(Estimate mean, List<Range> ranges) {
        if (Double.isNaN(mean.value()) || ranges.stream().anyMatch(range -> Double.isNaN(range.low()))) {
            return Outcome.INCONCLUSIVE;
        }
        return ranges.stream().allMatch(range -> range.holds(mean.value())) ? Outcome.HELD : Outcome.VIOLATED;
    }

    private List<Range> ranges(Expectation expectation, Metric metric) {
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
            ranges.add(range(expectation.target(), expectation, metric));
        }
        return ranges;
    }

    private Range range(Expectation.Target target, Expectation expectation, Metric metric) {
        double value;
        String name;
        if (target.value() instanceof Expectation.OtherMetric other) {
            Metric reference = metric(other.metric(), expectation);
            value = reference.estimate().value();
            name = reference.label() + ", " + number(value) + ",";
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

    private int firstReplication(Metric metric, List<Range> ranges, boolean holding) {
        for (int i = 0; i < metric.perReplication().size(); i++) {
            double value = metric.perReplication().get(i);
            if (!Double.isNaN(value) && ranges.stream().allMatch(range -> range.holds(value)) == holding) {
                return i;
            }
        }
        return -1;
    }

    private static long observed(Metric metric) {
        return metric.perReplication().stream()
                .filter(value -> !Double.isNaN(value))
                .count();
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
