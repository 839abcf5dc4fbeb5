package io.omerta.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Scenario files that run in a moment. */
final class SmallScenario {
    /** Twenty nodes tell each other three rumours, in two replications. */
    static final String GOSSIP =
            """
            schema_version: 1
            name: small
            replications: 2
            network:
              preset: omerta
              nodes: 20
              loss: off
            workload:
              type: gossip
              messages: 3
              interval: "4 s"
              fanout: 5
            duration: "1 min"
            """;

    static final String VARIANTS =
            """
            variants:
              - {name: few, set: {workload.fanout: 1}}
              - {name: many, set: {workload.fanout: 8}}
            """;

    /** An hour of pings between a thousand nodes: more replications than anybody waits for. */
    static final String LONG =
            """
            schema_version: 1
            name: long
            replications: 100000
            network:
              preset: omerta
              nodes: 1000
            workload:
              type: ping
              interval: "1 s"
            duration: "%s"
            """;

    private SmallScenario() {}

    static String expecting(String expectations) {
        return GOSSIP + "expect:\n" + expectations.indent(2);
    }

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
