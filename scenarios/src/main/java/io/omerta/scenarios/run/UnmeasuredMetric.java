package io.omerta.scenarios.run;

import io.omerta.scenarios.load.yaml.NearestMatch;
import io.omerta.scenarios.model.Comparison;
import io.omerta.scenarios.model.Expectation;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.PublishedFigure;
import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.model.Variant;
import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.stats.Observation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what a scenario says about metrics that it does not measure, before time is spent on running it. */
public final class UnmeasuredMetric {
    private UnmeasuredMetric() {}

    /**
     * Checks the scenario, or its variants if it has any. What a scenario measures does not depend on what happens in it,
     * so that a model which has not run yet tells.
     *
     * @throws InvalidInputException if something is said about such a metric
     */
    public static void refuse(Scenario scenario) {
        if (scenario.variants().isEmpty()) {
            refuseIn(scenario);
        }
        for (Variant variant : scenario.variants()) {
            refuseIn(variant.scenario());
        }
        if (scenario.comparison() != null) {
            refuseComparison(scenario, scenario.comparison());
        }
    }

    private static void refuseIn(Scenario scenario) {
        Map<String, String> named = named(scenario);
        if (named.isEmpty()) {
            return;
        }
        Set<String> measured = measured(scenario);
        named.forEach((metric, place) -> {
            if (!measured.contains(metric)) {
                throw new InvalidInputException(scenario.inputs().get(0).path() + ": "
                        + named(metric, place, measured).getMessage());
            }
        });
    }

    /** Every metric that a scenario names, with the first place where it does. */
    private static Map<String, String> named(Scenario scenario) {
        Map<String, String> named = new LinkedHashMap<>();
        for (Expectation expectation : scenario.expectations()) {
            String place = place(expectation);
            named.putIfAbsent(expectation.metric(), place);
            if (expectation.target() != null && expectation.target().value() instanceof Expectation.OtherMetric other) {
                named.putIfAbsent(other.metric(), place);
            }
        }
        for (PublishedFigure figure : scenario.figures()) {
            named.putIfAbsent(figure.metric(), "the figure \"" + figure.id() + "\"");
        }
        if (scenario.sweep() != null) {
            scenario.sweep().metrics().forEach(metric -> named.putIfAbsent(metric, "\"sweep\""));
        }
        if (scenario.precision() != null) {
            named.putIfAbsent(scenario.precision().metric(), "\"replications\"");
        }
        return named;
    }

    /** Words for where an expectation stands. */
    static String place(Expectation expectation) {
        return "the expectation \"" + expectation.id() + "\"";
    }

    /** What is compared must be measured by one variant at least. */
    private static void refuseComparison(Scenario scenario, Comparison comparison) {
        Set<String> measured = new TreeSet<>();
        scenario.variants().forEach(variant -> measured.addAll(measured(variant.scenario())));
        for (String metric : comparison.metrics()) {
            if (!measured.contains(metric)) {
                throw new InvalidInputException(scenario.inputs().get(0).path() + ": "
                        + named(metric, "\"compare\"", measured).getMessage());
            }
        }
    }

    /** The names of all metrics of a scenario. */
    static Set<String> measured(Scenario scenario) {
        ScenarioModel model = new ScenarioModel(scenario, scenario.seed(), new PrimitiveKernel(scenario.queue()));
        Set<String> names = new TreeSet<>();
        model.model().observations().stream().map(Observation::name).forEach(names::add);
        return names;
    }

    /**
     * What to tell of one.
     *
     * @param place where it is named, in words
     */
    static InvalidInputException named(String name, String place, Collection<String> measured) {
        return new InvalidInputException(
                "unknown metric \"" + name + "\" in " + place + "; " + NearestMatch.hint(name, measured));
    }
}
