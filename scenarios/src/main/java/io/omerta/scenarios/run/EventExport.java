package io.omerta.scenarios.run;

import io.omerta.sim.kernel.EventKernel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/**
 * Writes every event as a line of JSON. Each replication writes a part of its own while it runs; the parts are joined in
 * order at the end, since gzip files can be joined end to end.
 */
public final class EventExport implements RunContext.TraceSinks {
    /** Name of the joined file. */
    public static final String NAME = "events.jsonl.gz";

    private final Path directory;
    private final TreeMap<String, Path> parts = new TreeMap<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    public EventExport(Path directory) {
        this.directory = directory;
    }

    @Override
    public ScenarioReplication.TraceWatch of(String variant) {
        numbers.put(variant, numbers.size());
        return (replication, kernel) -> {
            String key = key(variant, replication);
            Path part = directory.resolve(".events-" + key);
            synchronized (parts) {
                parts.put(key, part);
            }
            return watch(part, variant, replication, kernel);
        };
    }

    private static AutoCloseable watch(Path part, String variant, int replication, EventKernel kernel)
            throws IOException {
        OutputStream stream = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(part), 1 << 16));
        String head = (variant.isEmpty() ? "{" : "{\"variant\":\"" + variant + "\",") + "\"replication\":" + replication
                + ",\"event\":";
        StringBuilder line = new StringBuilder();
        kernel.trace().observe((index, time, source, counter, type, target, a, b, c) -> {
            line.setLength(0);
            line.append(head)
                    .append(index)
                    .append(",\"time_ns\":")
                    .append(time)
                    .append(",\"type\":\"")
                    .append(kernel.eventTypeName(type))
                    .append("\",\"source\":")
                    .append(source)
                    .append(",\"counter\":")
                    .append(counter)
                    .append(",\"target\":")
                    .append(target)
                    .append(",\"payload\":[")
                    .append(a)
                    .append(',')
                    .append(b)
                    .append(',')
                    .append(c)
                    .append("]}\n");
            try {
                stream.write(line.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + part, e);
            }
        });
        return stream;
    }

    /** Sorts in the order of the variants and their replications. */
    private String key(String variant, int replication) {
        return String.format(Locale.ROOT, "%06d-%06d", numbers.get(variant), replication);
    }

    /**
     * Joins the parts of the replications that finished, and drops the others.
     *
     * @param finished replications whose results are reported
     */
    public void join(List<ReplicationRecord> finished) throws IOException {
        Set<String> wanted = new TreeSet<>();
        finished.forEach(
                record -> wanted.add(key(record.variant(), record.trace().index())));
        try (OutputStream joined = Files.newOutputStream(directory.resolve(NAME))) {
            for (Map.Entry<String, Path> part : parts.entrySet()) {
                if (wanted.contains(part.getKey())) {
                    Files.copy(part.getValue(), joined);
                }
                Files.delete(part.getValue());
            }
        }
    }
}
