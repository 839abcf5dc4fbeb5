package io.omerta.scenarios.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.scenarios.load.schema.Key;
import io.omerta.scenarios.load.schema.ObjectSchema;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.model.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void aKeyIsExplainedWithTypeDefaultAndExample() {
        assertEquals(
                """
                workload.gossip.fanout
                  Peers that a node passes a rumour on to.
                  type:    a whole number from 1 to 1000
                  default: 3
                  example: fanout: 1
                """,
                Schema.explain("workload.fanout"));
    }

    @Test
    void aKeyThatSeveralKindsDeclareIsExplainedForEach() {
        String text = Schema.explain("workload.interval");
        for (String kind : new String[] {"block-propagation", "gossip", "ping"}) {
            assertTrue(text.contains("workload." + kind + ".interval\n"), text);
        }
    }

    @Test
    void aKindCanStandInThePath() {
        assertTrue(Schema.explain("workload.ping.interval").startsWith("workload.ping.interval\n"));
        assertFalse(Schema.explain("workload.ping.interval").contains("gossip"));
    }

    @Test
    void aPrefixListsTheKeysBelowIt() {
        assertTrue(Schema.explain("network").contains("    nodes (required): How many nodes"));
        assertTrue(Schema.explain("faults[0].partition").contains("    flap_period: "));
        assertTrue(Schema.explain("").contains("    schema_version (required): "));
    }

    @Test
    void anUnknownKeyIsAnsweredWithTheNearestOne() {
        InvalidInputException thrown =
                assertThrows(InvalidInputException.class, () -> Schema.explain("network.overlay.rewirng"));
        assertTrue(
                String.valueOf(thrown.getMessage())
                        .startsWith("there is no key \"rewirng\" in network.overlay; did you mean \"rewiring\"?"),
                thrown.getMessage());
    }

    @Test
    void everyKeyOfTheLanguageHasProseAndAnExplanation() {
        Map<String, Key<?>> keys = new LinkedHashMap<>();
        collect("", ScenarioSchema.ROOT, keys);
        assertTrue(keys.size() > 100, "only " + keys.size() + " keys were found");
        keys.forEach((path, key) -> {
            assertTrue(key.prose().endsWith("."), path + ": " + key.prose());
            String text = Schema.explain(path);
            assertTrue(text.contains(key.prose()), path + " is explained as " + text);
        });
    }

    private static void collect(String path, SchemaNode<?> node, Map<String, Key<?>> keys) {
        if (node instanceof ObjectSchema<?> object) {
            for (Key<?> key : object.keys()) {
                String below = path.isEmpty() ? key.name() : path + "." + key.name();
                keys.put(below, key);
                collect(below, key.type(), keys);
            }
        }
        node.inner().forEach(inner -> collect(path, inner, keys));
    }
}
