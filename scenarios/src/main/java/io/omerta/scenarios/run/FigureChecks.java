package io.omerta.scenarios.run;

import io.omerta.reports.text.NumberText;
import io.omerta.scenarios.model.Expectation;
import io.omerta.scenarios.model.PublishedFigure;
import io.omerta.scenarios.model.PublishedFigure.Classification;
import io.omerta.sim.record.Estimate;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.Table;
import io.omerta.sim.record.Verdict;
import io.omerta.sim.stats.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts measurements beside published figures, and says of each what has become of it. */
public final class FigureChecks {
    /** Identifier of the table of published figures. */
    public static final String TABLE = "figures";

    /** Distinguishes verdicts about figures from those about expectations, whose ids have no colon. */
    private static final String ID_PREFIX = "figure:";

    /** Below this no interval tells a difference from luck. */
    private static final int FEWEST_REPLICATIONS = 2;

    private final List<Check> checks = new ArrayList<>();

    /**
     * A figure beside its measurement.
     *
     * @param variant name of the variant, or ""
     * @param margin largest difference that confirms; NaN where it is not known
     * @param found null if too little was observed to say
     */
    private record Check(
            PublishedFigure figure, String variant, Metric metric, double margin, @Nullable Classification found) {
        Outcome outcome() {
            return found == null ? Outcome.INCONCLUSIVE : found == figure.expected() ? Outcome.HELD : Outcome.VIOLATED;
        }
    }

    /**
     * Takes in one figure.
     *
     * @param variant name of the variant that was measured, or ""
     * @param metric what measures it
     * @return the verdict: held if the figure comes out as it is expected to
     */
    Verdict add(PublishedFigure figure, String variant, Metric metric) {
        double[] values = metric.perReplication().stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double margin = margin(figure, values);
        Check check = new Check(figure, variant, metric, margin, classify(figure, metric.estimate(), values, margin));
        checks.add(check);
        return new Verdict(
                ID_PREFIX + figure.id(),
                "stat",
                "published: " + figure.label() + " " + number(figure.published()) + unit(metric) + " ("
                        + tolerance(check) + ") is " + words(figure.expected()),
                check.outcome(),
                words(check.found()) + ": mean " + NumberText.estimate(metric.estimate()) + unit(metric) + " over "
                        + NumberText.count(values.length)
                        + (values.length == 1 ? " replication" : " replications"),
                "",
                "");
    }

    /** Whether a verdict of a run is about a published figure, and so repeats a row of the table. */
    public static boolean isFigure(Verdict verdict) {
        return verdict.id().substring(verdict.id().lastIndexOf('/') + 1).startsWith(ID_PREFIX);
    }

    private static double margin(PublishedFigure figure, double[] values) {
        if (figure.tolerance() instanceof Expectation.Absolute absolute) {
            return absolute.difference();
        }
        if (figure.tolerance() instanceof Expectation.Relative relative) {
            return Math.abs(figure.published()) * relative.fraction();
        }
        double count = ((Expectation.StandardErrors) figure.tolerance()).count();
        return values.length < FEWEST_REPLICATIONS
                ? Double.NaN
                : count * Tally.of(values).standardError();
    }

    private static @Nullable Classification classify(
            PublishedFigure figure, Estimate mean, double[] values, double margin) {
        if (values.length < FEWEST_REPLICATIONS || !Double.isFinite(mean.value()) || Double.isNaN(margin)) {
            return null;
        }
        if (Math.abs(mean.value() - figure.published()) <= margin) {
            boolean same = Arrays.stream(values).allMatch(value -> value == values[0]);
            return same ? Classification.ARITHMETIC : Classification.CONFIRMED;
        }
        boolean apart = mean.low() > figure.published() + margin || mean.high() < figure.published() - margin;
        return apart ? Classification.CONTRADICTED : null;
    }

    /** The table of all figures taken in, in their order; none if there were none. */
    List<Table> tables() {
        if (checks.isEmpty()) {
            return List.of();
        }
        boolean variants = checks.stream().anyMatch(check -> !check.variant().isEmpty());
        List<String> columns = new ArrayList<>(
                List.of("figure", "published", "tolerance", "measured", "verdict", "expected", "outcome"));
        if (variants) {
            columns.add(1, "variant");
        }
        return List.of(new Table(
                TABLE,
                "Published figures",
                "Each published value beside the mean over replications with half the width of its confidence interval."
                        + " Confirmed: the mean is within the tolerance. Arithmetic: it is, and every replication gives"
                        + " the same. Contradicted: the whole interval is beyond the tolerance. Anything else is"
                        + " inconclusive.",
                columns,
                checks.stream().map(check -> row(check, variants)).toList()));
    }

    private static List<String> row(Check check, boolean variants) {
        PublishedFigure figure = check.figure();
        List<String> row = new ArrayList<>(List.of(
                figure.label()
                        + (check.metric().unit().isEmpty()
                                ? ""
                                : " (" + check.metric().unit() + ")"),
                number(figure.published()),
                tolerance(check),
                NumberText.estimate(check.metric().estimate()),
                words(check.found()),
                words(figure.expected()),
                check.outcome().name().toLowerCase(Locale.ROOT)));
        if (variants) {
            row.add(1, check.variant());
        }
        return row;
    }

    private static String tolerance(Check check) {
        if (check.figure().tolerance() instanceof Expectation.StandardErrors errors) {
            return "± " + number(errors.count()) + " standard errors";
        }
        if (check.figure().tolerance() instanceof Expectation.Relative relative) {
            return "± " + number(100 * relative.fraction()) + " %";
        }
        return check.margin() == 0 ? "exactly" : "± " + number(check.margin());
    }

    private static String words(@Nullable Classification classification) {
        return classification == null ? "inconclusive" : classification.name().toLowerCase(Locale.ROOT);
    }

    private static String unit(Metric metric) {
        return metric.unit().isEmpty() ? "" : " " + metric.unit();
    }

    private static String number(double value) {
        return NumberText.significant(value, 5);
    }
}
