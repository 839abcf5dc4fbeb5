package io.omerta.sim.economics.doublespend;

import io.omerta.sim.economics.study.Rounds;
import io.omerta.sim.economics.study.Settings;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.record.Chart;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.CurvePanel;
import io.omerta.sim.study.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trials of a {@link DetectionStudy}. The first payment has reached everyone it can reach before the second is sent, as
 * published: there is no race, and who is connected with the spender always notices.
 */
final class DetectionTrials implements Rounds.Work {
    private static final double SECOND_SPEND_SECONDS = 0.001;

    private final DetectionStudy study;
    private final RandomStreams streams;
    private final int[] detected;
    private final double[] seconds;
    private final double[] spread;
    private final double[] halfSeconds;
    private int trials;

    DetectionTrials(DetectionStudy study, RandomStreams streams) {
        this.study = study;
        this.streams = streams;
        int settings = study.connectivities().size();
        detected = new int[settings];
        seconds = new double[settings];
        spread = new double[settings];
        halfSeconds = new double[settings];
    }

    @Override
    public long round(int trial) {
        trials++;
        for (int c = 0; c < detected.length; c++) {
            PeerGraph graph = study.topology()
                    .draw(
                            study.nodes(),
                            study.connectivities().get(c),
                            streams.stream("doublespend.detection.graph", trial));
            int spender = streams.stream("doublespend.detection.spender", trial).nextInt(study.nodes());
            double[] delays = Flood.delays(graph, streams.stream("doublespend.detection.delay", trial));
            double[] second = Flood.arrivals(graph, delays, spender, SECOND_SPEND_SECONDS, study.marking());
            second[spender] = Double.POSITIVE_INFINITY;
            double[] noticed =
                    Arrays.stream(second).filter(Double::isFinite).sorted().toArray();
            spread[c] += (double) noticed.length / study.nodes();
            if (noticed.length > 0) {
                detected[c]++;
                seconds[c] += noticed[0];
                halfSeconds[c] += noticed[(noticed.length - 1) / 2];
            }
        }
        return Double.doubleToRawLongBits(Arrays.stream(halfSeconds).sum());
    }

    @Override
    public List<Observation> observations() {
        List<Observation> seen = new ArrayList<>();
        for (int c = 0; c < detected.length; c++) {
            String at = Settings.text(study.connectivities().get(c));
            seen.add(new Observation(
                    "detection.probability." + at,
                    "double spends noticed at connectivity " + at,
                    "%",
                    100 * probability(c)));
            seen.add(new Observation(
                    "detection.time." + at, "time until noticed at connectivity " + at, "s", overDetected(seconds, c)));
            seen.add(new Observation(
                    "detection.half." + at,
                    "time until half of those who notice have, connectivity " + at,
                    "s",
                    overDetected(halfSeconds, c)));
            seen.add(new Observation(
                    "detection.spread." + at,
                    "nodes that notice at connectivity " + at,
                    "%",
                    100 * spread[c] / trials));
        }
        return seen;
    }

    /** Part of the double spends at a setting that were noticed. */
    double probability(int setting) {
        return (double) detected[setting] / trials;
    }

    private double overDetected(double[] sums, int setting) {
        return detected[setting] == 0 ? Double.NaN : sums[setting] / detected[setting];
    }

    private CurvePanel.Curve overDetected(String name, double[] sums) {
        double[] means = new double[sums.length];
        Arrays.setAll(means, setting -> overDetected(sums, setting));
        return new CurvePanel.Curve(name, means, false);
    }

    @Override
    public List<Panel> panels() {
        double[] at = Settings.array(study.connectivities());
        Chart.Axis x = Chart.Axis.linear("connectivity", "");
        List<CurvePanel.Curve> noticed = new ArrayList<>();
        noticed.add(new CurvePanel.Curve(
                "double spends noticed",
                IntStream.range(0, at.length).mapToDouble(this::probability).toArray(),
                false));
        noticed.add(new CurvePanel.Curve(
                "nodes that notice",
                Arrays.stream(spread).map(sum -> sum / trials).toArray(),
                false));
        if (study.topology() == Topology.ERDOS_RENYI) {
            noticed.add(new CurvePanel.Curve(
                    "spender has a peer (exact)",
                    Arrays.stream(at)
                            .map(p -> 1 - StrictMath.pow(1 - p, study.nodes() - 1))
                            .toArray(),
                    true));
        }
        return List.of(
                new CurvePanel(
                        "detection",
                        "Double spends noticed, and by how many",
                        "Part of all double spends, and mean part of all nodes.",
                        x,
                        Chart.Axis.linear("part", ""),
                        at,
                        noticed,
                        0,
                        1,
                        false),
                new CurvePanel(
                        "detection-time",
                        "Time until a double spend is noticed",
                        "Mean over the double spends that are noticed.",
                        x,
                        Chart.Axis.linear("time", "s"),
                        at,
                        List.of(
                                overDetected("by anyone", seconds),
                                overDetected("by half of those who notice", halfSeconds)),
                        0,
                        Double.POSITIVE_INFINITY,
                        false));
    }
}
