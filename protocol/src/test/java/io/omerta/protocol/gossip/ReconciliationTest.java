package io.omerta.protocol.gossip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two peers that compare what they hold. */
class ReconciliationTest {
    private static final GossipParameters UNHURRIED =
            new GossipParameters(1, 1, 5, 100_000, 256L << 20, 1, 100, 1_000_000, 1_000_000);

    private final Facts facts = new Facts();

    /** What one comparison took. */
    private record Cost(int messages, int bytesWithoutItems) {}

    private Swarm pair(int both, int onlyFirst, int onlySecond) {
        Swarm swarm = new Swarm(facts, 2, UNHURRIED, 1).mesh();
        int session = 1;
        for (int i = 0; i < both; i++) {
            swarm.publish(0, facts.fact(session));
            swarm.publish(1, facts.fact(session++));
        }
        for (int i = 0; i < onlyFirst; i++) {
            swarm.publish(0, facts.fact(session++));
        }
        for (int i = 0; i < onlySecond; i++) {
            swarm.publish(1, facts.fact(session++));
        }
        return swarm;
    }

    private Cost compare(Swarm swarm) {
        swarm.give(0, new GossipInput.ComparisonDue());
        int messages = 0;
        int bytes = 0;
        boolean more = true;
        while (more) {
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
        return new Cost(messages, bytes);
    }

    @Test
    void peersThatAgreeExchangeOneShortMessage() {
        Cost cost = compare(pair(500, 0, 0));
        assertEquals(1, cost.messages());
        assertTrue(cost.bytesWithoutItems() < 120, cost.toString());
    }

    @Test
    void oneComparisonFindsWhatEitherLacks() {
        for (int both : new int[] {0, 10, 300}) {
            for (int difference : new int[] {1, 20, 200}) {
                Swarm swarm = pair(both, difference, difference / 2);
                compare(swarm);
                assertTrue(swarm.agrees(), both + " in common, " + difference + " not");
                assertEquals(
                        both + difference + difference / 2,
                        swarm.nodes.get(0).items().size());
            }
        }
    }

    @Test
    void differenceAmongManyIsFoundInFewBytes() {
        Cost cost = compare(pair(2_000, 1, 1));
        assertTrue(cost.bytesWithoutItems() < 2_400, "less than a Bloom filter of 2,000 items: " + cost);
    }

    @Test
    void newcomerGetsEverythingAtOnce() {
        Swarm swarm = pair(0, 0, 1_000);
        compare(swarm);
        assertEquals(1_000, swarm.nodes.get(0).items().size());
    }

    @Test
    void variantsOfOneFactAreExchanged() {
        Swarm swarm = new Swarm(facts, 2, UNHURRIED, 1).mesh();
        swarm.publish(0, facts.settlement(1, 5, 1, 2, 3, 4));
        swarm.publish(1, facts.settlement(1, 5, 2, 3, 4, 5));
        compare(swarm);
        List<GossipItem> complete = new ArrayList<>(List.of(facts.settlement(1, 5, 1, 2, 3, 4, 5)));
        assertEquals(complete, swarm.nodes.get(0).items());
        assertEquals(complete, swarm.nodes.get(1).items());
    }
}
