package io.omerta.reports;

import io.omerta.reports.chart.ChartDrawing;
import io.omerta.reports.ci.JUnitXml;
import io.omerta.reports.ci.Sarif;
import io.omerta.reports.data.ManifestJson;
import io.omerta.reports.data.MetricsCsv;
import io.omerta.reports.data.ResultFile;
import io.omerta.reports.data.SummaryJson;
import io.omerta.reports.html.ReportPage;
import io.omerta.reports.text.FileNames;
import io.omerta.sim.record.Chart;
import io.omerta.sim.record.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a run directory that are made from its result, and the way back from them. */
public final class RunReport {
    private static final String XML_DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private RunReport() {}

    /**
     * Writes the report page, charts, data files and CI files; files of the same name are replaced. The charts and the
     * page come last, so that a run whose charts cannot be drawn keeps everything else.
     *
     * @param directory an existing directory
     * @throws IllegalArgumentException if the arrays of a chart do not fit each other
     * @throws IllegalStateException if this machine has no font; the message is one line for people
     * @throws IOException if a file cannot be written
     */
    public static void write(RunResult result, Path directory) throws IOException {
        // First what is most dear: from it all the rest can be made again.
        write(directory, ResultFile.NAME, ResultFile.text(result));
        write(directory, "scenario.resolved.yaml", result.resolvedScenario());
        write(directory, "trace.sha256", result.manifest().traceSha256() + "\n");
        write(directory, "manifest.json", ManifestJson.text(result));
        write(directory, "summary.json", SummaryJson.text(result));
        write(directory, "metrics.csv", MetricsCsv.text(result));
        write(directory, "junit.xml", JUnitXml.text(result));
        write(directory, "results.sarif", Sarif.text(result));
        write(directory, "index.html", ReportPage.html(result, writeCharts(result, directory)));
    }

    /**
     * Reads the result that {@link #write} has left in a run directory.
     *
     * @throws IllegalArgumentException if there is none or it is damaged; the message is one line for people
     * @throws IOException if the file cannot be read
     */
    public static RunResult read(Path directory) throws IOException {
        return ResultFile.read(directory.resolve(ResultFile.NAME));
    }

    /** Returns the SVG of each chart. */
    private static List<String> writeCharts(RunResult result, Path directory) throws IOException {
        List<String> names =
                FileNames.unique(result.charts().stream().map(Chart::id).toList(), "chart");
        List<String> drawings = new ArrayList<>();
        if (names.isEmpty()) {
            return drawings;
        }
        Path charts = Files.createDirectories(directory.resolve("charts"));
        for (int i = 0; i < names.size(); i++) {
            ChartDrawing drawing = ChartDrawing.of(result.charts().get(i));
            String svg = drawing.svg("chart-" + names.get(i));
            drawings.add(svg);
            write(charts, names.get(i) + ".svg", XML_DECLARATION + svg + "\n");
            Files.write(charts.resolve(names.get(i) + ".png"), drawing.png());
        }
        return drawings;
    }

    private static void write(Path directory, String name, String text) throws IOException {
        // Not Files.writeString, which refuses half a surrogate pair: a report must not fail on a strange title.
        Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
