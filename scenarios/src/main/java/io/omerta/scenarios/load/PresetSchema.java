package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.ChoiceSchema;
import io.omerta.scenarios.load.schema.Fields;
import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ListSchema;
import io.omerta.scenarios.load.schema.MapSchema;
import io.omerta.scenarios.load.schema.Names;
import io.omerta.scenarios.load.schema.NumberSchema;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.ProbabilitySchema;
import io.omerta.scenarios.load.schema.QuantitySchema;
import io.omerta.scenarios.load.schema.Range;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.schema.TextSchema;
import io.omerta.sim.network.region.AccessType;
import io.omerta.sim.network.region.DelayLaw;
import io.omerta.sim.network.region.NetworkPreset;
import io.omerta.sim.network.region.NetworkPreset.Assignment;
import io.omerta.sim.network.region.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Declares preset files. */
final class PresetSchema {
    private static final Key<String> KEY =
            Key.required("key", TextSchema.key("a machine name", "europe"), "Machine name, unique in its list.");
    private static final Key<String> NAME =
            Key.required("name", TextSchema.free("a name", "Europe"), "Name for people.");
    private static final Key<Double> SHARE =
            Key.required("share", ProbabilitySchema.share(), "Fraction of all nodes; the shares of a list sum to 1.");
    private static final Key<Long> UPLOAD = Key.optional(
            "upload", QuantitySchema.rate(), "given by the other list", "Upload rate of a node; given with download.");
    private static final Key<Long> DOWNLOAD =
            Key.optional("download", QuantitySchema.rate(), "given by the other list", "Download rate of a node.");
    private static final Key<Long> ADDED_DELAY = Key.withDefault(
            "added_delay", QuantitySchema.durationAtLeast(0), "0 s", "One-way delay added at this end of a path.");
    private static final Key<Double> LOSS = Key.withDefault(
            "loss",
            ProbabilitySchema.probability(),
            "0",
            "Probability that this end loses a message; a path loses with the larger of its ends.");

    private static final SchemaNode<Region> REGION = ObjectSchema.of(
                    "a region",
                    List.of(KEY, NAME, SHARE, UPLOAD, DOWNLOAD),
                    fields -> new Region(
                            fields.get(KEY),
                            fields.get(NAME),
                            fields.get(SHARE),
                            rate(fields, UPLOAD),
                            rate(fields, DOWNLOAD)))
            .checking(PresetSchema::checkRates)
            .checking(fields -> define(Names.Kind.REGION, fields));
    private static final SchemaNode<AccessType> CONNECTION = ObjectSchema.of(
                    "a connection",
                    List.of(KEY, NAME, SHARE, UPLOAD, DOWNLOAD, ADDED_DELAY, LOSS),
                    fields -> new AccessType(
                            fields.get(KEY),
                            fields.get(NAME),
                            fields.get(SHARE),
                            rate(fields, UPLOAD),
                            rate(fields, DOWNLOAD),
                            fields.get(ADDED_DELAY),
                            fields.get(LOSS)))
            .checking(PresetSchema::checkRates)
            .checking(fields -> define(Names.Kind.CONNECTION, fields));

    private static final Key<String> UNIT =
            Key.withDefault("unit", ChoiceSchema.of("ms", "ms"), "ms", "Unit of the matrix.");
    private static final Key<Map<String, List<Double>>> MATRIX = Key.required(
            "matrix",
            new MapSchema<>(
                    Names.Kind.REGION,
                    "europe",
                    new ListSchema<>("mean delays", new NumberSchema(Range.above(0)), 1, 1000)),
            "For each region, its mean one-way delay to every region in the order of the list of regions.");
    private static final Key<Map<String, List<Double>>> MEAN_DELAY = Key.required(
            "mean_delay",
            ObjectSchema.of("a matrix", List.of(UNIT, MATRIX), fields -> fields.get(MATRIX)),
            "Mean one-way propagation delay between regions.");

    private static final Key<String> PRESET_NAME =
            Key.required("name", TextSchema.key("a machine name", "my-network"), "Machine name of the preset.");
    private static final Key<String> TITLE =
            Key.required("title", TextSchema.free("text", "My network"), "One line for people.");
    private static final Key<String> SOURCE =
            Key.required("source", TextSchema.free("text", "measured in 2024"), "Where the figures come from.");
    private static final Key<List<Region>> REGIONS =
            Key.required("regions", new ListSchema<>("regions", REGION, 1, 1000), "Where nodes are.");
    private static final Key<DelayLaw> DELAY_LAW =
            Key.required("delay_law", DelayLawSchema.UNION, "How delays spread around their means.");
    private static final Key<Assignment> ASSIGNMENT = Key.required(
            "assignment",
            ChoiceSchema.of(Assignment.class),
            "How shares become nodes: exact quotas, or each node drawn independently.");
    private static final Key<List<AccessType>> CONNECTIONS = Key.required(
            "connections", new ListSchema<>("connections", CONNECTION, 1, 1000), "How nodes are attached.");
    private static final Key<List<Double>> DEGREE_DISTRIBUTION = Key.optional(
            "degree_distribution",
            Shares.ofCounts(),
            "no distribution",
            "Probability of 1, 2, 3 ... outbound links (not cumulative), for overlays that draw degrees.");

    static final ObjectSchema<NetworkPreset> ROOT = ObjectSchema.of(
                    "a preset",
                    List.of(
                            PRESET_NAME,
                            TITLE,
                            SOURCE,
                            REGIONS,
                            MEAN_DELAY,
                            DELAY_LAW,
                            ASSIGNMENT,
                            CONNECTIONS,
                            DEGREE_DISTRIBUTION),
                    PresetSchema::bind)
            .checking(PresetSchema::checkRegions)
            .checking(PresetSchema::checkConnections);

    private PresetSchema() {}

    private static NetworkPreset bind(Fields fields) {
        List<Double> degrees = fields.find(DEGREE_DISTRIBUTION);
        return new NetworkPreset(
                fields.get(PRESET_NAME),
                fields.get(TITLE),
                fields.get(SOURCE),
                fields.get(REGIONS),
                matrix(fields.get(REGIONS), fields.get(MEAN_DELAY)),
                fields.get(DELAY_LAW),
                fields.get(ASSIGNMENT),
                fields.get(CONNECTIONS),
                degrees == null ? List.of() : degrees);
    }

    private static List<List<Double>> matrix(List<Region> regions, Map<String, List<Double>> rows) {
        List<List<Double>> matrix = new ArrayList<>();
        for (Region region : regions) {
            matrix.add(Objects.requireNonNull(rows.get(region.key()), region.key()));
        }
        return matrix;
    }

    private static long rate(Fields fields, Key<Long> key) {
        Long rate = fields.find(key);
        return rate == null ? 0 : rate;
    }

    private static void define(Names.Kind kind, Fields fields) {
        String key = fields.find(KEY);
        if (key != null) {
            fields.reading().names().define(kind, key, fields.span(KEY));
        }
    }

    private static void checkRates(Fields fields) {
        if (fields.isGiven(UPLOAD) != fields.isGiven(DOWNLOAD)) {
            Key<Long> missing = fields.isGiven(UPLOAD) ? DOWNLOAD : UPLOAD;
            fields.problem(
                    fields.isGiven(UPLOAD) ? UPLOAD : DOWNLOAD,
                    fields.reading().label() + " gives one rate only",
                    "add \"" + missing.name() + "\"");
        }
    }

    private static void checkRegions(Fields fields) {
        List<Region> regions = fields.find(REGIONS);
        if (regions == null) {
            return;
        }
        fields.reading().names().complete(Names.Kind.REGION);
        Shares.check(
                regions.stream().map(Region::share).toList(),
                fields.span(REGIONS),
                "the shares of regions",
                fields.reading());
        Map<String, List<Double>> rows = fields.find(MEAN_DELAY);
        if (rows == null) {
            return;
        }
        for (Region region : regions) {
            List<Double> row = rows.get(region.key());
            if (row == null || row.size() != regions.size()) {
                fields.problem(
                        MEAN_DELAY,
                        row == null
                                ? "mean_delay.matrix has no row for \"" + region.key() + "\""
                                : "row \"" + region.key() + "\" of mean_delay.matrix has " + row.size()
                                        + " delays; there are " + regions.size() + " regions",
                        "");
                return;
            }
        }
        DelayLaw law = fields.find(DELAY_LAW);
        if (law != null) {
            DelayLawSchema.check(
                    law,
                    regions.stream().map(Region::key).toList(),
                    matrix(regions, rows),
                    fields.span(DELAY_LAW),
                    fields.reading());
        }
    }

    private static void checkConnections(Fields fields) {
        List<AccessType> connections = fields.find(CONNECTIONS);
        List<Region> regions = fields.find(REGIONS);
        if (connections == null) {
            return;
        }
        Shares.check(
                connections.stream().map(AccessType::share).toList(),
                fields.span(CONNECTIONS),
                "the shares of connections",
                fields.reading());
        for (AccessType connection : connections) {
            if (regions != null && connection.uploadBitsPerSecond() == 0) {
                regions.stream()
                        .filter(region -> region.uploadBitsPerSecond() == 0)
                        .findFirst()
                        .ifPresent(region -> fields.problem(
                                CONNECTIONS,
                                "neither connection \"" + connection.key() + "\" nor region \"" + region.key()
                                        + "\" gives rates",
                                "add upload and download to one of them"));
            }
        }
    }
}
