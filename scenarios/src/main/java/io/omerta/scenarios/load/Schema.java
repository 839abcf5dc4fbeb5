package io.omerta.scenarios.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.model.InvalidInputException;

/** The scenario language as documentation. */
public final class Schema {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private Schema() {}

    /** JSON Schema (draft 2020-12) of scenario files, for editors. */
    public static String jsonSchema() {
        return document("Omerta scenario", ScenarioSchema.ROOT);
    }

    /** JSON Schema (draft 2020-12) of preset files, for editors. */
    public static String presetJsonSchema() {
        return document("Omerta network preset", PresetSchema.ROOT);
    }

    /**
     * Explains a key: type, default, allowed values, purpose, an example, and the keys below it.
     *
     * @param path dotted path as in a file, such as "workload.fanout"; a kind may stand in it ("workload.gossip.fanout");
     *     empty for all keys of a scenario
     * @throws InvalidInputException if there is no such key
     */
    public static String explain(String path) {
        return Explanation.of(path, ScenarioSchema.ROOT);
    }

    private static String document(String title, ObjectSchema<?> root) {
        ObjectNode document =
                JsonNodeFactory.instance.objectNode().put("$schema", DRAFT).put("title", title);
        document.setAll(root.jsonSchema());
        return document.toPrettyString() + "\n";
    }
}
