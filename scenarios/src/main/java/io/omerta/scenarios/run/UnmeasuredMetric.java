package io.omerta.scenarios.run;

import io.omerta.scenarios.load.yaml.NearestMatch;
import io.omerta.scenarios.model.Expectation;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.model.Variant;
import io.omerta.sim.kernel.PrimitiveKernel;
import io.omerta.sim.stats.Observation;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Finds expectations about metrics that a scenario does not measure, before time is spent on running it. */
public final class UnmeasuredMetric {
    private UnmeasuredMetric() {}

    /**
     * Checks the scenario, or its variants if it has any. What a scenario measures does not depend on what happens in it,
     * so that a model which has not run yet tells.
     *
     * @throws InvalidInputException if there is such an expectation
     */
    public static void refuse(Scenario scenario) {
        if (scenario.variants().isEmpty()) {
            refuseIn(scenario);
        }
        for (Variant variant : scenario.variants()) {
            refuseIn(variant.scenario());
        }
    }

    private static void refuseIn(Scenario scenario) {
        if (scenario.expectations().isEmpty()) {
            return;
        }
        Set<String> measured = measured(scenario);
        for (Expectation expectation : scenario.expectations()) {
            refuse(expectation.metric(), expectation, measured, scenario);
            if (expectation.target() != null && expectation.target().value() instanceof Expectation.OtherMetric other) {
                refuse(other.metric(), expectation, measured, scenario);
            }
        }
    }

    private static void refuse(String name, Expectation expectation, Set<String> measured, Scenario scenario) {
        if (!measured.contains(name)) {
            throw new InvalidInputException(scenario.inputs().get(0).path() + ": "
                    + named(name, expectation.id(), measured).getMessage());
        }
    }

    /** The names of all metrics of a scenario. */
    static Set<String> measured(Scenario scenario) {
        ScenarioModel model = new ScenarioModel(scenario, scenario.seed(), new PrimitiveKernel(scenario.queue()));
        Set<String> names = new TreeSet<>();
        model.model().observations().stream().map(Observation::name).forEach(names::add);
        return names;
    }

    /** What to tell of one. */
    static InvalidInputException named(String name, String expectation, Collection<String> measured) {
        return new InvalidInputException("unknown metric \"" + name + "\" in the expectation \"" + expectation + "\"; "
                + NearestMatch.hint(name, measured));
    }
}
