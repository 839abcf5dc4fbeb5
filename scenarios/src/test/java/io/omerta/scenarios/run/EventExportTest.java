package io.omerta.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.omerta.scenarios.model.Scenario;
import io.omerta.sim.replication.CancellationToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventExportTest {
    @TempDir
    Path folder;

    @Test
    void everyEventOfEveryReplicationIsALineInOrder() throws IOException {
        RunOutcome outcome = export(Runs.scenario(Runs.GOSSIP, "replications=3"), new CancellationToken(), -1);

        List<String> expected = new ArrayList<>();
        for (ReplicationRecord record : outcome.traces()) {
            for (long i = 0; i < record.trace().events(); i++) {
                expected.add(record.trace().index() + ":" + i);
            }
        }
        assertEquals(
                expected,
                lines().stream()
                        .map(line -> line.path("replication").asInt() + ":"
                                + line.path("event").asLong())
                        .toList());
    }

    @Test
    void variantsComeInTheOrderInWhichTheyRan() throws IOException {
        export(Runs.scenario(Runs.GOSSIP_VARIANTS.replace("fanout-3", "z")), new CancellationToken(), -1);

        assertEquals(
                List.of("z", "fanout-4"),
                lines().stream()
                        .map(line -> line.path("variant").asText())
                        .distinct()
                        .toList());
    }

    @Test
    void aLineTellsAllThatTheTraceHashes() throws IOException {
        export(Runs.scenario(Runs.GOSSIP), new CancellationToken(), -1);

        JsonNode first = lines().get(0);
        assertEquals(
                List.of("replication", "event", "time_ns", "type", "source", "counter", "target", "payload"),
                new ArrayList<>(
                        first.properties().stream().map(field -> field.getKey()).toList()));
        assertTrue(first.path("type").isTextual());
        assertEquals(3, first.path("payload").size());
    }

    @Test
    void aReplicationThatDidNotFinishIsLeftOut() throws IOException {
        CancellationToken token = new CancellationToken();
        RunOutcome outcome = export(Runs.scenario(Runs.GOSSIP, "replications=3"), token, 1);

        assertEquals(1, outcome.traces().size());
        assertEquals(outcome.traces().get(0).trace().events(), lines().size());
    }

    @Test
    void onlyTheJoinedFileRemains() throws IOException {
        export(Runs.scenario(Runs.GOSSIP), new CancellationToken(), -1);

        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(folder.resolve(EventExport.NAME)), left.toList());
        }
        assertFalse(lines().isEmpty());
    }

    /** Cancels when the replication of an index starts; -1 for never. */
    private RunOutcome export(Scenario scenario, CancellationToken token, int cancelAt) throws IOException {
        EventExport export = new EventExport(folder);
        RunOutcome outcome = Runs.run(scenario, token, variant -> {
            ScenarioReplication.TraceWatch watch = export.of(variant);
            return (replication, kernel) -> {
                if (replication == cancelAt) {
                    token.cancel();
                }
                return watch.watch(replication, kernel);
            };
        });
        export.join(outcome.traces());
        return outcome;
    }

    private List<JsonNode> lines() throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(EventExport.NAME))), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(mapper.readTree(line));
            }
        }
        return lines;
    }
}
