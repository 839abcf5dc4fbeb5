package io.omerta.scenarios.load.schema;

import io.omerta.scenarios.load.yaml.Problems;
import io.omerta.scenarios.load.yaml.Span;
import io.omerta.scenarios.load.yaml.YamlNode;
import io.omerta.scenarios.model.Scenario.InputFile;
import java.nio.file.Path;
import java.util.Set;

/**
 * Where a reading has got to, and what it shares.
 *
 * @param what what is read, such as "scenario"; names its top level in messages
 * @param path dotted path of the value at hand; empty at the top
 * @param directory where relative paths begin
 * @param problems everything wrong so far
 * @param names everything named so far
 * @param inputs every file read so far
 */
public record Reading(String what, String path, Path directory, Problems problems, Names names, Set<InputFile> inputs) {
    /** The reading of a value below this one. */
    Reading at(String segment) {
        String below = path.isEmpty() || segment.startsWith("[") ? path + segment : path + "." + segment;
        return new Reading(what, below, directory, problems, names, inputs);
    }

    /** What messages call the value at hand. */
    public String label() {
        return path.isEmpty() ? "the " + what : path;
    }

    /** Reports a problem. */
    public void problem(Span span, String message, String hint) {
        problems.add(span, message, hint);
    }

    /** Reports that a value is not what it must be. */
    void mismatch(YamlNode node, SchemaNode<?> expected, String hint) {
        problem(node.span(), label() + " must be " + expected.summary() + "; this is " + node.kind(), hint);
    }
}
