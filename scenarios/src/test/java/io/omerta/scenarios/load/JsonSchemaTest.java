package io.omerta.scenarios.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.omerta.scenarios.load.schema.JsonForm;
import io.omerta.scenarios.load.yaml.Problems;
import io.omerta.scenarios.load.yaml.Source;
import io.omerta.scenarios.load.yaml.TextFile;
import io.omerta.scenarios.load.yaml.YamlNode;
import io.omerta.scenarios.load.yaml.YamlReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class JsonSchemaTest {
    private static final List<String> VALID = Examples.VALID;
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final JsonSchema SCHEMA = FACTORY.getSchema(Schema.jsonSchema());

    /** What only the loader can know: names, sums, and rules across keys. */
    private static final Pattern BEYOND_STRUCTURE = Pattern.compile(
            "unknown (region|connection|node id|variant|preset|parameter)|must sum to 1|has no effect|no tolerance"
                    + "|is a duration, such as|is a number, in|is no value of|no session ever begins|its own provider"
                    + "|expects nothing|changes nothing|cannot hold|but no equals|needs \"over|given twice|named twice"
                    + "|duplicate (node id|variant|expectation|figure)|is not a dotted key|in variant \"|must ascend|there are [0-9]+ nodes|has no element|a variant cannot|has no key|leads from a node|never ends"
                    + "|must be shorter|only one group|no degree distribution|there are only|must be (below|even)|has another seed|at least two variants|is below at_least|does not go with variants|needs either values|more than [0-9]+ points");

    @ParameterizedTest
    @FieldSource("VALID")
    void everyValidExampleIsAccepted(String text) {
        assertEquals(Set.of(), SCHEMA.validate(JsonForm.of(tree(text))));
    }

    @ParameterizedTest
    @FieldSource("VALID")
    void everyResolvedExampleIsAccepted(String text) {
        assertEquals(
                Set.of(), SCHEMA.validate(JsonForm.of(tree(Examples.load(text).resolvedYaml()))));
    }

    @ParameterizedTest
    @FieldSource("VALID")
    void aChangedExampleIsRejectedExactlyWhenTheLoaderRejectsItsStructure(String text) {
        int rejected = 0;
        int accepted = 0;
        for (YamlNode changed : changes(tree(text))) {
            String yaml = changed.asYaml();
            Set<ValidationMessage> messages = SCHEMA.validate(JsonForm.of(changed));
            String loaderMessage = Examples.messageOf(yaml);
            boolean structural = loaderMessage
                    .lines()
                    .filter(line -> line.startsWith("test.yaml:"))
                    .anyMatch(line -> !BEYOND_STRUCTURE.matcher(line).find());
            assertEquals(structural, !messages.isEmpty(), () -> yaml + "\n" + loaderMessage + "\n" + messages);
            if (structural) {
                rejected++;
            } else {
                accepted++;
            }
        }
        assertTrue(rejected > 50 && accepted > 0, rejected + " rejected, " + accepted + " accepted");
    }

    @Test
    void theSchemasAreValidThemselves() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonSchema metaSchema = FACTORY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (String schema : List.of(Schema.jsonSchema(), Schema.presetJsonSchema())) {
            JsonNode json = mapper.readTree(schema);
            assertEquals(Set.of(), metaSchema.validate(json));
        }
    }

    @Test
    void everyShippedPresetIsAccepted() {
        JsonSchema schema = FACTORY.getSchema(Schema.presetJsonSchema());
        for (String name : PresetLoader.shippedNames()) {
            String text = TextFile.resource(PresetLoader.class, "/io/omerta/scenarios/presets/" + name + ".yaml")
                    .text();
            assertEquals(Set.of(), schema.validate(JsonForm.of(tree(text))), name);
        }
    }

    private static YamlNode tree(String text) {
        return Objects.requireNonNull(
                YamlReader.read(Source.file("test.yaml", text), text, "scenario", new Problems()));
    }

    /** The tree with each of its parts, one at a time, replaced, removed, or given a key too many. */
    private static List<YamlNode> changes(YamlNode node) {
        List<YamlNode> changes = new ArrayList<>();
        replacements().forEach(changes::add);
        if (node instanceof YamlNode.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                for (YamlNode changed : changes(sequence.items().get(i))) {
                    List<YamlNode> items = new ArrayList<>(sequence.items());
                    items.set(i, changed);
                    changes.add(new YamlNode.Sequence(node.span(), items));
                }
            }
        } else if (node instanceof YamlNode.Mapping mapping) {
            for (int i = 0; i < mapping.entries().size(); i++) {
                YamlNode.Entry entry = mapping.entries().get(i);
                List<YamlNode.Entry> without = new ArrayList<>(mapping.entries());
                without.remove(i);
                changes.add(new YamlNode.Mapping(node.span(), without));
                if (Set.of("set", "regions", "connections").contains(entry.key())) {
                    continue; // their keys are free as far as structure goes
                }
                for (YamlNode changed : changes(entry.value())) {
                    List<YamlNode.Entry> entries = new ArrayList<>(mapping.entries());
                    entries.set(i, new YamlNode.Entry(entry.key(), entry.keySpan(), changed));
                    changes.add(new YamlNode.Mapping(node.span(), entries));
                }
            }
            List<YamlNode.Entry> more = new ArrayList<>(mapping.entries());
            more.add(new YamlNode.Entry("unheard_of", node.span(), node));
            changes.add(new YamlNode.Mapping(node.span(), more));
        }
        return changes;
    }

    private static Stream<YamlNode> replacements() {
        return Stream.of("[]", "{}", "true", "null", "some-text", "-1.5", "7", "[7]", "{unheard_of: 7}")
                .map(JsonSchemaTest::tree);
    }
}
