package io.omerta.sim.network.workload;

import io.omerta.sim.stats.Observation;
import io.omerta.sim.stats.Tally;
import io.omerta.sim.study.ArrivalPanel;
import io.omerta.sim.study.Panel;
import java.util.List;

/** How rumours spread. */
final class GossipStatistics {
    private final Rumours rumours;
    private final int nodes;

    GossipStatistics(Rumours rumours, int nodes) {
        this.rumours = rumours;
        this.nodes = nodes;
    }

    List<Observation> observations(int fanout, long pushes, long redundant, long completedAtNanos) {
        Tally coverage = new Tally();
        for (int rumour = 0; rumour < rumours.started(); rumour++) {
            coverage.add((double) rumours.reached(rumour) / nodes);
        }
        double perNode = rumours.started() == 0 ? Double.NaN : (double) pushes / nodes / rumours.started();
        return List.of(
                new Observation("gossip.coverage", "nodes reached by a rumour", "", coverage.mean()),
                new Observation(
                        "gossip.coverage_theory", "solution of s = 1 - exp(-f s)", "", epidemicFinalSize(fanout)),
                new Observation(
                        "gossip.complete",
                        "rumours that everyone heard",
                        "",
                        rumours.started() == 0 ? Double.NaN : (double) rumours.complete() / rumours.started()),
                new Observation("gossip.t50", "time to half of the nodes", "ms", meanMillisTo(0.5)),
                new Observation("gossip.t90", "time to 90 % of the nodes", "ms", meanMillisTo(0.9)),
                new Observation("gossip.pushes_per_node", "pushes of a node for a rumour", "", perNode),
                new Observation(
                        "gossip.redundancy",
                        "pushes that told nothing new",
                        "",
                        pushes == 0 ? Double.NaN : (double) redundant / pushes),
                new Observation(
                        "gossip.last_completion",
                        "virtual time when the last rumour was complete",
                        "s",
                        completedAtNanos < 0 ? Double.NaN : completedAtNanos / 1e9));
    }

    /** The positive solution of s = 1 - exp(-f s), by iteration from above; 0 for f up to 1. */
    static double epidemicFinalSize(double fanout) {
        if (fanout <= 1) {
            return 0; // the iteration would creep towards it
        }
        double s = 1;
        for (int i = 0; i < 10_000; i++) {
            s = 1 - StrictMath.exp(-fanout * s);
        }
        return s;
    }

    private double meanMillisTo(double fraction) {
        int target = (int) Math.ceil(fraction * nodes);
        Tally millis = new Tally();
        for (int rumour = 0; rumour < rumours.started(); rumour++) {
            if (rumours.reached(rumour) >= target) {
                millis.add(rumours.arrivalNanos(rumour, target) / 1e6);
            }
        }
        return millis.mean();
    }

    List<Panel> panels(int fanout) {
        int total = 0;
        for (int rumour = 0; rumour < rumours.started(); rumour++) {
            total += rumours.reached(rumour);
        }
        long[] times = new long[total];
        int n = 0;
        for (int rumour = 0; rumour < rumours.started(); rumour++) {
            for (int i = 1; i <= rumours.reached(rumour); i++) {
                times[n++] = rumours.arrivalNanos(rumour, i);
            }
        }
        return List.of(ArrivalPanel.of(
                "propagation",
                "Rumour propagation",
                "Fraction of nodes that have heard a rumour, by the time since it began; mean over the rumours of a"
                        + " replication, then over replications, with a pointwise confidence band.",
                "nodes that heard",
                "fanout " + fanout,
                times,
                (long) nodes * rumours.started()));
    }
}
