package io.omerta.scenarios.load;

import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.scenarios.model.Scenario;
import java.nio.file.Path;
import java.util.List;

/** Valid scenarios that together use every key and every kind of the language. */
final class Examples {
    static final String MINIMAL =
            """
            schema_version: 1
            network:
              preset: omerta
              nodes: 600
            workload:
              type: gossip
            """;

    static final String EVERY_FAULT =
            """
            schema_version: 1
            name: every-fault
            title: "Every fault: once"
            description: |
              First paragraph.

              Second paragraph.
            seed: -7
            replications: 3
            confidence: 90 %
            duration: 1.5 h
            warm_up: 250 ms
            kernel: {queue: wheel}
            network:
              preset: simblock-2019
              nodes:
                - {id: alice, region: europe, connection: region}
                - {id: bob, region: japan, connection: region}
                - {id: carol, region: south_america, connection: region}
              contention: queues
              loss: off
              delay_law: {law: lognormal, coefficient_of_variation: 0.3}
              overlay: {type: explicit, links: [[alice, bob], [bob, carol]]}
              links:
                - {from: alice, to: bob, delay: 3 ms, loss: 0.5 %, symmetric: false}
                - {from: bob, to: alice, loss: 1, symmetric: false}
            workload: {type: ping, interval: 100 ms, size: 1 KiB, targets: overlay, arrivals: periodic}
            faults:
              - {type: partition, at: 1 s, duration: 2 s, groups: [[alice], others], flap_period: 1 s}
              - {type: partition, at: 1 s, duration: forever, shape: one-way, groups: [[bob], {region: europe}],
                 in_flight: drop}
              - {type: crash, at: 0 s, duration: 1 min, nodes: [alice, bob], lose_durable_state: true}
              - {type: pause, at: 2 s, duration: 1 d, nodes: all}
              - {type: slow, at: 2 s, duration: 1 s, nodes: {count: 2}, processing_delay: 3 us}
              - {type: clock, at: 2 s, duration: 1 s, nodes: {connection: region}, offset: -1.5 s, drift_ppm: 40}
              - type: loss
                at: 2 s
                duration: 1 s
                nodes: {fraction: 30 %}
                probability: 0.01
                burst: {enter: 0.1, leave: 0.2, probability: 0.3}
              - {type: duplicate, at: 2 s, duration: 1 s, nodes: all, probability: 0.5}
              - {type: reorder, at: 2 s, duration: 1 s, nodes: all, probability: 0.5, max_delay: 7 ms}
              - {type: corrupt, at: 2 s, duration: 1 s, nodes: all, probability: 1.0e-3}
              - {type: throttle, at: 2 s, duration: 1 s, nodes: all, factor: 0.25}
              - {type: clog, at: 2 s, duration: 1 s, nodes: [carol]}
            report: {notes: [One., "Two: 2."]}
            """;

    static final String BLOCKS =
            """
            schema_version: 1
            network:
              preset: simblock-2015
              nodes: 600
              assignment: independent
              regions: {europe: 0.5, japan: 0.5}
              connections: {region: 1}
              delay_law: {law: empirical, relative_quantiles: [0.5, 1, 1.5]}
              overlay: {type: random-degree}
            workload:
              type: block-propagation
              blocks: 20
              interval: 10 min
              block_size: 535 kB
              compact_block_size: 18 kB
              compact_blocks: false
              compact_usage_rate: 0.9
              churn_rate: 0.5
              compact_failure_rate: {control: 0.1, churn: 0.2}
              failed_block_fraction: {control: 0.02, churn: [0.1, 0.2]}
              control_delay: 10 ms
              block_processing: 2 ms
              mining_power: {mean: 1000, sd: 0}
            expect:
              - {id: fast, metric: t50, at_most: 1200, at_least: 800}
              - {metric: t50, over: every, equals: 989, tolerance: {relative: 15 }}
              - {metric: t90, over: any, equals: t50, tolerance: {absolute: 2.5}}
              - {metric: t90, variant: big, equals: t50, tolerance: {standard_errors: 3}}
            variants:
              - {name: small}
              - {name: big, set: {workload.block_size: 2 MB, network.overlay.type: complete}}
              - {name: other, set: {network.preset: simblock-2019, "expect[0].at_most": 2000, workload.type: gossip}}
            """;

    static final String GOSSIP =
            """
            schema_version: 1
            duration: 1 h
            network:
              preset: omerta
              nodes: 100
              delay_law: {law: constant}
              overlay: {type: small-world, neighbours: 4, rewiring: 0.1}
            workload:
              type: gossip
              messages: 5
              fanout: 4
              interval: 1 s
              size: 1 kB
              mode: infect-and-die
              targets: overlay
              exclude_source: false
              repair: {enabled: true, period: 5 s, digest_size: 32 B}
            variants:
              - {name: pareto, set: {network.delay_law: {law: pareto, shape: 3}}}
              - {name: regular, set: {network.overlay: {type: random-regular, degree: 3}}}
            """;

    static final String SESSIONS =
            """
            schema_version: 1
            duration: 1 h
            network: {preset: omerta, nodes: 40}
            workload:
              type: sessions
              roles:
                consumers: {fraction: 0.5}
                providers: [node_1, node_2]
                witnesses: {region: europe}
                acquaintances: 12
                providers_known: 2
              balance: 100 cr
              age: 90 d
              sessions: 10
              arrivals: periodic
              interval: 2 s
              amount: 2500 mcr
              hourly_rate: 1 ucr
              locks: [{at: 1 s, consumer: node_3, provider: node_1, amount: 1 cr}]
              until: attestation
              session_duration: 5 min
              signer: ed25519
              parameters: {CANDIDATE_FLOOR: 5, LOCK_EXPIRY: 10 min, CONSENSUS_THRESHOLD: 0.67}
              faulty: [{nodes: {count: 1}, behaviour: silent-witness}]
              check_one_in: 4
            """;

    static final String ECONOMY =
            """
            schema_version: 1
            name: test
            replications: {at_most: 50, metric: trust.gini}
            economy: {type: society, script: baseline, days: 20}
            figures:
              - {metric: trust.gini, published: 0.783, tolerance: {standard_errors: 3}}
              - {id: floor, label: Day of the floor, variant: eager, metric: policy.floor_day, published: 488,
                 tolerance: {relative: 0.1}, verdict: contradicted}
            compare: {metrics: [trust.gini]}
            variants:
              - {name: none, set: {economy.policy: none}}
              - {name: eager, set: {economy.policy: aggressive}}
            """;

    static final String SWEEP =
            """
            schema_version: 1
            economy: {type: society, script: baseline, days: 20}
            sweep:
              axes:
                - {key: economy.days, from: 10, to: 30, steps: 3}
                - {key: economy.policy, values: [none, aggressive]}
              metrics: [trust.gini]
            """;

    static final List<String> VALID = List.of(MINIMAL, EVERY_FAULT, BLOCKS, GOSSIP, SESSIONS, ECONOMY, SWEEP);

    private Examples() {}

    static Scenario load(String text, String... overrides) {
        return ScenarioLoader.loadText("test.yaml", text, Path.of(""), List.of(overrides));
    }

    /** The whole message that a text gives, or "" if it is valid. */
    static String messageOf(String text, String... overrides) {
        try {
            load(text, overrides);
            return "";
        } catch (InvalidInputException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
