package io.omerta.sim.network.observe;

import io.omerta.sim.kernel.EventKernel;
import io.omerta.sim.kernel.VirtualTime;
import io.omerta.sim.network.Accounting;
import io.omerta.sim.network.DropReason;
import io.omerta.sim.network.Network;
import io.omerta.sim.network.Traffic;
import io.omerta.sim.network.region.Region;
import io.omerta.sim.record.Chart;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.CountPanel;
import io.omerta.sim.study.MatrixPanel;
import io.omerta.sim.study.Panel;
import io.omerta.sim.study.ReplicationFindings.Check;
import io.omerta.sim.study.TimelinePanel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What every replication says of its network, whatever its nodes do. */
public final class NetworkFindings {
    private final Network network;
    private final DelayStatistics delays;
    private final TrafficTimeline timeline =
            new TrafficTimeline(VirtualTime.MILLISECOND, TrafficTimeline.DEFAULT_INTERVALS);

    public NetworkFindings(Network network) {
        this.network = network;
        this.delays = new DelayStatistics(network.population());
    }

    /** Begins to observe: at the end of the warm-up. */
    public void begin() {
        network.addObserver(delays);
        network.addObserver(timeline);
    }

    /** Single values of the replication so far. Counts are of the whole replication, delays of what was observed. */
    public List<Observation> observations() {
        Accounting books = network.accounting();
        EventKernel kernel = network.kernel();
        DelayDistribution all = delays.all();
        long bytes = network.traffic().stream().mapToLong(Traffic::bytesSent).sum();
        return List.of(
                new Observation("network.sent", "messages sent", "", books.sent()),
                new Observation("network.bytes_sent", "data sent", "MB", bytes / 1e6),
                new Observation(
                        "network.drop_rate",
                        "messages dropped, of those sent",
                        "",
                        books.sent() == 0 ? Double.NaN : (double) books.dropped() / books.sent()),
                new Observation("network.delay_mean", "mean delay of a message", "ms", all.meanNanos() / 1e6),
                new Observation(
                        "network.delay_p99",
                        "99th percentile of the delay",
                        "ms",
                        all.count() == 0 ? Double.NaN : all.quantileNanos(0.99) / 1e6),
                new Observation("run.events", "events executed", "", kernel.executed()),
                new Observation("run.virtual_time", "virtual time at the end", "s", kernel.now() / 1e9));
    }

    /** Shares of charts. */
    public List<Panel> panels() {
        return List.of(
                traffic(
                        "traffic",
                        "Messages over time",
                        "Messages handed to the network, by kind; mean over replications.",
                        Chart.Axis.linear("messages", "1/s"),
                        1,
                        timeline::messagesSent),
                traffic(
                        "bandwidth",
                        "Data over time",
                        "Data handed to the network, by kind of message; mean over replications.",
                        Chart.Axis.linear("data", "Mbit/s"),
                        8e-6,
                        timeline::bytesSent),
                drops(),
                delayMap(),
                new RegionDelayPanel("delay-by-region", regionNames(), delays));
    }

    private List<String> regionNames() {
        return network.population().preset().regions().stream()
                .map(Region::name)
                .toList();
    }

    private interface AmountsOfKind {
        long[] of(int kind);
    }

    private Panel traffic(
            String id, String title, String caption, Chart.Axis y, double unit, AmountsOfKind amountsOfKind) {
        List<String> kinds = new ArrayList<>();
        List<double[]> amounts = new ArrayList<>();
        List<Traffic> traffic = network.traffic();
        for (int kind = 0; kind < traffic.size(); kind++) {
            kinds.add(traffic.get(kind).kind());
            amounts.add(Arrays.stream(amountsOfKind.of(kind))
                    .mapToDouble(amount -> amount * unit)
                    .toArray());
        }
        return new TimelinePanel(
                id, title, caption, y, 1, kinds, timeline.widthNanos(), amounts.toArray(double[][]::new));
    }

    private Panel drops() {
        List<String> reasons = new ArrayList<>();
        double[] counts = new double[DropReason.values().length];
        for (DropReason reason : DropReason.values()) {
            reasons.add(reason.label());
            counts[reason.ordinal()] = network.traffic().stream()
                    .mapToLong(traffic -> traffic.dropped(reason))
                    .sum();
        }
        return new CountPanel(
                "drops",
                "Messages dropped, by reason",
                "Mean over replications, with a confidence interval.",
                "reason",
                Chart.Axis.linear("messages", ""),
                reasons,
                "dropped",
                counts);
    }

    private Panel delayMap() {
        List<String> names = regionNames();
        double[][] mean = new double[names.size()][names.size()];
        for (int from = 0; from < names.size(); from++) {
            for (int to = 0; to < names.size(); to++) {
                DelayDistribution pair = delays.between(from, to);
                mean[from][to] = pair.count() == 0 ? Double.NaN : pair.meanNanos() / 1e6;
            }
        }
        return new MatrixPanel(
                "delay-map",
                "Mean delay between regions",
                "From sending to arrival, all kinds of messages; mean over replications.",
                "from",
                "to",
                "mean delay",
                "ms",
                names,
                names,
                mean);
    }

    /** Properties that hold in every replication, or the simulator is wrong. */
    public List<Check> checks() {
        Accounting books = network.accounting();
        return List.of(new Check(
                "accounting",
                "every message sent, copies included, was delivered, dropped or is on its way",
                books.balances(),
                books.sent() + " sent + " + books.duplicated() + " copies = " + books.delivered() + " delivered + "
                        + books.dropped() + " dropped + " + books.inFlight() + " on their way"));
    }
}
