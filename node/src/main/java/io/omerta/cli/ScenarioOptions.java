package io.omerta.cli;

import io.omerta.scenarios.load.ScenarioLoader;
import io.omerta.scenarios.load.SuiteLoader;
import io.omerta.scenarios.load.yaml.NearestMatch;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.model.Variant;
import io.omerta.scenarios.run.RunCommandLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenario, and what is changed in it: the same for every command that takes one. */
final class ScenarioOptions {
    @Parameters(index = "0", paramLabel = "FILE", description = "Scenario file; see \"omerta list\".")
    private Path file = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a value, such as network.nodes=1000; may be repeated.")
    private List<String> changes = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the experiment, instead of the scenario's.")
    private @Nullable String seed;

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "Number of replications, instead of the scenario's.")
    private @Nullable String replications;

    @Option(names = "--variant", paramLabel = "NAME", description = "Take this variant of the scenario alone.")
    private @Nullable String variant;

    /**
     * @throws InvalidInputException if the file, a change or the variant is not valid
     */
    Scenario load() {
        if (SuiteLoader.isSuite(file)) {
            throw new InvalidInputException(file + " is a suite of scenarios; run it with: omerta suite " + file);
        }
        Scenario scenario = ScenarioLoader.load(file, overrides());
        if (variant == null) {
            return scenario;
        }
        List<String> names = scenario.variants().stream().map(Variant::name).toList();
        int index = names.indexOf(variant);
        if (index < 0) {
            throw new InvalidInputException(file + ": unknown variant \"" + variant + "\"; "
                    + (names.isEmpty() ? "the scenario has no variants" : NearestMatch.hint(variant, names)));
        }
        return scenario.variants().get(index).scenario();
    }

    Path file() {
        return file;
    }

    /** Name of the chosen variant, or "". */
    String variant() {
        return variant == null ? "" : variant;
    }

    /** The flags come last: they win over --set. */
    private List<String> overrides() {
        List<String> all = new ArrayList<>(changes);
        if (seed != null) {
            all.add("seed=" + seed);
        }
        if (replications != null) {
            all.add("replications=" + replications);
        }
        return all;
    }

    RunCommandLine commandLine(List<String> arguments) {
        return new RunCommandLine(arguments, file.toString(), variant(), overrides());
    }
}
