package io.omerta.scenarios.model;

import io.omerta.scenarios.model.Scenario.InputFile;
import java.nio.file.Path;
import java.util.List;

/**
 * Scenario files that are run one after the other.
 *
 * @param name machine name, also the name of the suite's folder of results
 * @param title one line for people
 * @param description paragraphs for people; may be empty
 * @param files the scenario files, in the order of running; paths that can be opened
 * @param resolvedYaml the suite as YAML with every default written out
 * @param input the suite file
 */
public record Suite(
        String name, String title, String description, List<Path> files, String resolvedYaml, InputFile input) {
    public Suite {
        files = List.copyOf(files);
    }
}
