package io.omerta.protocol.gossip;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures how gossip spreads among 1,000 peers of degree 8, for the design notes; run by hand. A round is a keepalive to
 * every neighbour and one comparison by every peer.
 */
final class GossipMeasurement {
    private static final int PEERS = 1_000;
    private static final int DEGREE = 8;
    private static final int ITEMS = 10;
    private static final int ROUNDS_MAX = 60;

    private final PrintStream out;

    private GossipMeasurement(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        GossipMeasurement measurement = new GossipMeasurement(System.out);
        measurement.spread();
        measurement.detection();
        measurement.comparison();
    }

    private void print(String format, Object... values) {
        out.print(String.format(Locale.ROOT, format, values));
    }

    private static Swarm swarm(int seed, double loss, double silentShare, boolean compares) {
        Swarm swarm = new Swarm(new Facts(), PEERS, GossipParameters.DEFAULT, seed)
                .ring(DEGREE)
                .losing(loss);
        swarm.compares = compares;
        for (int i = 0; i < PEERS * silentShare; i++) {
            swarm.silence(1 + swarm.random.nextInt(PEERS / 20 - 1) * 20 + swarm.random.nextInt(19));
        }
        return swarm;
    }

    /** Rounds until a share of the connected peers has all items, or the limit. */
    private static int roundsTo(Swarm swarm, List<GossipItem> items, double share) {
        int talking = swarm.connected().size();
        while (swarm.round < ROUNDS_MAX && items.stream().anyMatch(item -> swarm.reached(item) < share * talking)) {
            swarm.round();
        }
        return swarm.round;
    }

    private void spread() {
        print("compares  loss  silent  r50  r99  r100  reached%%  copies/peer  B/item/peer  B/peer/round%n");
        for (boolean compares : new boolean[] {false, true}) {
            for (double loss : new double[] {0, 0.1, 0.3}) {
                for (double silentShare : new double[] {0, 0.33}) {
                    spread(compares, loss, silentShare);
                }
            }
        }
    }

    private void spread(boolean compares, double loss, double silentShare) {
        Swarm swarm = swarm(1, loss, silentShare, compares);
        int talking = swarm.connected().size();
        List<GossipItem> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(swarm.facts.fact(i + 1));
            swarm.publish(20 * i, items.get(i));
        }
        int half = roundsTo(swarm, items, 0.5);
        int most = roundsTo(swarm, items, 0.99);
        int all = roundsTo(swarm, items, 1);
        double reached = 0;
        for (GossipItem item : items) {
            reached += 100.0 * swarm.reached(item) / talking / ITEMS;
        }
        long itemBytes = GossipItem.CODEC.encode(items.get(0)).length;
        double copies = (double) swarm.itemsSent / ITEMS / talking;
        double other = (double) (swarm.bytes - swarm.itemsSent * itemBytes) / talking / swarm.round;
        print(
                "%8s  %4.1f  %6.2f  %3s  %3s  %4s  %8.2f  %11.2f  %11.0f  %12.0f%n",
                compares,
                loss,
                silentShare,
                shown(half),
                shown(most),
                shown(all),
                reached,
                copies,
                copies * itemBytes,
                other);
    }

    private static String shown(int rounds) {
        return rounds == ROUNDS_MAX ? "-" : Integer.toString(rounds);
    }

    private void detection() {
        print("%ndouble lock at opposite peers%n");
        print("loss  first detected  90 %% know  all know (rounds, mean of 5 seeds)%n");
        for (double loss : new double[] {0, 0.1, 0.2, 0.3}) {
            double first = 0;
            double most = 0;
            double all = 0;
            for (int seed = 1; seed <= 5; seed++) {
                Swarm swarm = swarm(seed, loss, 0, true);
                swarm.publish(0, swarm.facts.lockItem(95, 501, 80, 1));
                swarm.publish(PEERS / 2, swarm.facts.lockItem(95, 502, 80, 10));
                List<GossipItem> proof = List.of(swarm.facts.doubleLock(95, 501).toItem());
                first += roundsTo(swarm, proof, 1.0 / PEERS) / 5.0;
                most += roundsTo(swarm, proof, 0.9) / 5.0;
                all += roundsTo(swarm, proof, 1) / 5.0;
            }
            print("%4.1f  %14.1f  %9.1f  %8.1f%n", loss, first, most, all);
        }
    }

    private void comparison() {
        print("%nbytes of one comparison without items, against other sketches of the same sets%n");
        print("items  difference  messages  tree  Bloom 1 %%  IBLT of known difference%n");
        GossipParameters unhurried = new GossipParameters(1, 1, 5, 100_000, 256L << 20, 1, 100, 1_000_000, 1_000_000);
        for (int items : new int[] {100, 1_000, 10_000}) {
            for (int difference : new int[] {0, 1, 10, 30}) {
                Facts facts = new Facts();
                Swarm swarm = new Swarm(facts, 2, unhurried, 1).mesh();
                for (int session = 1; session <= items; session++) {
                    swarm.publish(0, facts.fact(session));
                    if (session > difference) {
                        swarm.publish(1, facts.fact(session));
                    }
                }
                int messages = 0;
                int bytes = 0;
                swarm.give(0, new GossipInput.ComparisonDue());
                for (boolean more = true; more; ) {
                    more = false;
                    for (int place = 0; place < 2; place++) {
                        for (Recorder.Sent sent : swarm.recorders.get(place).takeSent()) {
                            Reconcile step = (Reconcile) Recorder.parse(sent);
                            messages++;
                            bytes += new Reconcile(step.probes(), step.wanted(), List.of()).encode().length;
                            swarm.give(1 - place, new GossipInput.Received(swarm.peer(place), sent.payload()));
                            more = true;
                        }
                    }
                }
                // 9.6 bits per item; 2 cells of 28 bytes (mark, check, count) for each item of the difference, at least
                // 8.
                print(
                        "%5d  %10d  %8d  %4d  %9.0f  %24d%n",
                        items, difference, messages, bytes, items * 1.2, 28 * Math.max(8, 2 * difference));
            }
        }
    }
}
