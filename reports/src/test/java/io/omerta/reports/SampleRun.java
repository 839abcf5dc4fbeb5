package io.omerta.reports;

import io.omerta.sim.record.Chart;
import io.omerta.sim.record.Estimate;
import io.omerta.sim.record.Metric;
import io.omerta.sim.record.Outcome;
import io.omerta.sim.record.RunResult;
import io.omerta.sim.record.Table;
import io.omerta.sim.record.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A result with every kind of part, as an eclipse attack on a mesh of 600 nodes would leave it. */
public final class SampleRun {
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private SampleRun() {}

    public static RunResult result() {
        return new RunResult(
                "eclipse-attack",
                "Eclipse attack on 5 % of nodes, 600 nodes in six regions",
                "An adversary with 60 nodes fills the peer tables of 30 victims and holds back their transactions.\n\n"
                        + "The run measures how long victims stay cut off, and what that costs them.",
                RunResult.Completion.COMPLETE,
                manifest(List.of(0, 1, 2, 3, 4, 5, 6, 7)),
                "schema_version: 1\nname: eclipse-attack\nseed: 42\nnodes: 600\nduration: \"30 min\"\n"
                        + "network:\n  preset: residential\n  loss: 0.01\n",
                verdicts(),
                metrics(),
                tables(),
                charts(),
                List.of(
                        "Region latencies are those of 2019; later measurements differ by less than 10 %.",
                        "Access links have no queue limit in this preset, so bufferbloat cannot be shown."));
    }

    public static RunResult withVerdicts(List<Verdict> verdicts) {
        return with(RunResult.Completion.COMPLETE, List.of(0, 1), verdicts, List.of());
    }

    public static RunResult withMetrics(List<Metric> metrics) {
        return with(RunResult.Completion.COMPLETE, List.of(), List.of(), metrics);
    }

    /** A run stopped by its user, with one metric and a property that held as far as it went. */
    public static RunResult interrupted(List<Integer> endedReplications) {
        List<Double> values = new ArrayList<>();
        endedReplications.forEach(index -> values.add(values.size() + 1.0));
        Metric metric = new Metric("m", "Delay", "ms", values, Estimate.point(1.5, values.size()));
        Verdict verdict = new Verdict("safe", "always", "Nothing is lost", Outcome.HELD, "", "", "");
        return with(RunResult.Completion.INTERRUPTED, endedReplications, List.of(verdict), List.of(metric));
    }

    private static RunResult with(
            RunResult.Completion completion, List<Integer> ended, List<Verdict> verdicts, List<Metric> metrics) {
        return new RunResult(
                "small",
                "A small run",
                "",
                completion,
                manifest(ended),
                "",
                verdicts,
                metrics,
                List.of(),
                List.of(),
                List.of());
    }

    private static RunResult.Manifest manifest(List<Integer> ended) {
        List<RunResult.ReplicationTrace> traces = new ArrayList<>();
        for (int i : ended) {
            traces.add(new RunResult.ReplicationTrace(i, 7_046_029_254_386_353_131L + i, 1_204_113 + 97L * i, HASH));
        }
        return new RunResult.Manifest(
                "4f2c9d1e7a",
                true,
                "17.0.15 Eclipse Adoptium",
                "Linux 6.1 amd64",
                "2026-03-01T10:15:30+01:00",
                12.75,
                42,
                8,
                List.of("run", "scenarios/eclipse attack.yaml", "--replications", "8"),
                "./omerta run 'scenarios/eclipse attack.yaml' --seed 42 --replications 8",
                HASH,
                traces,
                new TreeMap<>(Map.of("dsol-core", "4.3.2", "commons-math3", "3.6.1", "jfreechart", "1.5.6")),
                new TreeMap<>(Map.of("scenarios/eclipse attack.yaml", HASH)));
    }

    private static List<Verdict> verdicts() {
        return List.of(
                new Verdict("accounting", "always", "Credits are neither made nor lost", Outcome.HELD, "", "", ""),
                new Verdict(
                        "expect[0]",
                        "stat",
                        "Median isolation time stays below 60 s",
                        Outcome.VIOLATED,
                        "73.1 s, 95 % interval 68.2 to 78.4 s (n = 8)",
                        "replication 3, 00:12:41.250, peer table of node 117 full",
                        "./omerta replay out/eclipse-attack/latest --replication 3"),
                new Verdict(
                        "recovery",
                        "sometimes",
                        "A cut-off node finds an honest peer again",
                        Outcome.INCONCLUSIVE,
                        "seen in 0 of 8 replications",
                        "",
                        ""));
    }

    private static List<Metric> metrics() {
        return List.of(
                new Metric(
                        "isolation.median",
                        "Median isolation time",
                        "s",
                        List.of(68.9, 71.2, 78.0, 75.3, 70.4, 72.2, 74.9, 73.6),
                        new Estimate(73.0625, 70.63, 75.49, 0.95, "Student t", 8)),
                new Metric(
                        "victims.share",
                        "Share of victims cut off",
                        "",
                        List.of(0.93, 0.97, 1.0, 0.93, 0.97, 0.93, 1.0, 0.97),
                        new Estimate(0.9625, 0.91, 0.984, 0.95, "Wilson", 240)),
                new Metric(
                        "events",
                        "Events executed",
                        "",
                        List.of(1_204_113.0, 1_204_210.0),
                        Estimate.point(1_204_161.5, 2)),
                new Metric(
                        "loss.residual",
                        "Residual accounting error",
                        "credits",
                        List.of(1.2e-7, 1.4e-7),
                        new Estimate(1.3e-7, 0.9e-7, 1.7e-7, 0.95, "Student t", 2)),
                new Metric(
                        "recovery.time",
                        "Recovery time",
                        "s",
                        List.of(Double.NaN, Double.NaN),
                        Estimate.point(Double.NaN, 0)));
    }

    private static List<Table> tables() {
        return List.of(new Table(
                "regions",
                "Traffic by region",
                "Sent by honest nodes over all replications.",
                List.of("Region", "Nodes", "Sent (GB)", "Median delay (ms)"),
                List.of(
                        List.of("North America", "198", "12.4", "58 ± 2"),
                        List.of("Europe", "299", "19.9", "41 ± 1"),
                        List.of("Asia Pacific", "103", "6.02", "–"))));
    }

    public static List<Chart> charts() {
        return List.of(isolation(), delays(), traffic(), costs(), longLabels(), boxes(), manyBoxes(), heatMap());
    }

    private static Chart isolation() {
        int n = 61;
        double[] time = new double[n];
        double[][] y = new double[4][n];
        for (int i = 0; i < n; i++) {
            time[i] = i * 0.5;
            y[0][i] = 0.97 * (1 - Math.exp(-i / 9.0));
            y[1][i] = y[0][i] - 0.08 * Math.sqrt(i / 60.0);
            y[2][i] = Math.min(1, y[0][i] + 0.05 * Math.sqrt(i / 60.0));
            y[3][i] = i < 20 || i > 25 ? 0.4 * (1 - Math.exp(-i / 20.0)) : Double.NaN;
        }
        double[] ends = {0, 30};
        return new Chart.Lines(
                "isolation",
                "Share of victims cut off",
                "Mean over 8 replications with a 95 % band; the gap is a partition during which nothing was seen.",
                Chart.Axis.linear("Time since the attack began", "min"),
                Chart.Axis.linear("Victims cut off", ""),
                List.of(
                        Chart.Series.banded("random peer choice", time, y[0], y[1], y[2]),
                        Chart.Series.line("buckets by address", time, y[3]),
                        Chart.Series.reference("published bound", ends, new double[] {0.85, 0.85}),
                        Chart.Series.reference("goal", ends, new double[] {0.5, 0.5})),
                false);
    }

    private static Chart delays() {
        int n = 200;
        double[] delay = new double[n];
        double[] survival = new double[n];
        double[] law = new double[n];
        for (int i = 0; i < n; i++) {
            delay[i] = 5 * Math.pow(10, 3.2 * i / n);
            law[i] = Math.pow(5 / delay[i], 1.4);
            survival[i] = i == n - 1 ? 0 : law[i] * (1 + 0.1 * Math.sin(i));
        }
        return new Chart.Lines(
                "delay-tail",
                "Message delay: probability to exceed",
                "Empirical tail over all messages, with the Pareto law of the preset (shape 1.4).",
                Chart.Axis.logarithmic("Delay", "ms"),
                Chart.Axis.logarithmic("P(delay > x)", ""),
                List.of(
                        Chart.Series.line("measured", delay, survival),
                        Chart.Series.reference("Pareto law", delay, law)),
                true);
    }

    private static Chart traffic() {
        int n = 120;
        double[] time = new double[n];
        double[][] rate = new double[4][n];
        for (int i = 0; i < n; i++) {
            time[i] = i * 15.0;
            rate[0][i] = 1.2e6 + 3e5 * Math.sin(i / 9.0);
            rate[1][i] = 8e5 + 1e5 * Math.cos(i / 4.0);
            rate[2][i] = i > 40 && i < 80 ? 9e5 : 2e5;
            rate[3][i] = 3e5;
        }
        return new Chart.StackedAreas(
                "traffic",
                "Traffic by kind of message",
                "Bytes sent by all nodes, in bins of 15 s.",
                Chart.Axis.linear("Virtual time", "s"),
                Chart.Axis.linear("Sending rate", "B/s"),
                List.of("gossip", "transactions", "peer exchange", "keep-alive"),
                time,
                rate);
    }

    private static Chart costs() {
        return new Chart.Bars(
                "costs",
                "Earnings by policy",
                "Mean per node and day, with 95 % intervals.",
                "Policy",
                Chart.Axis.linear("Earnings", "credits/day"),
                List.of("honest", "free rider", "colluding", "sybil"),
                List.of("without witnesses", "with witnesses"),
                new double[][] {{102, 131, 160, 240}, {101, 40, Double.NaN, -35}},
                new double[][] {{98, 120, 140, 200}, {99, 30, Double.NaN, -60}},
                new double[][] {{106, 142, 185, 310}, {103, 51, Double.NaN, -20}});
    }

    private static Chart longLabels() {
        return new Chart.Bars(
                "messages",
                "Messages by kind",
                "Totals of one replication.",
                "",
                Chart.Axis.logarithmic("Messages", ""),
                List.of(
                        "peer exchange request after a timeout",
                        "transaction announcement to witnesses",
                        "keep-alive",
                        "accusation with evidence and signature",
                        "never sent"),
                List.of("sent"),
                new double[][] {{5_200_000, 320_000, 48_000_000, 41, 0}},
                new double[0][],
                new double[0][]);
    }

    private static Chart boxes() {
        return new Chart.Boxes(
                "propagation",
                "Block propagation by region",
                "Whiskers from the 1st to the 99th percentile; box from the 25th to the 75th, line at the median.",
                "Region",
                Chart.Axis.linear("Delay", "ms"),
                List.of("NA", "EU", "SA", "AP", "JP", "AU"),
                new double[][] {
                    {20, 60, 90, 140, 410},
                    {12, 41, 70, 101, 300},
                    {60, 140, 190, 280, 900},
                    {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN},
                    {30, 80, 130, 170, 450},
                    {80, 160, 220, 290, 700}
                });
    }

    private static Chart manyBoxes() {
        return new Chart.Boxes(
                "recovery",
                "Recovery time by attack",
                "Time from the end of the attack until every victim has an honest peer.",
                "",
                Chart.Axis.logarithmic("Recovery time", "s"),
                List.of(
                        "eclipse, 60 attackers",
                        "eclipse, 120 attackers",
                        "partition of two regions",
                        "sybil flood with churn"),
                new double[][] {
                    {2, 9, 14, 30, 110}, {5, 22, 61, 180, 900}, {0, 1.4, 3, 5, 12}, {0.5, 30, 400, 2_100, 9_800}
                });
    }

    private static Chart heatMap() {
        List<String> shares = List.of("0 %", "5 %", "10 %", "20 %", "30 %", "40 %", "50 %");
        double[][] values = new double[5][7];
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 7; column++) {
                values[row][column] = Math.pow(column / 6.0, 1 + row * 0.6);
            }
        }
        values[3][6] = Double.NaN;
        return new Chart.HeatMap(
                "detection",
                "Missed double spends",
                "Each cell is the mean of 50 replications.",
                "Witnesses",
                "Share of colluding nodes",
                "Missed",
                "share",
                List.of("3", "5", "7", "11", "15"),
                shares,
                values);
    }
}
