package io.omerta.scenarios.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.sim.kernel.Trace;
import io.omerta.sim.record.RunResult.ReplicationTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** {@code traces.json} of a run directory: hashes and marks of the trace of every replication. */
public final class TraceFile {
    /** Name of the file. */
    public static final String NAME = "traces.json";

    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param scenarioFile the scenario file as it was given
     * @param traces traces in order
     */
    public record Content(String scenarioFile, List<ReplicationRecord> traces) {
        public Content {
            traces = List.copyOf(traces);
        }
    }

    private TraceFile() {}

    static void write(Path directory, String scenarioFile, List<ReplicationRecord> traces) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema_version", VERSION);
        root.put("scenario_file", scenarioFile);
        ArrayNode all = root.putArray("traces");
        for (ReplicationRecord record : traces) {
            ObjectNode node = all.addObject();
            node.put("variant", record.variant());
            node.put("replication", record.trace().index());
            node.put("seed", record.trace().seed());
            node.put("events", record.trace().events());
            node.put("sha256", record.trace().sha256());
            node.put("mark_interval", record.marks().interval());
            StringBuilder marks = new StringBuilder();
            for (long digest : record.marks().digests()) {
                marks.append(HexFormat.of().toHexDigits(digest));
            }
            node.put("marks", marks.toString());
        }
        Files.write(directory.resolve(NAME), JSON.writeValueAsBytes(root));
    }

    /**
     * Reads the traces of a run directory.
     *
     * @throws InvalidInputException if it is not one
     */
    public static Content read(Path directory) {
        Path file = directory.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(
                    directory + " is not the directory of a run: it has no " + NAME + "; try out/latest");
        }
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            if (root.path("schema_version").asInt() != VERSION) {
                throw new InvalidInputException(file + " has schema version "
                        + root.path("schema_version").asText("none") + "; this program reads " + VERSION);
            }
            List<ReplicationRecord> traces = new ArrayList<>();
            for (JsonNode node : field(root, "traces")) {
                traces.add(new ReplicationRecord(
                        text(node, "variant"),
                        new ReplicationTrace(
                                (int) number(node, "replication", 0, Integer.MAX_VALUE),
                                number(node, "seed", Long.MIN_VALUE, Long.MAX_VALUE),
                                number(node, "events", 0, Long.MAX_VALUE),
                                text(node, "sha256")),
                        new Trace.Marks(
                                number(node, "mark_interval", 1, Long.MAX_VALUE), digests(text(node, "marks")))));
            }
            return new Content(text(root, "scenario_file"), traces);
        } catch (JsonProcessingException e) {
            throw damaged(file, "it is not JSON, or cut off", e);
        } catch (IllegalArgumentException e) {
            throw damaged(file, firstLine(e), e);
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode field(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the field \"" + name + "\" is missing");
        }
        return value;
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = field(node, name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("the field \"" + name + "\" is not text");
        }
        return value.textValue();
    }

    private static long number(JsonNode node, String name, long least, long most) {
        JsonNode value = field(node, name);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            throw new IllegalArgumentException(
                    "the field \"" + name + "\" is not a whole number from " + least + " to " + most);
        }
        return value.longValue();
    }

    private static long[] digests(String hex) {
        if (hex.length() % 16 != 0) {
            throw new IllegalArgumentException("marks are cut off");
        }
        long[] digests = new long[hex.length() / 16];
        for (int i = 0; i < digests.length; i++) {
            digests[i] = Long.parseUnsignedLong(hex, 16 * i, 16 * i + 16, 16);
        }
        return digests;
    }

    private static InvalidInputException damaged(Path file, String reason, Exception cause) {
        return new InvalidInputException(file + " is damaged: " + reason + "; run the scenario again", cause);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
