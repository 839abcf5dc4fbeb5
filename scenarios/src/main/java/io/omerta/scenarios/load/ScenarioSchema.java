package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.AnySchema;
import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.Fields;
import io.omerta.scenarios.load.schema.IntegerSchema;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ListSchema;
import io.omerta.scenarios.load.schema.Names;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.ObjectSchema.Alternative;
import io.omerta.scenarios.load.schema.ProbabilitySchema;
import io.omerta.scenarios.load.schema.QuantitySchema;
import io.omerta.scenarios.load.schema.Range;
import io.omerta.scenarios.load.schema.TextSchema;
import io.omerta.scenarios.load.yaml.Span;
import io.omerta.scenarios.load.yaml.YamlNode;
import io.omerta.scenarios.model.Comparison;
import io.omerta.scenarios.model.Expectation;
import io.omerta.scenarios.model.NetworkModel;
import io.omerta.scenarios.model.PublishedFigure;
import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.model.Scenario.InputFile;
import io.omerta.scenarios.model.Scenario.ReportOptions;
import io.omerta.scenarios.model.Subject;
import io.omerta.scenarios.model.Sweep;
import io.omerta.scenarios.model.Variant;
import io.omerta.sim.economics.study.EconomicStudy;
import io.omerta.sim.kernel.QueueKind;
import io.omerta.sim.network.fault.Fault;
import io.omerta.sim.network.workload.WorkloadSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declares scenario files. */
final class ScenarioSchema {
    static final String NAME_KEY = "name";
    static final String NAME_PATTERN = "[a-z0-9-]{1,100}";

    /** A variant as declared, to be applied to the scenario that declares it. */
    record VariantDraft(String name, Span span, YamlNode.Mapping changes) {}

    private static final Key<QueueKind> QUEUE = Key.withDefault(
            "queue",
            ChoiceSchema.of(QueueKind.class),
            "wheel",
            "Event list: a four-way heap or a bucket wheel. It changes speed, never results.");
    private static final Key<String> VARIANT_NAME = Key.required(
            "name",
            new TextSchema("a name of lower-case letters, digits and '-'", NAME_PATTERN, "fanout-4", null),
            "Name, unique among the variants.");
    private static final Key<YamlNode.Mapping> SET = Key.withDefault(
            "set",
            new AnySchema(),
            "{}",
            "Dotted keys with their new values, such as workload.fanout: 4 or faults[0].at: 5 s. A new type or law"
                    + " replaces the whole object that it stands in.");
    private static final Key<List<String>> NOTES = Key.withDefault(
            "notes",
            new ListSchema<>("texts", TextSchema.free("text", "Delays are one-way."), 0, 100),
            "[]",
            "Remarks for the reader of the report.");

    private static final Key<Long> SCHEMA_VERSION =
            Key.required("schema_version", new IntegerSchema(1, 1), "Version of this language.");
    private static final Key<String> NAME = Key.optional(
            NAME_KEY,
            new TextSchema("a name of lower-case letters, digits and '-'", NAME_PATTERN, "gossip-fanout", null),
            "the file's name",
            "Machine name, also the name of the results' folder.");
    private static final Key<String> TITLE =
            Key.optional("title", TextSchema.free("text", "Gossip by fanout"), "the name", "One line for people.");
    private static final Key<String> DESCRIPTION =
            Key.withDefault("description", TextSchema.free("text", "What it shows."), "\"\"", "Paragraphs for people.");
    private static final Key<Long> SEED = Key.withDefault(
            "seed",
            new IntegerSchema(Long.MIN_VALUE, Long.MAX_VALUE),
            "1",
            "Seed of the experiment; every replication derives its own from it.");
    private static final Key<ReplicationsSchema.Count> REPLICATIONS = Key.withDefault(
            "replications",
            ReplicationsSchema.EITHER,
            "10",
            "Number of independent replications, or the precision at which they end.");
    private static final Key<Double> CONFIDENCE = Key.withDefault(
            "confidence",
            new ProbabilitySchema("a level", new Range(0, false, 1, false)),
            "0.95",
            "Level of the intervals over replications.");
    private static final Key<Long> DURATION = Key.optional(
            "duration",
            QuantitySchema.durationAtLeast(1),
            "until nothing is left to do",
            "Virtual time after which a replication stops.");
    private static final Key<Long> WARM_UP = Key.withDefault(
            "warm_up",
            QuantitySchema.durationAtLeast(0),
            "0 s",
            "Virtual time before which observations are left out of the statistics.");
    private static final Key<QueueKind> KERNEL = Key.withDefault(
            "kernel",
            ObjectSchema.of("kernel options", List.of(QUEUE), fields -> fields.get(QUEUE)),
            "{}",
            "How the simulation is carried out.");
    private static final Key<NetworkModel> NETWORK = Key.optional(
            "network", NetworkSchema.ROOT, "required, but for an economy", "Who there is and how messages travel.");
    private static final Key<WorkloadSpec> WORKLOAD =
            Key.optional("workload", WorkloadSchema.UNION, "required, but for an economy", "What the nodes do.");
    private static final Key<EconomicStudy> ECONOMY = Key.optional(
            "economy",
            EconomySchema.UNION,
            "a scenario about nodes",
            "Identities that trade, day by day, in place of nodes that exchange messages.");
    private static final Key<List<Fault>> FAULTS = Key.withDefault(
            "faults", new ListSchema<>("faults", FaultSchema.UNION, 0, 10_000), "[]", "What goes wrong, and when.");
    private static final Key<List<Expectation>> EXPECT =
            Key.withDefault("expect", ExpectationSchema.LIST, "[]", "What the results are checked against.");
    private static final Key<List<PublishedFigure>> FIGURES =
            Key.withDefault("figures", FigureSchema.LIST, "[]", "Published figures that the results are put beside.");
    private static final Key<ComparisonSchema.Draft> COMPARE = Key.optional(
            "compare",
            ComparisonSchema.DRAFT,
            "no comparison",
            "How variants are compared: by their differences, replication by replication under the same seeds.");
    private static final Key<List<VariantDraft>> VARIANTS = Key.withDefault(
            "variants",
            new ListSchema<>(
                            "variants",
                            ObjectSchema.of("a variant", List.of(VARIANT_NAME, SET), ScenarioSchema::variant),
                            0,
                            1000)
                    .refine((variants, node, reading) -> {
                        variants.forEach(
                                draft -> reading.names().define(Names.Kind.VARIANT, draft.name(), draft.span()));
                        reading.names().complete(Names.Kind.VARIANT);
                        return variants;
                    }),
            "[]",
            "The scenario with some values changed. If there are any, they are run instead of the scenario itself, with"
                    + " the same seeds.");
    private static final Key<SweepSchema.Draft> SWEEP = Key.optional(
            "sweep",
            SweepSchema.DRAFT,
            "no sweep",
            "The settings at which \"omerta sweep\" runs the scenario, all with the same seeds.");
    private static final Key<ReportOptions> REPORT = Key.withDefault(
            "report",
            ObjectSchema.of("report options", List.of(NOTES), fields -> new ReportOptions(fields.get(NOTES))),
            "{}",
            "What goes into the report.");

    static final ObjectSchema<Fields> ROOT = ObjectSchema.of(
                    "a scenario",
                    List.of(
                            SCHEMA_VERSION,
                            NAME,
                            TITLE,
                            DESCRIPTION,
                            SEED,
                            REPLICATIONS,
                            CONFIDENCE,
                            DURATION,
                            WARM_UP,
                            KERNEL,
                            NETWORK,
                            WORKLOAD,
                            FAULTS,
                            ECONOMY,
                            EXPECT,
                            FIGURES,
                            COMPARE,
                            VARIANTS,
                            SWEEP,
                            REPORT),
                    fields -> fields)
            .withAlternatives(List.of(
                    new Alternative(List.of(NETWORK, WORKLOAD), List.of(FAULTS)),
                    new Alternative(List.of(ECONOMY), List.of())))
            .checking(ScenarioSchema::checkTimes)
            .checking(ScenarioSchema::checkComparison)
            .checking(ScenarioSchema::checkSweep);

    private ScenarioSchema() {}

    private static VariantDraft variant(Fields fields) {
        return new VariantDraft(fields.get(VARIANT_NAME), fields.span(VARIANT_NAME), fields.get(SET));
    }

    private static void checkSweep(Fields fields) {
        List<VariantDraft> variants = fields.find(VARIANTS);
        if (fields.find(SWEEP) != null && variants != null && !variants.isEmpty()) {
            fields.problem(SWEEP, "\"sweep\" does not go with variants", "remove one of the two");
        }
    }

    private static void checkComparison(Fields fields) {
        List<VariantDraft> variants = fields.find(VARIANTS);
        if (fields.find(COMPARE) != null && variants != null && variants.size() < 2) {
            fields.problem(COMPARE, "\"compare\" needs at least two variants", "add variants, or remove it");
        }
    }

    private static void checkTimes(Fields fields) {
        WorkloadSpec workload = fields.find(WORKLOAD);
        if (workload != null && workload.isEndless() && !fields.isGiven(DURATION)) {
            fields.problem(
                    WORKLOAD,
                    "this workload never ends by itself, and the scenario has no duration",
                    "add \"duration: 10 min\" to the scenario, for example");
        }
        Long duration = fields.find(DURATION);
        Long warmUp = fields.find(WARM_UP);
        if (duration != null && warmUp != null && warmUp >= duration) {
            fields.problem(WARM_UP, "warm_up must be shorter than duration", "");
        }
    }

    static List<VariantDraft> variants(Fields fields) {
        return fields.get(VARIANTS);
    }

    static SweepSchema.@Nullable Draft sweep(Fields fields) {
        return fields.find(SWEEP);
    }

    static boolean compares(Fields fields) {
        return fields.find(COMPARE) != null;
    }

    static long seed(Fields fields) {
        return fields.get(SEED);
    }

    /**
     * Makes the scenario.
     *
     * @param variant the variant that it is, which leaves out what is said of others; null for the whole scenario
     * @param variants its own variants
     */
    static Scenario assemble(
            Fields fields,
            @Nullable String variant,
            List<Variant> variants,
            @Nullable Sweep sweep,
            String resolvedYaml,
            List<InputFile> inputs) {
        String title = fields.find(TITLE);
        return new Scenario(
                fields.get(SCHEMA_VERSION).intValue(),
                fields.get(NAME),
                title == null ? fields.get(NAME) : title,
                fields.get(DESCRIPTION),
                fields.get(SEED),
                fields.get(REPLICATIONS).most(),
                fields.get(REPLICATIONS).precision(),
                fields.get(CONFIDENCE),
                fields.find(DURATION),
                fields.get(WARM_UP),
                fields.get(KERNEL),
                subject(fields),
                fields.get(EXPECT).stream()
                        .filter(expectation -> concerns(expectation.variant(), variant))
                        .toList(),
                fields.get(FIGURES).stream()
                        .filter(figure -> concerns(figure.variant(), variant))
                        .toList(),
                variants.isEmpty() ? null : comparison(fields, variants),
                variants,
                sweep,
                fields.get(REPORT),
                resolvedYaml,
                inputs);
    }

    private static boolean concerns(@Nullable String subject, @Nullable String variant) {
        return subject == null || variant == null || subject.equals(variant);
    }

    private static @Nullable Comparison comparison(Fields fields, List<Variant> variants) {
        ComparisonSchema.Draft draft = fields.find(COMPARE);
        if (draft == null) {
            return null;
        }
        String baseline = draft.baseline();
        return new Comparison(baseline == null ? variants.get(0).name() : baseline, draft.metrics());
    }

    private static Subject subject(Fields fields) {
        EconomicStudy study = fields.find(ECONOMY);
        return study == null
                ? new Subject.Mesh(fields.get(NETWORK), fields.get(WORKLOAD), fields.get(FAULTS))
                : new Subject.Economy(study);
    }
}
