package io.omerta.sim.economics.doublespend;

import io.omerta.sim.economics.study.Rounds;
import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.record.Chart;
import io.omerta.sim.stats.Observation;
import io.omerta.sim.study.CountPanel;
import io.omerta.sim.study.Panel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The double spends of one {@link PartitionStudy}. The first nodes are one part, the others the second. In each part the
 * payment enters at a random node and the victim is another random draw, which may be the same node; it accepts if it holds
 * the payment. How long the partition lasts plays no part: each attacker spends once in each part.
 */
final class PartitionedSpends implements Rounds.Work {
    private final PartitionStudy study;
    private final RandomStreams streams;
    private final PeerGraph graph;
    private final int split;
    private int accepted;
    private int noticed;

    PartitionedSpends(PartitionStudy study, RandomStreams streams) {
        this.study = study;
        this.streams = streams;
        graph = PeerGraph.erdosRenyi(
                study.nodes(), study.connectivity(), streams.stream("doublespend.partition.graph"));
        split = (int) (study.firstPart() * study.nodes());
    }

    @Override
    public long round(int attacker) {
        RandomStream choices = streams.stream("doublespend.partition.attacker", attacker);
        boolean[] first = held(choices.nextInt(split));
        boolean firstVictim = first[choices.nextInt(split)];
        int others = study.nodes() - split;
        boolean[] second = held(split + choices.nextInt(others));
        boolean secondVictim = second[split + choices.nextInt(others)];
        accepted += firstVictim && secondVictim ? 1 : 0;
        noticed += meetAfterHealing(first, second) ? 1 : 0;
        return accepted;
    }

    /** Who holds a payment that entered at a node while the parts are apart. */
    private boolean[] held(int entry) {
        int hops = study.spread() == PartitionStudy.Spread.ONE_HOP ? 1 : study.nodes();
        boolean[] held = new boolean[study.nodes()];
        held[entry] = true;
        spread(held, hops, (node, peer) -> node < split == peer < split);
        return held;
    }

    /** Whether someone holds both once every holder floods what it has over the whole graph. */
    private boolean meetAfterHealing(boolean[] first, boolean[] second) {
        boolean[] reached = first.clone();
        spread(reached, study.nodes(), (node, peer) -> true);
        return IntStream.range(0, study.nodes()).anyMatch(node -> reached[node] && second[node]);
    }

    private interface Open {
        boolean between(int node, int peer);
    }

    /** Spreads from those who hold something to their peers, and from these to theirs, for so many hops. */
    private void spread(boolean[] held, int hops, Open open) {
        int[] queue = new int[study.nodes()];
        int end = 0;
        for (int node = 0; node < held.length; node++) {
            if (held[node]) {
                queue[end++] = node;
            }
        }
        int next = 0;
        for (int hop = 0; hop < hops && next < end; hop++) {
            for (int layerEnd = end; next < layerEnd; next++) {
                int node = queue[next];
                for (int link = graph.firstLink(node); link < graph.firstLink(node + 1); link++) {
                    int peer = graph.end(link);
                    if (!held[peer] && open.between(node, peer)) {
                        held[peer] = true;
                        queue[end++] = peer;
                    }
                }
            }
        }
    }

    @Override
    public List<Observation> observations() {
        return List.of(
                new Observation("spends.accepted", "double spends that both victims accept", "", accepted),
                new Observation(
                        "spends.accepted.part",
                        "part of double spends that both victims accept",
                        "%",
                        100.0 * accepted / study.attackers()),
                new Observation(
                        "spends.noticed",
                        "double spends noticed after healing",
                        "%",
                        100.0 * noticed / study.attackers()));
    }

    @Override
    public List<Panel> panels() {
        double[] distribution = new double[study.attackers() + 1];
        distribution[accepted] = 1;
        return List.of(new CountPanel(
                "accepted",
                "Double spends accepted while the network is in two parts",
                "Part of all replications, by the number of attackers who succeed.",
                "attackers who succeed",
                Chart.Axis.linear("part of replications", ""),
                IntStream.rangeClosed(0, study.attackers())
                        .mapToObj(Integer::toString)
                        .toList(),
                "replications",
                distribution));
    }
}
