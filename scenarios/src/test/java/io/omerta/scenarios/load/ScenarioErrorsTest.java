package io.omerta.scenarios.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioErrorsTest {
    private static final String NETWORK =
            "schema_version: 1\nworkload: {type: gossip}\nnetwork: {preset: omerta, nodes: 600";

    @Test
    void aProblemShowsItsLineACaretAndTheNearestKey() {
        String text =
                "schema_version: 1\nworkload: {type: gossip}\nnetwork:\n  preset: omerta\n  nodes: 5\n  lass: off\n";
        assertEquals(
                """
                test.yaml:6:3: error: unknown key "lass" in network
                  6 |   lass: off
                    |   ^^^^ did you mean "loss"? allowed: preset, nodes, assignment, regions, connections, contention, loss,\
                 delay_law, overlay, links""",
                Examples.messageOf(text));
    }

    /** Each text, and the first line of its message. */
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("", "test.yaml: error: the scenario is empty"),
                Arguments.of("  \n# nothing\n", "test.yaml: error: the scenario is empty"),
                Arguments.of("a: b: c\n", "test.yaml:1:5: error: YAML syntax: mapping values are not allowed here"),
                Arguments.of("a:\n\tb: 1\n", "test.yaml:2:1: error: a tab is used for indentation"),
                Arguments.of("a: \u0007\n", "test.yaml:1:4: error: character U+0007 is not allowed in YAML"),
                Arguments.of("a: 1\n---\nb: 2\n", "test.yaml:2:1: error: a second document begins here"),
                Arguments.of("a: &x 1\n", "test.yaml:1:4: error: anchors are not supported"),
                Arguments.of("a: *x\n", "test.yaml:1:4: error: aliases are not supported"),
                Arguments.of("a: !!str 1\n", "test.yaml:1:4: error: tags are not supported"),
                Arguments.of("[".repeat(70), "test.yaml:1:65: error: nested more than 64 levels deep"),
                Arguments.of("- 1\n", "test.yaml:1:1: error: the scenario must be a scenario with the keys"),
                Arguments.of("seed: 1\n", "test.yaml:1:1: error: missing key \"schema_version\" in the scenario"),
                Arguments.of(Examples.MINIMAL + "seed: 1\nseed: 2\n", "test.yaml:8:1: error: duplicate key \"seed\""),
                Arguments.of(Examples.MINIMAL + "seed: 010\n", "test.yaml:7:7: error: seed has a leading zero"),
                Arguments.of(
                        Examples.MINIMAL + "seed: 1_000\n", "test.yaml:7:7: error: seed must be a whole number of"),
                Arguments.of(Examples.MINIMAL + "seed: 0x1F\n", "test.yaml:7:7: error: seed must be a whole number of"),
                Arguments.of(Examples.MINIMAL + "seed: 9223372036854775808\n", "test.yaml:7:7: error: seed must be"),
                Arguments.of(
                        Examples.MINIMAL + "replications: 0\n",
                        "test.yaml:7:15: error: replications must be a whole number from 1 to 100000; this is 0"),
                Arguments.of(
                        Examples.MINIMAL + "replications: ten\n",
                        "test.yaml:7:15: error: replications must be a whole number from 1 to 100000, or a precision with"),
                Arguments.of(
                        Examples.MINIMAL + "title: 2019\n",
                        "test.yaml:7:8: error: title must be text, such as Gossip by fanout; this is a number"),
                Arguments.of(Examples.MINIMAL + "duration: 600\n", "test.yaml:7:11: error: duration has no unit"),
                Arguments.of(
                        Examples.MINIMAL + "duration: 5 sec\n",
                        "test.yaml:7:11: error: unknown unit \"sec\" in duration"),
                Arguments.of(Examples.MINIMAL + "duration: 0 s\n", "test.yaml:7:11: error: duration must be above 0"),
                Arguments.of(
                        Examples.MINIMAL + "warm_up: -1 s\n", "test.yaml:7:10: error: warm_up must not be negative"),
                Arguments.of(
                        Examples.MINIMAL + "duration: 36501 d\n",
                        "test.yaml:7:11: error: duration must be at most 36500 d"),
                Arguments.of(
                        Examples.MINIMAL + "duration: 1e99 d\n",
                        "test.yaml:7:11: error: duration must be at most 36500 d"),
                Arguments.of(
                        Examples.MINIMAL + "duration: 0.5 ns\n", "test.yaml:7:11: error: duration must be above 0"),
                Arguments.of(
                        Examples.MINIMAL + "duration: 1.5 ns\n",
                        "test.yaml:7:11: error: duration must be a whole number of ns"),
                Arguments.of(
                        Examples.MINIMAL + "duration: .inf\n", "test.yaml:7:11: error: duration must be a duration"),
                Arguments.of(
                        Examples.MINIMAL + "confidence: 1\n",
                        "test.yaml:7:13: error: confidence must be a level above 0 and below 1"),
                Arguments.of(Examples.MINIMAL + "confidence: 101 %\n", "test.yaml:7:13: error: confidence must be a"),
                Arguments.of(Examples.MINIMAL + "confidence: .nan\n", "test.yaml:7:13: error: confidence must be a"),
                Arguments.of(
                        Examples.MINIMAL + "expect: [{metric: m, at_least: .inf}]\n",
                        "test.yaml:7:32: error: expect[0].at_least must be a finite number; this is .inf"),
                Arguments.of(
                        NETWORK + ", regions: {europe: 0.5, asia: 0.3}}\n",
                        "test.yaml:3:48: error: network.regions must sum to 1; the sum is 0.8"),
                Arguments.of(NETWORK + ", regions: {europ: 1}}\n", "test.yaml:3:49: error: unknown region \"europ\""),
                Arguments.of(
                        NETWORK + ", connections: {dls: 1}}\n", "test.yaml:3:53: error: unknown connection \"dls\""),
                Arguments.of(
                        Examples.MINIMAL.replace("omerta", "omrta"), "test.yaml:3:11: error: unknown preset \"omrta\""),
                Arguments.of(
                        Examples.MINIMAL.replace("omerta", "no/such.yaml"),
                        "test.yaml:3:11: error: preset no/such.yaml: no such file"),
                Arguments.of(
                        Examples.MINIMAL + "faults: [{type: pause, at: 1 s, duration: 1 s, nodes: [node_600]}]\n",
                        "test.yaml:7:56: error: unknown node id \"node_600\""),
                Arguments.of(
                        Examples.EVERY_FAULT.replace("[carol]", "[carl]"),
                        "test.yaml:46:50: error: unknown node id \"carl\""),
                Arguments.of(
                        Examples.EVERY_FAULT.replace("id: bob", "id: alice"),
                        "test.yaml:18:12: error: duplicate node id \"alice\""),
                Arguments.of(
                        NETWORK + ", delay_law: {law: simblock-pareto}}\n",
                        "test.yaml:3:50: error: the law simblock-pareto needs means above 5 ms; from japan to japan the"
                                + " mean is 2.0 ms"),
                Arguments.of(
                        NETWORK + ", overlay: {type: random-degree}}\n",
                        "test.yaml:3:48: error: preset omerta has no degree distribution"),
                Arguments.of(
                        NETWORK + ", overlay: {type: random-regular, degree: 600}}\n",
                        "test.yaml:3:79: error: degree must be below the number of nodes, 600"),
                Arguments.of(
                        NETWORK + ", overlay: {type: small-world, neighbours: 3, rewiring: 0}}\n",
                        "test.yaml:3:80: error: neighbours must be even; this is 3"),
                Arguments.of(
                        NETWORK + ", overlay: {type: explicit, links: [[node_0, node_1], [node_1, node_0]]}}\n",
                        "test.yaml:3:91: error: this link is given twice"),
                Arguments.of(
                        NETWORK
                                + ", links: [{from: node_1, to: node_2, loss: 0}, {from: node_2, to: node_1, loss: 0}]}\n",
                        "test.yaml:3:84: error: the path between node_2 and node_1 is given twice"),
                Arguments.of(
                        NETWORK + ", links: [{from: node_1, to: node_1, loss: 0}]}\n",
                        "test.yaml:3:66: error: a path leads from a node to another one"),
                Arguments.of(
                        Examples.MINIMAL + "faults: [{type: slow, at: 1 s, duration: 1 s, nodes: {count: 700},"
                                + " processing_delay: 1 s}]\n",
                        "test.yaml:7:62: error: faults[0].nodes.count is 700; there are 600 nodes"),
                Arguments.of(
                        Examples.MINIMAL + "faults: [{type: pause, at: 1 s, duration: 1 s, nodes: {}}]\n",
                        "test.yaml:7:55: error: faults[0].nodes must be a rule with exactly one of the keys"),
                Arguments.of(
                        Examples.MINIMAL.replace("gossip", "gosip"),
                        "test.yaml:6:9: error: unknown value \"gosip\" for workload.type"),
                Arguments.of(
                        Examples.MINIMAL.replace("gossip", "ping"),
                        "test.yaml:6:3: error: this workload never ends by itself, and the scenario has no duration"),
                Arguments.of(
                        Examples.MINIMAL + "  fanout: 600\n",
                        "test.yaml:7:11: error: workload.fanout must be below the number of nodes, 600"),
                Arguments.of(
                        Examples.MINIMAL + "expect: [{metric: m}]\n",
                        "test.yaml:7:19: error: expect[0] expects nothing"),
                Arguments.of(
                        Examples.MINIMAL + "expect: [{metric: m, equals: 1}]\n",
                        "test.yaml:7:30: error: expect[0] has no tolerance"),
                Arguments.of(
                        Examples.MINIMAL + "expect: [{metric: m, at_least: 2, at_most: 1}]\n",
                        "test.yaml:7:32: error: expect[0] cannot hold: at_least is above at_most"),
                Arguments.of(
                        Examples.MINIMAL + "expect: [{metric: m, variant: a, at_most: 1}]\n",
                        "test.yaml:7:31: error: unknown variant \"a\""),
                Arguments.of(
                        Examples.MINIMAL + "variants: [{name: a}, {name: a}]\n",
                        "test.yaml:7:30: error: duplicate variant \"a\""),
                Arguments.of(
                        Examples.MINIMAL + "variants: [{name: a, set: {workload.fanut: 4}}]\n",
                        "test.yaml:7:28: error: unknown key \"fanut\" in workload"),
                Arguments.of(
                        Examples.MINIMAL + "variants: [{name: a, set: {seed.x: 4}}]\n",
                        "test.yaml:7:28: error: seed must be a whole number of at most 64 bits; this is a mapping"),
                Arguments.of(
                        Examples.MINIMAL + "variants: [{name: a, set: {name: b}}]\n",
                        "test.yaml:7:28: error: a variant cannot change \"name\""),
                Arguments.of(
                        Examples.MINIMAL + "  fanout: 500\nvariants: [{name: a, set: {network.nodes: 5}}]\n",
                        "test.yaml:8:19: error: in variant \"a\": workload.fanout must be below the number of nodes, 5"
                                + " (line 7)"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextWithOneMistakeIsReportedAtItsPlace(String text, String expected) {
        String message = Examples.messageOf(text);
        assertTrue(message.startsWith(expected), () -> "expected: " + expected + "\nbut was:  " + message);
    }

    @Test
    void allProblemsAreReportedTogetherInOrderOfPosition() {
        String message = Examples.messageOf(
                "schema_version: 2\nseed: x\nseed: 2\nnetwork: {preset: nowhere, nodes: 1}\nworkload: {type: chat}\n");
        assertEquals(
                "test.yaml:1:17: test.yaml:2:7: test.yaml:3:1: test.yaml:4:19: test.yaml:4:35: test.yaml:5:18:",
                message.lines()
                        .filter(line -> line.startsWith("test.yaml"))
                        .map(line -> line.substring(0, line.indexOf(" error")))
                        .reduce((a, b) -> a + " " + b)
                        .orElse(""));
    }

    @Test
    void atMostTwentyProblemsAreShownAndTheRestCounted() {
        StringBuilder text = new StringBuilder(Examples.MINIMAL);
        for (int i = 0; i < 30; i++) {
            text.append("key_").append(i).append(": 1\n");
        }
        String message = Examples.messageOf(text.toString());
        assertEquals(
                20, message.lines().filter(line -> line.contains(": error: ")).count());
        assertTrue(message.endsWith("\n... and 10 more"), message);
    }

    @Test
    void aVeryLongLineIsCutToThePartAroundTheCaret() {
        String message = Examples.messageOf(Examples.MINIMAL + "title: [" + "x".repeat(5000) + "]\n");
        assertTrue(message.lines().allMatch(line -> line.length() < 250), message);
    }
}
