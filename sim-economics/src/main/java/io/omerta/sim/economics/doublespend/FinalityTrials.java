package io.omerta.sim.economics.doublespend;

import io.omerta.sim.economics.study.Rounds;
import io.omerta.sim.economics.study.Settings;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.record.Chart;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.CurvePanel;
import io.omerta.sim.study.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trials of a {@link FinalityStudy}. Of the receiver's peers the threshold's part, rounded down, must confirm; a peer confirms
 * as soon as it has the payment, and its word takes one hop. Where rounding leaves nobody, one peer is asked for: the
 * description is silent about it.
 */
final class FinalityTrials implements Rounds.Work {
    private final FinalityStudy study;
    private final RandomStreams streams;

    /** {@code seconds[connectivity][threshold][trial]}; +infinity for a payment that never became final. */
    private final double[][][] seconds;

    FinalityTrials(FinalityStudy study, RandomStreams streams) {
        this.study = study;
        this.streams = streams;
        seconds = new double[study.connectivities().size()][study.thresholds().size()][study.trials()];
    }

    @Override
    public long round(int trial) {
        double sum = 0;
        for (int c = 0; c < seconds.length; c++) {
            PeerGraph graph = study.topology()
                    .draw(
                            study.nodes(),
                            study.connectivities().get(c),
                            streams.stream("doublespend.finality.graph", trial));
            RandomStream ends = streams.stream("doublespend.finality.ends", trial);
            int sender = ends.nextInt(study.nodes());
            int other = ends.nextInt(study.nodes() - 1);
            int receiver = other >= sender ? other + 1 : other;
            double[] delays = Flood.delays(graph, streams.stream("doublespend.finality.delay", trial));
            double[] arrivals = Flood.arrivals(graph, delays, sender, 0, study.marking());
            double[] confirmed =
                    confirmations(graph, receiver, arrivals, streams.stream("doublespend.finality.word", trial));
            for (int t = 0; t < study.thresholds().size(); t++) {
                int needed = Math.max(1, (int) (study.thresholds().get(t) * confirmed.length));
                double at = confirmed.length < needed ? Double.POSITIVE_INFINITY : confirmed[needed - 1];
                seconds[c][t][trial] = at > study.windowSeconds() ? Double.POSITIVE_INFINITY : at;
                sum += Double.isInfinite(at) ? 0 : at;
            }
        }
        return Double.doubleToRawLongBits(sum);
    }

    /** When the word of each peer of the receiver arrives, ascending. */
    private static double[] confirmations(PeerGraph graph, int receiver, double[] arrivals, RandomStream word) {
        double[] confirmed = new double[graph.degree(receiver)];
        Arrays.setAll(confirmed, i -> arrivals[graph.end(graph.firstLink(receiver) + i)] + Flood.hop(word));
        Arrays.sort(confirmed);
        return confirmed;
    }

    private double[] finished(int connectivity, int threshold) {
        return Arrays.stream(seconds[connectivity][threshold])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    /** Median over the payments that became final, seconds; NaN if none did. */
    double median(int connectivity, int threshold) {
        double[] sorted = finished(connectivity, threshold);
        int middle = sorted.length / 2;
        return sorted.length == 0
                ? Double.NaN
                : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public List<Observation> observations() {
        List<Observation> seen = new ArrayList<>();
        for (int t = 0; t < study.thresholds().size(); t++) {
            for (int c = 0; c < seconds.length; c++) {
                String threshold = Settings.text(study.thresholds().get(t));
                String connectivity = Settings.text(study.connectivities().get(c));
                String name = "peers" + threshold + ".connectivity" + connectivity;
                String label = threshold + " of the peers, connectivity " + connectivity;
                seen.add(new Observation("finality.median." + name, "median finality, " + label, "s", median(c, t)));
                seen.add(new Observation(
                        "finality.reached." + name,
                        "payments that become final, " + label,
                        "%",
                        100.0 * finished(c, t).length / study.trials()));
            }
        }
        return seen;
    }

    @Override
    public List<Panel> panels() {
        List<CurvePanel.Curve> curves = new ArrayList<>();
        for (int t = 0; t < study.thresholds().size(); t++) {
            int threshold = t;
            double[] medians = new double[seconds.length];
            Arrays.setAll(medians, c -> median(c, threshold));
            curves.add(
                    new CurvePanel.Curve(Settings.text(study.thresholds().get(t)) + " of the peers", medians, false));
        }
        return List.of(new CurvePanel(
                "finality",
                "Time until a payment is final",
                "Median over payments that become final, by the part of the receiver's peers that must confirm.",
                Chart.Axis.linear("connectivity", ""),
                Chart.Axis.linear("median time", "s"),
                Settings.array(study.connectivities()),
                curves,
                0,
                Double.POSITIVE_INFINITY,
                false));
    }
}
