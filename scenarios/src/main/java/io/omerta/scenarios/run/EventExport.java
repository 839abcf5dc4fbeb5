package io.omerta.scenarios.run;

import io.omerta.sim.kernel.EventKernel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
    private final TreeMap<String, Path> parts = new TreeMap<>();
    private int variants;

    public EventExport(Path directory) {
        this.directory = directory;
    }

    @Override
    public ScenarioReplication.TraceWatch of(String variant) {
        int number = variants++;
        return (replication, kernel) -> {
            String key = String.format(Locale.ROOT, "%06d-%06d", number, replication);
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

    /** Joins the parts of the replications that finished. */
    public void join() throws IOException {
        try (OutputStream joined = Files.newOutputStream(directory.resolve(NAME))) {
            for (Path part : List.copyOf(parts.values())) {
                Files.copy(part, joined);
                Files.delete(part);
            }
        }
    }
}
