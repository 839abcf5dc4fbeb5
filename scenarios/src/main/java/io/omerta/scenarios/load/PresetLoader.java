package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.Names;
import io.omerta.scenarios.load.schema.Reading;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.yaml.NearestMatch;
import io.omerta.scenarios.load.yaml.Problems;
import io.omerta.scenarios.load.yaml.Source;
import io.omerta.scenarios.load.yaml.Span;
import io.omerta.scenarios.load.yaml.TextFile;
import io.omerta.scenarios.load.yaml.YamlNode;
import io.omerta.scenarios.load.yaml.YamlReader;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.model.Scenario.InputFile;
import io.omerta.sim.network.region.NetworkPreset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads network presets: shipped ones by name, a user's own from a file. */
public final class PresetLoader {
    private static final List<String> SHIPPED = List.of("omerta", "simblock-2015", "simblock-2019");

    private PresetLoader() {}

    /** Names of the presets that come with the program, sorted. */
    public static List<String> shippedNames() {
        return SHIPPED;
    }

    /**
     * Reads a preset.
     *
     * @param nameOrPath a shipped name, or the path of a preset file (with a slash, or ending in .yaml or .yml)
     * @throws InvalidInputException if there is no such preset or it cannot be used
     */
    public static NetworkPreset load(String nameOrPath) {
        Problems problems = new Problems();
        Reading reading = new Reading("preset", "", Path.of(""), problems, new Names(problems), new LinkedHashSet<>());
        NetworkPreset preset = load(nameOrPath, Span.whole(Source.argument(nameOrPath)), reading);
        problems.throwIfAny();
        return Objects.requireNonNull(preset);
    }

    /** Reads a preset for a scenario that names it; null after problems. */
    static @Nullable NetworkPreset load(String nameOrPath, Span span, Reading reading) {
        boolean isPath = nameOrPath.contains("/") || nameOrPath.endsWith(".yaml") || nameOrPath.endsWith(".yml");
        if (!isPath && !SHIPPED.contains(nameOrPath)) {
            reading.problem(
                    span,
                    "unknown preset \"" + nameOrPath + "\"",
                    NearestMatch.hint(nameOrPath, SHIPPED) + ", or the path of a preset file");
            return null;
        }
        String name = isPath ? nameOrPath : "preset:" + nameOrPath;
        TextFile file;
        try {
            file = isPath
                    ? TextFile.read(reading.directory().resolve(nameOrPath), "preset file", TextFile.LONGEST_YAML)
                    : TextFile.resource(Scenario.class, "/io/omerta/scenarios/presets/" + nameOrPath + ".yaml");
        } catch (TextFile.Unreadable e) {
            reading.problem(span, "preset " + e.asDetail(), "");
            return null;
        } catch (InvalidPathException e) {
            reading.problem(span, "\"" + nameOrPath + "\" is not a path", "");
            return null;
        }
        reading.inputs().add(new InputFile(name, file.sha256()));
        Names names = new Names(reading.problems());
        Reading inside = new Reading("preset", "", reading.directory(), reading.problems(), names, reading.inputs());
        YamlNode root = YamlReader.read(Source.file(name, file.text()), file.text(), "preset", reading.problems());
        SchemaNode.Bound<NetworkPreset> bound = root == null ? null : PresetSchema.ROOT.read(root, inside);
        names.checkReferences();
        return bound == null ? null : bound.value();
    }
}
