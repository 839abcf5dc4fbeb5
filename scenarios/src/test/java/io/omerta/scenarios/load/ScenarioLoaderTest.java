package io.omerta.scenarios.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import io.omerta.scenarios.model.Expectation;
import io.omerta.scenarios.model.NetworkModel;
import io.omerta.scenarios.model.Scenario;
import io.omerta.scenarios.model.Sweep;
import io.omerta.scenarios.model.Variant;
import io.omerta.sim.kernel.QueueKind;
import io.omerta.sim.network.PathOverride;
import io.omerta.sim.network.fault.Fault;
import io.omerta.sim.network.fault.NodeSelector;
import io.omerta.sim.network.overlay.OverlaySpec;
import io.omerta.sim.network.region.DelayLaw;
import io.omerta.sim.network.region.NetworkPreset;
import io.omerta.sim.network.region.Region;
import io.omerta.sim.network.workload.WorkloadSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioLoaderTest {
    private static final List<String> VALID = Examples.VALID;

    @Test
    void whatIsLeftOutTakesItsDefault() {
        Scenario scenario = Examples.load(Examples.MINIMAL);
        assertEquals("test", scenario.name());
        assertEquals("test", scenario.title());
        assertEquals(1, scenario.seed());
        assertEquals(10, scenario.replications());
        assertEquals(0.95, scenario.confidence());
        assertNull(scenario.durationNanos());
        assertEquals(0, scenario.warmUpNanos());
        assertEquals(QueueKind.WHEEL, scenario.queue());
        assertEquals(new NetworkModel.Counted(600), scenario.mesh().network().nodes());
        assertEquals(new OverlaySpec.Complete(), scenario.mesh().network().overlay());
        assertEquals(PresetLoader.load("omerta"), scenario.mesh().network().preset());
        assertEquals(
                new WorkloadSpec.Gossip(
                        100,
                        3,
                        10_000_000_000L,
                        300,
                        WorkloadSpec.GossipMode.INFECT_AND_DIE,
                        WorkloadSpec.Targets.ANYONE,
                        true,
                        new WorkloadSpec.Repair(false, 30_000_000_000L, 64)),
                scenario.mesh().workload());
    }

    @Test
    void everyKindOfFaultBecomesItsRecord() {
        List<Fault> faults = Examples.load(Examples.EVERY_FAULT).mesh().faults();
        NodeSelector all = new NodeSelector.All();
        long second = 1_000_000_000L;
        assertEquals(
                List.of(
                        new Fault.Partition(
                                second,
                                2 * second,
                                Fault.PartitionShape.SYMMETRIC,
                                List.of(new NodeSelector.Ids(List.of("alice")), new NodeSelector.Others()),
                                second,
                                Fault.InFlight.DELIVER),
                        new Fault.Partition(
                                second,
                                Fault.FOREVER,
                                Fault.PartitionShape.ONE_WAY,
                                List.of(new NodeSelector.Ids(List.of("bob")), new NodeSelector.InRegion("europe")),
                                0,
                                Fault.InFlight.DROP),
                        new Fault.Crash(
                                0,
                                60 * second,
                                new NodeSelector.Ids(List.of("alice", "bob")),
                                true,
                                Fault.InFlight.DELIVER),
                        new Fault.Pause(2 * second, 86_400 * second, all),
                        new Fault.Slow(2 * second, second, new NodeSelector.Count(2), 3_000),
                        new Fault.Clock(2 * second, second, new NodeSelector.WithAccess("region"), -1_500_000_000L, 40),
                        new Fault.Loss(
                                2 * second,
                                second,
                                new NodeSelector.Fraction(0.3),
                                0.01,
                                new Fault.Burst(0.1, 0.2, 0.3)),
                        new Fault.Duplicate(2 * second, second, all, 0.5),
                        new Fault.Reorder(2 * second, second, all, 0.5, 7_000_000),
                        new Fault.Corrupt(2 * second, second, all, 0.001),
                        new Fault.Throttle(2 * second, second, all, 0.25),
                        new Fault.Clog(2 * second, second, new NodeSelector.Ids(List.of("carol")))),
                faults);
    }

    @Test
    void theNetworkOfAScenarioReplacesPartsOfItsPreset() {
        NetworkModel network = Examples.load(Examples.BLOCKS).mesh().network();
        NetworkPreset preset = network.preset();
        assertEquals(
                List.of(0.0, 0.5, 0.0, 0.0, 0.5, 0.0),
                preset.regions().stream().map(Region::share).toList());
        assertEquals(NetworkPreset.Assignment.INDEPENDENT, preset.assignment());
        assertEquals(new DelayLaw.Empirical(List.of(0.5, 1.0, 1.5)), preset.delayLaw());
        assertEquals(new OverlaySpec.RandomDegree(preset.degreeDistribution()), network.overlay());
    }

    @Test
    void listedNodesAreReferredToByIndexInLinksAndPaths() {
        NetworkModel network = Examples.load(Examples.EVERY_FAULT).mesh().network();
        assertEquals(
                new OverlaySpec.Explicit(List.of(new OverlaySpec.Link(0, 1), new OverlaySpec.Link(1, 2))),
                network.overlay());
        assertEquals(
                List.of(new PathOverride(0, 1, 3_000_000L, 0.005), new PathOverride(1, 0, -1, 1.0)), network.paths());
    }

    @Test
    void expectationsKeepTheirBoundsTargetsAndTolerances() {
        assertEquals(
                List.of(
                        new Expectation("fast", "t50", null, Expectation.Over.MEAN, 800.0, 1200.0, null),
                        new Expectation(
                                "expect[1]",
                                "t50",
                                null,
                                Expectation.Over.EVERY,
                                null,
                                null,
                                new Expectation.Target(new Expectation.Constant(989), new Expectation.Relative(15))),
                        new Expectation(
                                "expect[2]",
                                "t90",
                                null,
                                Expectation.Over.ANY,
                                null,
                                null,
                                new Expectation.Target(
                                        new Expectation.OtherMetric("t50"), new Expectation.Absolute(2.5))),
                        new Expectation(
                                "expect[3]",
                                "t90",
                                "big",
                                Expectation.Over.MEAN,
                                null,
                                null,
                                new Expectation.Target(
                                        new Expectation.OtherMetric("t50"), new Expectation.StandardErrors(3)))),
                Examples.load(Examples.BLOCKS).expectations());
    }

    @Test
    void aVariantIsTheScenarioWithItsChanges() {
        Scenario scenario = Examples.load(Examples.BLOCKS);
        Scenario small = scenario.variants().get(0).scenario();
        Scenario big = scenario.variants().get(1).scenario();
        assertEquals(scenario.mesh().workload(), small.mesh().workload());
        assertEquals(
                2_000_000,
                assertInstanceOf(WorkloadSpec.BlockPropagation.class, big.mesh().workload())
                        .blockBytes());
        assertEquals(
                Map.of("workload.block_size", "\"2 MB\"", "network.overlay.type", "complete"),
                scenario.variants().get(1).changes());
        assertEquals(scenario.seed(), big.seed());
    }

    @Test
    void aVariantHasTheExpectationsThatAreAboutItOrAboutAll() {
        Scenario scenario = Examples.load(Examples.BLOCKS);
        assertEquals(3, scenario.variants().get(0).scenario().expectations().size());
        assertEquals(4, scenario.variants().get(1).scenario().expectations().size());
    }

    @Test
    void aNewTypeReplacesTheKeysOfTheOldOne() {
        Scenario other = Examples.load(Examples.BLOCKS).variants().get(2).scenario();
        assertInstanceOf(WorkloadSpec.Gossip.class, other.mesh().workload());
        assertEquals("simblock-2019", other.mesh().network().preset().name());
    }

    @ParameterizedTest
    @FieldSource("VALID")
    void theResolvedTextLoadsToAnEqualScenario(String text) {
        Scenario scenario = Examples.load(text);
        Scenario again = Examples.load(scenario.resolvedYaml());
        assertEquals(scenario.resolvedYaml(), again.resolvedYaml());
        assertEquals(withoutInputs(scenario), withoutInputs(again));
    }

    /** The scenario without what tells its file from another. */
    private static Scenario withoutInputs(Scenario s) {
        return new Scenario(
                s.schemaVersion(),
                s.name(),
                s.title(),
                s.description(),
                s.seed(),
                s.replications(),
                s.precision(),
                s.confidence(),
                s.durationNanos(),
                s.warmUpNanos(),
                s.queue(),
                s.subject(),
                s.expectations(),
                s.figures(),
                s.comparison(),
                s.variants().stream()
                        .map(v -> new Variant(v.name(), v.changes(), withoutInputs(v.scenario())))
                        .toList(),
                s.sweep() == null
                        ? null
                        : new Sweep(
                                s.sweep().axes(),
                                s.sweep().metrics(),
                                s.sweep().points().stream()
                                        .map(v -> new Variant(v.name(), v.changes(), withoutInputs(v.scenario())))
                                        .toList()),
                s.report(),
                s.resolvedYaml(),
                List.of());
    }

    @Test
    void theResolvedTextHasEveryDefaultInTheOrderOfTheSchema() {
        assertEquals(
                """
                schema_version: 1
                name: test
                description: ""
                seed: 1
                replications: 10
                confidence: 0.95
                warm_up: 0 s
                kernel:
                  queue: wheel
                network:
                  preset: omerta
                  nodes: 600
                  contention: none
                  loss: "on"
                  overlay:
                    type: complete
                  links: []
                workload:
                  type: gossip
                  messages: 100
                  fanout: 3
                  interval: 10 s
                  size: 300 B
                  mode: infect-and-die
                  targets: anyone
                  exclude_source: true
                  repair:
                    enabled: false
                    period: 30 s
                    digest_size: 64 B
                faults: []
                expect: []
                figures: []
                variants: []
                report:
                  notes: []
                """,
                Examples.load(Examples.MINIMAL).resolvedYaml());
    }

    @Test
    void overridesChangeAddAndReachIntoLists() {
        Scenario scenario = Examples.load(
                Examples.EVERY_FAULT,
                "seed=5",
                "network.overlay={type: complete}",
                "faults[4].nodes.count=3",
                "workload.interval=2 s",
                "report.notes=[Changed.]");
        assertEquals(5, scenario.seed());
        assertEquals(new OverlaySpec.Complete(), scenario.mesh().network().overlay());
        assertEquals(
                new NodeSelector.Count(3),
                assertInstanceOf(Fault.Slow.class, scenario.mesh().faults().get(4))
                        .nodes());
        assertEquals(
                2_000_000_000L,
                assertInstanceOf(WorkloadSpec.Ping.class, scenario.mesh().workload())
                        .intervalNanos());
        assertEquals(List.of("Changed."), scenario.report().notes());
    }

    @Test
    void overridesMakeTheObjectsOnTheirWay() {
        WorkloadSpec workload = Examples.load(Examples.MINIMAL, "workload.repair.period=1 min")
                .mesh()
                .workload();
        assertEquals(
                60_000_000_000L,
                assertInstanceOf(WorkloadSpec.Gossip.class, workload).repair().periodNanos());
    }

    @Test
    void presetsAndOverlayFilesAreFoundBesideTheScenarioAndHashed(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("links.txt"), "# two forms\n0 1\nnode_1 node_2\n\n");
        Files.writeString(
                directory.resolve("mine.yaml"),
                """
                name: mine
                title: Two places
                source: invented
                regions:
                  - {key: here, name: Here, share: 0.5}
                  - {key: there, name: There, share: 0.5}
                mean_delay: {unit: ms, matrix: {there: [30, 40], here: [10, 20]}}
                delay_law: {law: constant}
                assignment: quota
                connections: [{key: wire, name: Wire, share: 1, upload: 1 Mbit/s, download: 2 Mbit/s}]
                """);
        Path file = directory.resolve("My Scenario.yaml");
        Files.writeString(
                file,
                "schema_version: 1\nnetwork: {preset: mine.yaml, nodes: 3, overlay: {type: file, path: links.txt}}\n"
                        + "workload: {type: gossip, fanout: 2}\n");
        Scenario scenario = ScenarioLoader.load(file, List.of());
        assertEquals("my-scenario", scenario.name());
        assertEquals(
                List.of(List.of(10.0, 20.0), List.of(30.0, 40.0)),
                scenario.mesh().network().preset().meanDelayMillis());
        assertEquals(
                new OverlaySpec.Explicit(List.of(new OverlaySpec.Link(0, 1), new OverlaySpec.Link(1, 2))),
                scenario.mesh().network().overlay());
        assertEquals(
                List.of(file.toString(), "mine.yaml", "links.txt"),
                scenario.inputs().stream().map(Scenario.InputFile::path).toList());
        // SHA-256 by sha256sum.
        assertEquals(
                "4ef302c40d9bdd1ecaccbe8b17a4857c0fe1db6dda33a89258fdfcb6e1e38011",
                scenario.inputs().get(2).sha256());
    }

    @Test
    void theSamplesOfSimBlockHaveItsPublishedMean() {
        WorkloadSpec workload = Examples.load(Examples.MINIMAL, "workload.type=block-propagation")
                .mesh()
                .workload();
        List<Double> churn = assertInstanceOf(WorkloadSpec.BlockPropagation.class, workload)
                .failedBlockFractions()
                .churn();
        assertEquals(945, churn.size());
        assertEquals(0.0872, churn.stream().mapToDouble(x -> x).average().orElseThrow(), 5e-5);
        assertEquals(0.01, churn.get(472));
        assertEquals(0.96, churn.get(944));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain words",
                "on",
                "12",
                "a: b # c",
                " leading",
                "trailing \n",
                "two\nlines",
                "two\n\n  lines\n",
                "two\nlines\n\n",
                "caf\u00e9\nna\u00efve\n",
                "\ttab\nbell\u0007",
                "\u2028",
                "\"quoted\" \\ back",
                "\ud83d\ude00"
            })
    void textOfEveryFormSurvivesTheResolvedFile(String description) {
        String yaml = Examples.MINIMAL + "description: " + new TextNode(description) + "\n";
        Scenario scenario = Examples.load(yaml);
        assertEquals(description, scenario.description());
        assertEquals(description, Examples.load(scenario.resolvedYaml()).description());
    }

    @Test
    void longTextsOfWordsAndLinesAreRead() {
        for (String text : List.of("word ".repeat(50_000) + "end", "line\n".repeat(50_000))) {
            Scenario scenario = Examples.load(Examples.MINIMAL + "description: " + new TextNode(text) + "\n");
            assertEquals(text, scenario.description());
            assertEquals(text, Examples.load(scenario.resolvedYaml()).description());
        }
    }

    @Test
    void aFileFullOfNodesAndOfMistakesIsReadInReasonableTime() {
        StringBuilder text = new StringBuilder(
                "schema_version: 1\nworkload: {type: gossip}\nnetwork:\n  preset: omerta\n  nodes:\n");
        for (int i = 0; i < 12_000; i++) {
            text.append("    - {id: n").append(i).append(", region: asai, connection: fiber}\n");
        }
        text.append("faults: [{type: pause, at: 0 s, duration: 1 s, nodes: [");
        text.append("m1, ".repeat(50_000)).append("m2]}]\n");
        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertTrue(Examples.messageOf(text.toString()).endsWith("... and 61981 more")));
    }
}
