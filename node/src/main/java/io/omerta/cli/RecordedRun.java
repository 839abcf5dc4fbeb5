package io.omerta.cli;

import io.omerta.scenarios.load.ScenarioLoader;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.model.Variant;
import io.omerta.scenarios.run.RunComparison;
import io.omerta.scenarios.run.TraceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A run that was recorded in a directory, ready to be run again.
 *
 * @param directory the run directory
 * @param scenario the scenario as it was run
 * @param recorded what is known of its traces
 */
record RecordedRun(Path directory, Scenario scenario, TraceFile.Content recorded) {
    /**
     * @throws InvalidInputException if the directory is not that of a run, or files the scenario needs are gone
     */
    static RecordedRun open(Path directory) {
        TraceFile.Content recorded = TraceFile.read(directory);
        Path file = directory.resolve("scenario.resolved.yaml");
        Path parent = Path.of(recorded.scenarioFile()).getParent();
        try {
            Scenario scenario = ScenarioLoader.loadText(
                    file.toString(), Files.readString(file), parent == null ? Path.of("") : parent, List.of());
            return new RecordedRun(directory, scenario, recorded);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(
                    directory + " is damaged: it has no " + file.getFileName() + "; run the scenario again", e);
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private Scenario scenario(String variant) {
        return scenario.variants().stream()
                .filter(candidate -> candidate.name().equals(variant))
                .map(Variant::scenario)
                .findFirst()
                .orElse(scenario);
    }

    RunComparison.Side side() {
        return new RunComparison.Side(directory.toString(), recorded.traces(), this::scenario);
    }
}
