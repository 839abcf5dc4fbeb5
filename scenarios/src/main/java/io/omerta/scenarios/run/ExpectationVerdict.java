package io.omerta.scenarios.run;

import io.omerta.reports.text.NumberText;
import io.omerta.scenarios.model.Expectation;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.sim.record.Estimate;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.RunResult.ReplicationTrace;
import io.omerta.sim.record.Verdict;
import io.omerta.sim.stats.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        List<Range> ranges = ranges(expectation, metric, MEAN);
        String statement = words(expectation.over()) + metric.label() + " "
                + String.join(" and ", ranges.stream().map(Range::words).toList());
        if (expectation.over() == Expectation.Over.MEAN) {
            Outcome outcome = ofMean(metric.estimate(), ranges);
            return verdict(expectation, statement, outcome, mean(metric, outcome), -1);
        }
        boolean every = expectation.over() == Expectation.Over.EVERY;
        int failing = every ? firstReplication(expectation, metric, false) : -1;
        boolean holds = every ? failing < 0 : firstReplication(expectation, metric, true) >= 0;
        return verdict(
                expectation,
                statement,
                !isAnyCompared(expectation, metric) ? Outcome.INCONCLUSIVE : holds ? Outcome.HELD : Outcome.VIOLATED,
                failing < 0 ? spread(metric) : quantity(metric.perReplication().get(failing), metric),
                failing);
    }

    private String mean(Metric metric, Outcome outcome) {
        Estimate mean = metric.estimate();
        if (Double.isNaN(mean.value())) {
            return spread(metric);
        }
        return "mean " + NumberText.estimate(mean) + unit(metric)
                + (mean.hasInterval() ? " at " + percent(mean.level()) : "")
                + " over " + replications(mean.count())
                + (outcome == Outcome.INCONCLUSIVE ? "; too few to say how exact it is" : "");
    }

    /** Smallest and largest value of the replications. */
    private String spread(Metric metric) {
        double[] values = observed(metric);
        if (values.length == 0) {
            return "not observed in " + replications(replications.size());
        }
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        return (low == high ? quantity(low, metric) : number(low) + " to " + quantity(high, metric)) + " in "
                + replications(values.length);
    }

    private static String replications(long count) {
        return NumberText.count(count) + (count == 1 ? " replication" : " replications");
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
                    expectation.atLeast(),
                    Double.POSITIVE_INFINITY,
                    "is at least " + quantity(expectation.atLeast(), metric)));
        }
        if (expectation.atMost() != null) {
            ranges.add(new Range(
                    Double.NEGATIVE_INFINITY,
                    expectation.atMost(),
                    "is at most " + quantity(expectation.atMost(), metric)));
        }
        if (expectation.target() != null) {
            ranges.add(range(expectation.target(), expectation, metric, replication));
        }
        return ranges;
    }

    private Range range(Expectation.Target target, Expectation expectation, Metric metric, int replication) {
        double value;
        String words;
        if (target.value() instanceof Expectation.OtherMetric other) {
            Metric reference = metric(other.metric(), expectation);
            value = replication == MEAN
                    ? reference.estimate().value()
                    : reference.perReplication().get(replication);
            words = "equals the " + reference.label()
                    + (expectation.over() == Expectation.Over.MEAN ? ", " + quantity(value, reference) + "," : "");
        } else {
            value = ((Expectation.Constant) target.value()).value();
            words = "equals " + quantity(value, metric);
        }
        Expectation.Tolerance tolerance = target.tolerance();
        if (tolerance instanceof Expectation.Absolute absolute) {
            double margin = absolute.difference();
            return around(value, margin, words + (margin == 0 ? " exactly" : " to within " + quantity(margin, metric)));
        }
        if (tolerance instanceof Expectation.Relative relative) {
            return around(
                    value, Math.abs(value) * relative.fraction(), words + " to within " + percent(relative.fraction()));
        }
        double count = ((Expectation.StandardErrors) tolerance).count();
        double margin = count * standardError(metric);
        return around(
                value,
                margin,
                words + " to within " + number(count) + (count == 1 ? " standard error" : " standard errors")
                        + (Double.isNaN(margin) ? "" : " (" + quantity(margin, metric) + ")"));
    }

    private static Range around(double value, double margin, String words) {
        return new Range(value - margin, value + margin, words);
    }

    /** Of the mean over replications; NaN with fewer than two observations. */
    private static double standardError(Metric metric) {
        double[] values = observed(metric);
        return values.length < 2 ? Double.NaN : Tally.of(values).standardError();
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

    private boolean isAnyCompared(Expectation expectation, Metric metric) {
        return IntStream.range(0, metric.perReplication().size()).anyMatch(i -> isCompared(expectation, metric, i));
    }

    /** Whether a replication observed the metric, and what it is compared with. */
    private boolean isCompared(Expectation expectation, Metric metric, int replication) {
        return !Double.isNaN(metric.perReplication().get(replication))
                && ranges(expectation, metric, replication).stream().allMatch(Range::isKnown);
    }

    private static double[] observed(Metric metric) {
        return metric.perReplication().stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .toArray();
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
            throw UnmeasuredMetric.named(name, UnmeasuredMetric.place(expectation), metrics.keySet());
        }
        return metric;
    }

    private static String words(Expectation.Over over) {
        return switch (over) {
            case MEAN -> "on average, ";
            case EVERY -> "in every replication, ";
            case ANY -> "in some replication, ";
        };
    }

    private static String quantity(double value, Metric metric) {
        return number(value) + unit(metric);
    }

    private static String unit(Metric metric) {
        return metric.unit().isEmpty() ? "" : " " + metric.unit();
    }

    private static String percent(double fraction) {
        return number(100 * fraction) + " %";
    }

    private static String number(double value) {
        return NumberText.significant(value, 5);
    }
}
