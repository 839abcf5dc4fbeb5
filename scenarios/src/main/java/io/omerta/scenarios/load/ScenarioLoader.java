package io.omerta.scenarios.load;

import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.Scenario;
import java.nio.file.Path;
import java.util.List;

/** Reads scenario files. */
public final class ScenarioLoader {
    private ScenarioLoader() {}

    /**
     * Reads a scenario file.
     *
     * @param file the file; presets and overlay files are found relative to it
     * @param overrides arguments of --set, each "dotted.key=value"
     * @throws InvalidInputException with every problem of the file, in order of position
     */
    public static Scenario load(Path file, List<String> overrides) {
        throw new InvalidInputException("scenarios are not readable yet: " + file);
    }

    /**
     * Reads a scenario from text.
     *
     * @param name stands for the file's path in messages, and gives the scenario's name if it gives none itself
     * @param text YAML
     * @param directory presets and overlay files are found relative to it
     * @param overrides arguments of --set, each "dotted.key=value"
     * @throws InvalidInputException with every problem of the text, in order of position
     */
    public static Scenario loadText(String name, String text, Path directory, List<String> overrides) {
        throw new InvalidInputException("scenarios are not readable yet: " + name);
    }
}
