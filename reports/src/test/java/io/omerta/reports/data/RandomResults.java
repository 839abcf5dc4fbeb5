package io.omerta.reports.data;

import io.omerta.sim.record.Chart;
import io.omerta.sim.record.Estimate;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.RunResult;
import io.omerta.sim.record.Table;
import io.omerta.sim.record.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Results with arbitrary texts and numbers in every field. */
final class RandomResults {
    private static final double[] SPECIAL = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -0.0,
        0,
        1e22,
        0.1
    };

    private static final String[] TEXTS = {
        "",
        " ",
        "NaN",
        "null",
        "plain",
        "a \"quoted\" \\ text",
        "two\nlines\r\n",
        "\u0000\u001F",
        "ünïcode – 数",
        "\uD83D\uDE80",
        "</script>"
    };

    private final Random random;

    RandomResults(Random random) {
        this.random = random;
    }

    RunResult next() {
        return new RunResult(
                text(),
                text(),
                text(),
                random.nextBoolean() ? RunResult.Completion.COMPLETE : RunResult.Completion.INTERRUPTED,
                manifest(),
                text(),
                list(() -> new Verdict(
                        text(), text(), text(), Outcome.values()[random.nextInt(3)], text(), text(), text())),
                list(() -> new Metric(text(), text(), text(), list(this::number), estimate())),
                list(this::table),
                list(this::chart),
                list(this::text));
    }

    private RunResult.Manifest manifest() {
        return new RunResult.Manifest(
                text(),
                random.nextBoolean(),
                text(),
                text(),
                text(),
                number(),
                random.nextLong(),
                random.nextInt(),
                list(this::text),
                text(),
                text(),
                list(() ->
                        new RunResult.ReplicationTrace(random.nextInt(), random.nextLong(), random.nextLong(), text())),
                map(),
                map());
    }

    private Estimate estimate() {
        return new Estimate(number(), number(), number(), number(), text(), random.nextLong());
    }

    private Table table() {
        List<String> columns = list(this::text);
        return new Table(text(), text(), text(), columns, list(() -> columns.stream()
                .map(column -> text())
                .toList()));
    }

    private Chart chart() {
        return switch (random.nextInt(5)) {
            case 0 -> new Chart.Lines(text(), text(), text(), axis(), axis(), list(this::series), random.nextBoolean());
            case 1 -> new Chart.StackedAreas(
                    text(), text(), text(), axis(), axis(), list(this::text), numbers(3), matrix());
            case 2 -> new Chart.Bars(
                    text(),
                    text(),
                    text(),
                    text(),
                    axis(),
                    list(this::text),
                    list(this::text),
                    matrix(),
                    matrix(),
                    matrix());
            case 3 -> new Chart.Boxes(text(), text(), text(), text(), axis(), list(this::text), matrix());
            default -> new Chart.HeatMap(
                    text(),
                    text(),
                    text(),
                    text(),
                    text(),
                    text(),
                    text(),
                    list(this::text),
                    list(this::text),
                    matrix());
        };
    }

    private Chart.Axis axis() {
        return new Chart.Axis(text(), text(), random.nextBoolean());
    }

    private Chart.Series series() {
        int length = random.nextInt(4);
        int band = random.nextBoolean() ? length : 0;
        return new Chart.Series(
                text(), numbers(length), numbers(length), numbers(band), numbers(band), random.nextBoolean());
    }

    private double[][] matrix() {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(row -> numbers(random.nextInt(3)))
                .toArray(double[][]::new);
    }

    private double[] numbers(int length) {
        return IntStream.range(0, length).mapToDouble(i -> number()).toArray();
    }

    private double number() {
        return random.nextInt(3) == 0
                ? SPECIAL[random.nextInt(SPECIAL.length)]
                : Double.longBitsToDouble(random.nextLong());
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)] + (random.nextBoolean() ? "" : Long.toString(random.nextLong(), 36));
    }

    private Map<String, String> map() {
        Map<String, String> map = new TreeMap<>();
        list(this::text).forEach(key -> map.put(key, text()));
        return map;
    }

    private <T> List<T> list(Supplier<T> element) {
        return Stream.generate(element).limit(random.nextInt(4)).toList();
    }
}
