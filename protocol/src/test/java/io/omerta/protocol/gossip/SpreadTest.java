package io.omerta.protocol.gossip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.wire.PeerId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How far and how fast pushing alone carries an item. */
class SpreadTest {
    private final Facts facts = new Facts();

    private Swarm swarm(int size, int fanout) {
        Swarm swarm = new Swarm(facts, size, GossipParameters.DEFAULT.withFanout(fanout, fanout), 42);
        swarm.compares = false;
        return swarm;
    }

    private int roundsToEverybody(int fanout) {
        Swarm swarm = swarm(50, fanout).ring(8);
        GossipItem item = facts.fact(1);
        swarm.publish(0, item);
        while (swarm.reached(item) < 50 && swarm.round < 100) {
            swarm.round();
        }
        return swarm.round;
    }

    @Test
    void fifteenOfTwentyPeersOfDegreeFourAreReachedInTwentyRounds() {
        Swarm swarm = swarm(20, 3).ring(4);
        GossipItem item = facts.fact(1);
        swarm.publish(0, item);
        while (swarm.reached(item) < 15 && swarm.round < 20) {
            swarm.round();
        }
        assertTrue(swarm.reached(item) >= 15, "reached " + swarm.reached(item));
        assertTrue(swarm.round < 20, "took " + swarm.round + " rounds");
    }

    @Test
    void threeItemsInAMeshOfTenAreSeenThirtyTimes() {
        Swarm swarm = swarm(10, 9).mesh();
        for (int session = 1; session <= 3; session++) {
            swarm.publish(session, facts.fact(session));
        }
        for (int i = 0; i < 10; i++) {
            swarm.round();
        }
        int sightings = 0;
        for (int session = 1; session <= 3; session++) {
            sightings += swarm.reached(facts.fact(session));
        }
        assertEquals(30, sightings);
    }

    @Test
    void widerFanoutIsNoSlower() {
        assertTrue(roundsToEverybody(5) <= roundsToEverybody(2));
    }

    @Test
    void itemIsNewToEachOfTheNineOthersOnce() {
        Swarm swarm = swarm(10, 9).mesh();
        swarm.publish(0, facts.fact(1));
        for (int i = 0; i < 10; i++) {
            swarm.round();
        }
        int fresh = 0;
        for (int place = 1; place < 10; place++) {
            fresh += swarm.recorders.get(place).accepted.size();
        }
        assertEquals(9, fresh);
    }

    @Test
    void variantGoesToNoNeighbourTwiceAndNeverBack() {
        Swarm swarm = swarm(6, 5).mesh();
        swarm.publish(0, facts.fact(1));
        swarm.nowMillis += Swarm.ROUND_MILLIS;
        PeerId source = swarm.peer(0);
        swarm.give(0, new GossipInput.KeepaliveDue(swarm.peer(1), null));
        swarm.give(
                1,
                new GossipInput.Received(
                        source, swarm.recorders.get(0).takeSent().get(0).payload()));
        TreeSet<PeerId> told = new TreeSet<>();
        for (int i = 0; i < 3; i++) {
            for (int place : List.of(0, 2, 3, 4, 5)) {
                swarm.give(1, new GossipInput.KeepaliveDue(swarm.peer(place), null));
                if (!swarm.recorders.get(1).takePushed().isEmpty()) {
                    assertTrue(told.add(swarm.peer(place)));
                }
            }
        }
        assertEquals(4, told.size());
        assertTrue(!told.contains(source), "it came from there");
    }

    @Test
    void itemGoesToAsManyNeighboursAsTheFanoutSays() {
        Swarm swarm = swarm(10, 3).mesh();
        swarm.publish(0, facts.fact(1));
        int pushed = 0;
        for (int place = 1; place < 10; place++) {
            swarm.give(0, new GossipInput.KeepaliveDue(swarm.peer(place), null));
            pushed += swarm.recorders.get(0).takePushed().size();
        }
        assertEquals(3, pushed);
        assertEquals(0, swarm.nodes.get(0).waiting());
    }

    @Test
    void keepaliveBringsAtMostFiveItems() {
        Swarm swarm = swarm(2, 3).mesh();
        for (int session = 1; session <= 12; session++) {
            swarm.publish(0, facts.fact(session));
        }
        for (int expected : new int[] {5, 5, 2, 0}) {
            swarm.give(0, new GossipInput.KeepaliveDue(swarm.peer(1), null));
            assertEquals(expected, swarm.recorders.get(0).takePushed().size());
        }
    }

    @Test
    void proofOvertakesWhatWaitsForLonger() {
        Swarm swarm = swarm(2, 3).mesh();
        for (int session = 1; session <= 100; session++) {
            swarm.publish(0, facts.fact(session));
        }
        GossipItem proof = facts.doubleLock(95, 500).toItem();
        swarm.publish(0, proof);
        swarm.give(0, new GossipInput.KeepaliveDue(swarm.peer(1), null));
        assertEquals(proof, swarm.recorders.get(0).takePushed().get(0));
    }

    @Test
    void proofsLeaveOnePlaceToOtherItems() {
        Swarm swarm = swarm(2, 3).mesh();
        for (int culprit = 100; culprit < 120; culprit++) {
            swarm.publish(0, facts.doubleLock(culprit, culprit * 10).toItem());
        }
        swarm.publish(0, facts.fact(1));
        swarm.give(0, new GossipInput.KeepaliveDue(swarm.peer(1), null));
        List<GossipItem> pushed = swarm.recorders.get(0).takePushed();
        assertEquals(5, pushed.size());
        assertEquals(facts.fact(1), pushed.get(4));
    }

    @Test
    void proofGoesToMoreNeighboursThanOtherItems() {
        Swarm swarm = new Swarm(facts, 12, GossipParameters.DEFAULT, 1).mesh();
        swarm.publish(0, facts.fact(1));
        swarm.publish(0, facts.doubleLock(95, 500).toItem());
        int proofs = 0;
        int others = 0;
        for (int place = 1; place < 12; place++) {
            swarm.give(0, new GossipInput.KeepaliveDue(swarm.peer(place), null));
            for (GossipItem item : swarm.recorders.get(0).takePushed()) {
                if (item.type().isUrgent()) {
                    proofs++;
                } else {
                    others++;
                }
            }
        }
        assertEquals(9, proofs);
        assertEquals(3, others);
    }
}
