package io.omerta.cli;

import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.run.UnmeasuredMetric;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a scenario file without running it. */
@Command(
        name = "validate",
        description = "Check a scenario file without running it; every problem is shown with its line and column.",
        sortOptions = false)
final class ValidateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ScenarioOptions scenarioOptions;

    @Option(names = "--show-config", description = "Print the scenario with every default written out.")
    private boolean showConfig;

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Scenario scenario = scenarioOptions.load();
        UnmeasuredMetric.refuse(scenario);
        if (showConfig) {
            terminal.out().stream().print(scenario.resolvedYaml());
        } else {
            terminal.out()
                    .println(scenarioOptions.file() + ": valid: "
                            + scenario.subject().summary() + ", " + scenario.replications()
                            + " replications"
                            + (scenario.variants().isEmpty()
                                    ? ""
                                    : " of " + scenario.variants().size() + " variants"));
        }
        return CliExit.HELD.code();
    }
}
