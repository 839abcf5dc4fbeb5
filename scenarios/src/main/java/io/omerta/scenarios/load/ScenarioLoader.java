package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.Fields;
import io.omerta.scenarios.load.schema.Names;
import io.omerta.scenarios.load.schema.Reading;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.yaml.Problem;
import io.omerta.scenarios.load.yaml.Problems;
import io.omerta.scenarios.load.yaml.Resolved;
import io.omerta.scenarios.load.yaml.Source;
import io.omerta.scenarios.load.yaml.Span;
import io.omerta.scenarios.load.yaml.TextFile;
import io.omerta.scenarios.load.yaml.YamlNode;
import io.omerta.scenarios.load.yaml.YamlReader;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.model.Scenario.InputFile;
import io.omerta.scenarios.model.Sweep;
import io.omerta.scenarios.model.Variant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads scenario files. */
public final class ScenarioLoader {
    private static final List<String> FIXED_IN_VARIANTS = List.of("schema_version", "name", "variants", "sweep");

    private final Path directory;
    private final Problems problems = new Problems();
    private final Set<InputFile> inputs = new LinkedHashSet<>();

    private ScenarioLoader(Path directory) {
        this.directory = directory;
    }

    /**
     * Reads a scenario file.
     *
     * @param file the file; presets and overlay files are found relative to it
     * @param overrides arguments of --set, each "dotted.key=value"
     * @throws InvalidInputException with every problem of the file, in order of position
     */
    public static Scenario load(Path file, List<String> overrides) {
        TextFile text;
        try {
            text = TextFile.read(file, "scenario file", TextFile.LONGEST_YAML);
        } catch (TextFile.Unreadable e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()), e);
        }
        Path parent = file.getParent();
        return new ScenarioLoader(parent == null ? Path.of("") : parent).read(file.toString(), text, overrides);
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
        return new ScenarioLoader(directory).read(name, TextFile.ofText(text), overrides);
    }

    private Scenario read(String path, TextFile file, List<String> overrides) {
        inputs.add(new InputFile(path, file.sha256()));
        Source source = Source.file(path, file.text());
        YamlNode root = YamlReader.read(source, file.text(), "scenario", problems);
        if (root == null) {
            problems.throwIfAny();
        }
        YamlNode tree = withName(Objects.requireNonNull(root), nameOf(path));
        for (String argument : overrides) {
            Change override = Change.ofArgument(argument, problems);
            tree = override == null ? tree : override.apply(tree, problems);
        }
        SchemaNode.Bound<Fields> base = readTree(tree, problems);
        if (base == null) {
            problems.throwIfAny();
            throw new IllegalStateException("a scenario without problems is read");
        }
        Fields fields = base.value();
        List<Variant> variants = new ArrayList<>();
        for (ScenarioSchema.VariantDraft draft : ScenarioSchema.variants(fields)) {
            Variant variant = variant(draft, tree);
            if (variant != null) {
                variants.add(variant);
                if (ScenarioSchema.compares(fields) && variant.scenario().seed() != ScenarioSchema.seed(fields)) {
                    problems.add(
                            draft.span(),
                            "variant \"" + draft.name() + "\" has another seed, but \"compare\" pairs replications of"
                                    + " one seed",
                            "remove one of the two");
                }
            }
        }
        Sweep sweep = sweep(fields, tree);
        problems.throwIfAny();
        return ScenarioSchema.assemble(
                fields, null, variants, sweep, base.resolved().print(), List.copyOf(inputs));
    }

    /** The sweep with its points, up to the first that has a problem; null if there is none. */
    private @Nullable Sweep sweep(Fields fields, YamlNode tree) {
        SweepSchema.Draft draft = ScenarioSchema.sweep(fields);
        if (draft == null) {
            return null;
        }
        List<Variant> points = new ArrayList<>();
        for (ScenarioSchema.VariantDraft point : draft.points()) {
            Variant variant = variant(point, tree);
            if (variant == null) {
                break; // one problem stands for those that its neighbours would have
            }
            points.add(variant);
        }
        return new Sweep(draft.axes(), draft.metrics(), points);
    }

    private SchemaNode.@Nullable Bound<Fields> readTree(YamlNode tree, Problems found) {
        Names names = new Names(found);
        SchemaNode.Bound<Fields> bound =
                ScenarioSchema.ROOT.read(tree, new Reading("scenario", "", directory, found, names, inputs));
        names.checkReferences();
        return found.count() == 0 ? bound : null;
    }

    private @Nullable Variant variant(ScenarioSchema.VariantDraft draft, YamlNode tree) {
        Problems found = new Problems();
        Map<String, String> changes = new LinkedHashMap<>();
        Set<Span> own = new HashSet<>();
        YamlNode changed = tree;
        for (YamlNode.Entry entry : draft.changes().entries()) {
            collectSpans(entry, own);
            Change change = Change.ofEntry(entry, found);
            if (change == null) {
                continue;
            }
            if (FIXED_IN_VARIANTS.contains(change.root())) {
                found.add(entry.keySpan(), "a variant cannot change \"" + change.root() + "\"", "");
                continue;
            }
            changed = change.apply(changed, found);
            changes.put(entry.key(), entry.value().asYaml());
        }
        own.remove(draft.span()); // a point of a sweep stands nowhere of its own: its name has to tell which it is
        SchemaNode.Bound<Fields> bound = found.count() == 0 ? readTree(changed, found) : null;
        for (Problem problem : found.inOrder()) {
            problems.add(own.contains(problem.span()) ? problem : elsewhere(problem, draft));
        }
        if (bound == null) {
            return null;
        }
        Fields fields = bound.value();
        Map<String, Resolved> resolved = new LinkedHashMap<>(((Resolved.Fields) bound.resolved()).fields());
        resolved.remove("variants");
        resolved.remove("compare");
        resolved.remove("sweep");
        return new Variant(
                draft.name(),
                changes,
                ScenarioSchema.assemble(
                        fields,
                        draft.name(),
                        List.of(),
                        null,
                        new Resolved.Fields(resolved).print(),
                        List.copyOf(inputs)));
    }

    /** A problem that a variant causes in what it did not write is shown where the variant is. */
    private static Problem elsewhere(Problem problem, ScenarioSchema.VariantDraft draft) {
        Span span = problem.span();
        String place = span.line() > 0 ? " (line " + span.line() + ")" : "";
        return new Problem(
                draft.span(), "in variant \"" + draft.name() + "\": " + problem.message() + place, problem.hint());
    }

    private static void collectSpans(YamlNode.Entry entry, Set<Span> spans) {
        spans.add(entry.keySpan());
        collectSpans(entry.value(), spans);
    }

    private static void collectSpans(YamlNode node, Set<Span> spans) {
        spans.add(node.span());
        if (node instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> collectSpans(item, spans));
        } else if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(entry -> collectSpans(entry, spans));
        }
    }

    private static YamlNode withName(YamlNode root, String name) {
        if (!(root instanceof YamlNode.Mapping mapping) || mapping.find(ScenarioSchema.NAME_KEY) != null) {
            return root;
        }
        Span span = root.span();
        List<YamlNode.Entry> entries = new ArrayList<>(mapping.entries());
        entries.add(new YamlNode.Entry(ScenarioSchema.NAME_KEY, span, new YamlNode.Scalar(span, name, false)));
        return new YamlNode.Mapping(span, entries);
    }

    /** The last part of a path without its extension, in the characters that names are made of. */
    private static String nameOf(String path) {
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String stem = file.replaceFirst("\\.ya?ml$", "").toLowerCase(Locale.ROOT);
        String name = stem.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return name.isEmpty() ? "scenario" : name.substring(0, Math.min(100, name.length()));
    }
}
