package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.Fields;
import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ListSchema;
import io.omerta.scenarios.load.schema.Names;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.Reading;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.schema.TextSchema;
import io.omerta.scenarios.load.yaml.Problems;
import io.omerta.scenarios.load.yaml.Source;
import io.omerta.scenarios.load.yaml.TextFile;
import io.omerta.scenarios.load.yaml.YamlNode;
import io.omerta.scenarios.load.yaml.YamlReader;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.Scenario.InputFile;
import io.omerta.scenarios.model.Suite;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;

/** Reads suite files. */
public final class SuiteLoader {
    private static final String SUITE_KEY = "suite";

    private static final Key<Long> SCHEMA_VERSION =
            Key.required("schema_version", new IntegerSchema(1, 1), "Version of this language.");
    private static final Key<String> NAME = Key.required(
            ScenarioSchema.NAME_KEY,
            new TextSchema("a name of lower-case letters, digits and '-'", ScenarioSchema.NAME_PATTERN, "all", null),
            "Machine name, also the name of the results' folder.");
    private static final Key<String> TITLE =
            Key.required("title", TextSchema.free("text", "Every published figure"), "One line for people.");
    private static final Key<String> DESCRIPTION =
            Key.withDefault("description", TextSchema.free("text", "What it shows."), "\"\"", "Paragraphs for people.");
    private static final Key<List<String>> FILES = Key.required(
            SUITE_KEY,
            new ListSchema<>("scenario files", TextSchema.free("a path", "attacks.yaml"), 1, 1000),
            "The scenario files, relative to this one, in the order of running.");

    private static final ObjectSchema<Fields> ROOT =
            ObjectSchema.of("a suite", List.of(SCHEMA_VERSION, NAME, TITLE, DESCRIPTION, FILES), fields -> fields);

    private SuiteLoader() {}

    /** Whether a file says that it is a suite; false for one that cannot be read, too. */
    public static boolean isSuite(Path file) {
        try {
            TextFile text = TextFile.read(file, "suite file", TextFile.LONGEST_YAML);
            YamlNode root =
                    YamlReader.read(Source.file(file.toString(), text.text()), text.text(), "suite", new Problems());
            return root instanceof YamlNode.Mapping mapping && mapping.find(SUITE_KEY) != null;
        } catch (TextFile.Unreadable e) {
            return false;
        }
    }

    /**
     * Reads a suite file; the scenarios that it names are not read.
     *
     * @throws InvalidInputException with every problem of the file, in order of position
     */
    public static Suite load(Path file) {
        TextFile text;
        try {
            text = TextFile.read(file, "suite file", TextFile.LONGEST_YAML);
        } catch (TextFile.Unreadable e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()), e);
        }
        Path parent = file.getParent();
        Path directory = parent == null ? Path.of("") : parent;
        Problems problems = new Problems();
        YamlNode root = YamlReader.read(Source.file(file.toString(), text.text()), text.text(), "suite", problems);
        SchemaNode.Bound<Fields> bound = root == null
                ? null
                : ROOT.read(
                        root,
                        new Reading("suite", "", directory, problems, new Names(problems), new LinkedHashSet<>()));
        problems.throwIfAny();
        if (bound == null) {
            throw new IllegalStateException("a suite without problems is read");
        }
        Fields fields = bound.value();
        return new Suite(
                fields.get(NAME),
                fields.get(TITLE),
                fields.get(DESCRIPTION),
                fields.get(FILES).stream().map(directory::resolve).toList(),
                bound.resolved().print(),
                new InputFile(file.toString(), text.sha256()));
    }
}
