package io.omerta.reports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.record.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunReportTest {
    @TempDir
    Path directory = Path.of("");

    private Map<String, byte[]> written(RunResult result, String name) throws IOException {
        Path target = Files.createDirectories(directory.resolve(name));
        RunReport.write(result, target);
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(target)) {
            paths.filter(Files::isRegularFile).forEach(path -> files.put(relative(target, path), bytes(path)));
        }
        return files;
    }

    private static String relative(Path root, Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSameFiles(Map<String, byte[]> expected, Map<String, byte[]> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
    }

    @Test
    void everyFileOfARunDirectoryIsWritten() throws IOException {
        Map<String, byte[]> files = written(SampleRun.result(), "run");
        assertTrue(files.keySet()
                .containsAll(List.of(
                        "index.html",
                        "junit.xml",
                        "manifest.json",
                        "metrics.csv",
                        "result.json",
                        "results.sarif",
                        "scenario.resolved.yaml",
                        "summary.json",
                        "trace.sha256")));
        SampleRun.charts()
                .forEach(chart -> assertTrue(files.keySet()
                        .containsAll(List.of("charts/" + chart.id() + ".svg", "charts/" + chart.id() + ".png"))));
        assertEquals(9 + 2 * SampleRun.charts().size(), files.size());
    }

    @Test
    void sameResultGivesSameBytes() throws IOException {
        assertSameFiles(written(SampleRun.result(), "one"), written(SampleRun.result(), "two"));
    }

    @Test
    void reportRedrawnFromItsDirectoryIsTheSame() throws IOException {
        Map<String, byte[]> first = written(SampleRun.result(), "first");
        assertSameFiles(first, written(RunReport.read(directory.resolve("first")), "redrawn"));
    }

    @Test
    void runWithoutChartsIsWritten() throws IOException {
        assertEquals(9, written(SampleRun.withVerdicts(List.of()), "small").size());
    }
}
