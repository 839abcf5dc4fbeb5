package io.omerta.scenarios.run;

import io.omerta.sim.kernel.EventKernel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Writes every event as a line of JSON. Each replication writes a part of its own while it runs; the parts are joined in
 * order at the end, since gzip files can be joined end to end.
 */
public final class EventExport implements RunContext.TraceSinks {
    /** Name of the joined file. */
    public static final String NAME = "events.jsonl.gz";

    private final Path directory;
    /** By variant, as they were run, then by replication. */
    private final TreeMap<PartKey, Path> parts =
            new TreeMap<>(Comparator.comparingInt(PartKey::number).thenComparingInt(PartKey::replication));

    private int variants;

    private record PartKey(int number, String variant, int replication) {}

    public EventExport(Path directory) {
        this.directory = directory;
    }

    @Override
    public ScenarioReplication.TraceWatch of(String variant) {
        int number = variants++;
        return (replication, kernel) -> {
            Path part = directory.resolve(".events-" + number + "-" + replication);
            synchronized (parts) {
                parts.put(new PartKey(number, variant, replication), part);
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

    /**
     * Joins the parts of the replications that finished, and deletes all parts.
     *
     * @param finished the traces of the run
     */
    public void join(List<ReplicationRecord> finished) throws IOException {
        try (OutputStream joined = Files.newOutputStream(directory.resolve(NAME))) {
            for (Map.Entry<PartKey, Path> part : parts.entrySet()) {
                PartKey key = part.getKey();
                if (finished.stream()
                        .anyMatch(record -> record.variant().equals(key.variant())
                                && record.trace().index() == key.replication())) {
                    Files.copy(part.getValue(), joined);
                }
                Files.delete(part.getValue());
            }
        }
    }
}
