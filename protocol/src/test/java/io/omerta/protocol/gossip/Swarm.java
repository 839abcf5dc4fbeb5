package io.omerta.protocol.gossip;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Peers that gossip in rounds: in each, everybody sends a keepalive to every neighbour and compares with one of them, and
 * all messages, answers too, arrive in the same round or never.
 */
final class Swarm {
    /** What may befall messages. */
    interface Link {
        boolean delivers(int from, int to);
    }

    static final int ROUND_MILLIS = 1_000;

    final Facts facts;
    final List<GossipNode> nodes = new ArrayList<>();
    final List<Recorder> recorders = new ArrayList<>();
    final List<TreeSet<Integer>> links = new ArrayList<>();
    final RandomGenerator random;
    private final TreeMap<PeerId, Integer> places = new TreeMap<>();
    private final TreeSet<Integer> silent = new TreeSet<>();
    private double loss;
    private Link link = (from, to) -> true;
    boolean compares = true;
    long nowMillis = Facts.NOW_MILLIS;
    int round;
    long messages;
    long bytes;
    long itemsSent;

    Swarm(Facts facts, int size, GossipParameters parameters, long seed) {
        this.facts = facts;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < size; i++) {
            PeerId self = peer(i);
            nodes.add(new GossipNode(
                    self,
                    parameters,
                    1_000,
                    facts.rules,
                    facts.hasher,
                    facts.verifier,
                    facts.hash(seed * 1_000_003 + i)));
            recorders.add(new Recorder());
            links.add(new TreeSet<>());
            places.put(self, i);
            give(i, new GossipInput.Start(List.of()));
        }
    }

    /** Peers are other identities than the witnesses. */
    PeerId peer(int place) {
        return facts.peer(10_000 + place);
    }

    void connect(int one, int other) {
        if (one != other && links.get(one).add(other)) {
            links.get(other).add(one);
            give(one, new GossipInput.NeighbourJoined(peer(other)));
            give(other, new GossipInput.NeighbourJoined(peer(one)));
        }
    }

    /** Everybody with everybody. */
    Swarm mesh() {
        for (int one = 0; one < nodes.size(); one++) {
            for (int other = 0; other < one; other++) {
                connect(one, other);
            }
        }
        return this;
    }

    /** A ring with random chords: connected, of about a given degree. */
    Swarm ring(int degree) {
        int size = nodes.size();
        for (int i = 0; i < size; i++) {
            connect(i, (i + 1) % size);
        }
        for (int chord = 0; chord < size * (degree - 2) / 2; chord++) {
            connect(random.nextInt(size), random.nextInt(size));
        }
        return this;
    }

    Swarm losing(double share) {
        loss = share;
        return this;
    }

    Swarm over(Link condition) {
        link = condition;
        return this;
    }

    /** A peer that listens and never says anything. */
    void silence(int place) {
        silent.add(place);
    }

    /** Whether all that are not silent reach each other without the silent ones. */
    boolean isConnected() {
        return connected().size() == nodes.size() - silent.size();
    }

    /** The peers that the first one reaches without the silent ones. */
    TreeSet<Integer> connected() {
        TreeSet<Integer> reached = new TreeSet<>();
        List<Integer> open = new ArrayList<>(List.of(0));
        while (!open.isEmpty()) {
            int place = open.remove(open.size() - 1);
            if (!silent.contains(place) && reached.add(place)) {
                open.addAll(links.get(place));
            }
        }
        return reached;
    }

    void give(int place, GossipInput input) {
        nodes.get(place).on(nowMillis, input, recorders.get(place));
    }

    void publish(int place, GossipItem item) {
        give(place, new GossipInput.Publish(item));
    }

    void round() {
        nowMillis += ROUND_MILLIS;
        round++;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            order.add(i);
            for (int neighbour : shuffled(links.get(i))) {
                give(i, new GossipInput.KeepaliveDue(peer(neighbour), null));
            }
            if (compares) {
                give(i, new GossipInput.ComparisonDue());
            }
        }
        order = shuffled(order);
        boolean more = true;
        while (more) {
            more = false;
            for (int from : order) {
                for (Recorder.Sent sent : recorders.get(from).takeSent()) {
                    more |= carry(from, sent);
                }
            }
        }
    }

    private List<Integer> shuffled(Collection<Integer> of) {
        List<Integer> shuffled = new ArrayList<>(of);
        for (int place = shuffled.size(); place > 1; place--) {
            Collections.swap(shuffled, place - 1, random.nextInt(place));
        }
        return shuffled;
    }

    private boolean carry(int from, Recorder.Sent sent) {
        Integer to = places.get(sent.to());
        if (to == null || silent.contains(from)) {
            return false;
        }
        messages++;
        bytes += sent.payload().length;
        itemsSent += items(sent);
        if (!link.delivers(from, to) || random.nextDouble() < loss) {
            return false;
        }
        give(to, new GossipInput.Received(peer(from), sent.payload()));
        return true;
    }

    private static int items(Recorder.Sent sent) {
        GossipMessage message = Recorder.parse(sent);
        return message instanceof Keepalive keepalive
                ? keepalive.items().size()
                : ((Reconcile) message).items().size();
    }

    /** How many peers have an item, in whichever variant, among those that are connected. */
    int reached(GossipItem item) {
        Hash identity = facts.identity(item);
        return (int) connected().stream()
                .filter(place -> nodes.get(place).item(identity).isPresent())
                .count();
    }

    /** Whether all peers that are not silent keep exactly the same. */
    boolean agrees() {
        List<GossipItem> first = null;
        for (int i = 0; i < nodes.size(); i++) {
            List<GossipItem> items = nodes.get(i).items();
            if (!silent.contains(i) && first != null && !first.equals(items)) {
                return false;
            }
            first = silent.contains(i) ? first : items;
        }
        return true;
    }
}
