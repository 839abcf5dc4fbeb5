package io.omerta.scenarios.run;

import io.omerta.scenarios.load.ScenarioLoader;
import io.omerta.scenarios.model.Scenario;
import io.omerta.sim.replication.CancellationToken;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Small scenarios and what it takes to run them. */
final class Runs {
    /** About six thousand events a replication: several marks, and quick. */
    static final String GOSSIP =
            """
            schema_version: 1
            name: small-gossip
            replications: 2
            network: {preset: omerta, nodes: 60}
            workload: {type: gossip, messages: 20, interval: 1 s, fanout: 5}
            """;

    static final String GOSSIP_VARIANTS = GOSSIP
            + """
            variants:
              - {name: fanout-3, set: {workload.fanout: 3}}
              - {name: fanout-4, set: {workload.fanout: 4}}
            """;

    private Runs() {}

    static Scenario scenario(String text, String... overrides) {
        return ScenarioLoader.loadText("small.yaml", text, Path.of(""), List.of(overrides));
    }

    static RunOutcome run(Scenario scenario) {
        return run(scenario, new CancellationToken(), variant -> ScenarioReplication.UNWATCHED);
    }

    static RunOutcome run(Scenario scenario, CancellationToken cancellation, RunContext.TraceSinks traces) {
        return ScenarioRun.run(
                scenario,
                new RunContext(
                        1,
                        new RunCommandLine(List.of("run", "small.yaml"), "small.yaml", "", List.of()),
                        "unknown",
                        false,
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                        (variant, completed, total, events) -> {},
                        cancellation,
                        traces));
    }
}
