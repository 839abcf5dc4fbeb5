package io.omerta.protocol.trust;

import io.omerta.protocol.wire.PeerId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Who bought from whom. Finds clusters of peers who trade with each other in both directions, as identities of one owner do
 * that work up trust. Rings that trade in one direction only are not found here.
 *
 * <p>Mutable; owned by one machine or one simulation.
 */
public final class TradeGraph {
    /** Volume by provider, then consumer. Every peer that traded is a key. */
    private final TreeMap<PeerId, TreeMap<PeerId, Long>> sales = new TreeMap<>();

    /**
     * Adds a purchase.
     *
     * @param volumeMicros micro-credits, more than 0
     * @throws ArithmeticException if the volumes of a pair overflow
     */
    public void add(PeerId consumer, PeerId provider, long volumeMicros) {
        if (volumeMicros <= 0) {
            throw new IllegalArgumentException(
                    "a purchase is of more than 0 micro-credits, but was of " + volumeMicros);
        }
        sales.computeIfAbsent(consumer, peer -> new TreeMap<>());
        sales.computeIfAbsent(provider, peer -> new TreeMap<>()).merge(consumer, volumeMicros, Math::addExact);
    }

    /**
     * The clusters of at least two peers, in the order of their lowest members. Peers in none are left out.
     *
     * @throws ArithmeticException if the volumes of a cluster overflow
     */
    public List<TradeCluster> clusters() {
        List<TreeSet<PeerId>> clusters = new ArrayList<>();
        TreeMap<PeerId, Integer> clusterOf = new TreeMap<>();
        for (PeerId peer : sales.keySet()) {
            if (!clusterOf.containsKey(peer)) {
                TreeSet<PeerId> members = reachable(peer);
                members.forEach(member -> clusterOf.put(member, clusters.size()));
                clusters.add(members);
            }
        }
        long[] internal = new long[clusters.size()];
        long[] external = new long[clusters.size()];
        sales.forEach((provider, purchases) -> purchases.forEach((consumer, volume) -> {
            int seller = Objects.requireNonNull(clusterOf.get(provider));
            int buyer = Objects.requireNonNull(clusterOf.get(consumer));
            if (seller == buyer) {
                internal[seller] = Math.addExact(internal[seller], volume);
            } else {
                external[seller] = Math.addExact(external[seller], volume);
                external[buyer] = Math.addExact(external[buyer], volume);
            }
        }));
        return IntStream.range(0, clusters.size())
                .filter(i -> clusters.get(i).size() > 1)
                .mapToObj(i -> new TradeCluster(clusters.get(i), internal[i], external[i]))
                .toList();
    }

    /** All whom trade in both directions connects with a peer. */
    private TreeSet<PeerId> reachable(PeerId peer) {
        TreeSet<PeerId> reached = new TreeSet<>(List.of(peer));
        ArrayDeque<PeerId> frontier = new ArrayDeque<>(reached);
        while (!frontier.isEmpty()) {
            PeerId at = frontier.remove();
            for (PeerId partner : sales.getOrDefault(at, new TreeMap<>()).keySet()) {
                boolean mutual = sales.getOrDefault(partner, new TreeMap<>()).containsKey(at);
                if (mutual && reached.add(partner)) {
                    frontier.add(partner);
                }
            }
        }
        return reached;
    }
}
