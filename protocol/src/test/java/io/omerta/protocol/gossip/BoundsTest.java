package io.omerta.protocol.gossip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.wire.PeerId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept stays within its bounds, and a flood does not displace what others brought. */
class BoundsTest {
    private static final int ITEMS_MAX = 2_000;
    private static final GossipParameters SMALL =
            new GossipParameters(3, 9, 5, ITEMS_MAX, 8L << 20, 64, 500, 1_000_000, 1_000_000);

    private final Facts facts = new Facts();

    private void receive(Swarm swarm, int from, GossipItem item) {
        PeerId sender = swarm.peer(from);
        byte[] keepalive = new Keepalive(sender, null, swarm.nowMillis, List.of(item)).encode();
        swarm.give(0, new GossipInput.Received(sender, keepalive));
    }

    @Test
    void hundredThousandItemsOfOneNeighbourDisplaceNothingOfOthers() {
        Swarm swarm = new Swarm(facts, 3, SMALL, 1).mesh();
        for (int session = 1; session <= 50; session++) {
            receive(swarm, 2, facts.fact(-session));
        }
        swarm.publish(0, facts.fact(0));
        for (int session = 1; session <= 100_000; session++) {
            receive(swarm, 1, facts.fact(session));
        }
        GossipNode node = swarm.nodes.get(0);
        assertEquals(ITEMS_MAX, node.items().size());
        assertEquals(64, node.waiting());
        for (int session = 0; session <= 50; session++) {
            assertTrue(node.item(facts.identity(facts.fact(-session))).isPresent());
        }
    }

    @Test
    void bytesAreBoundedToo() {
        long bytesMax = GossipItem.ENCODED_BYTES_MAX;
        GossipParameters tight = new GossipParameters(3, 9, 5, 100_000, bytesMax, 64, 500, 1_000_000, 1_000_000);
        Swarm swarm = new Swarm(facts, 3, tight, 1).mesh();
        for (int session = 1; session <= 1_500; session++) {
            receive(swarm, 1, facts.fact(session));
        }
        long bytes = swarm.nodes.get(0).items().stream()
                .mapToLong(GossipItem::encodedBytes)
                .sum();
        assertTrue(bytes <= bytesMax, bytes + " bytes");
        assertTrue(bytes > bytesMax / 2, "only " + bytes + " bytes");
        assertTrue(swarm.nodes.get(0).items().size() < 1_500);
    }

    @Test
    void contradictionIsFoundAmongWhatIsStillKept() {
        Swarm swarm = new Swarm(facts, 3, SMALL, 1).mesh();
        receive(swarm, 2, facts.lockItem(95, 501, 80, 1));
        for (int session = 1; session <= 3 * ITEMS_MAX; session++) {
            receive(swarm, 1, facts.fact(1_000 + session));
        }
        receive(swarm, 1, facts.lockItem(95, 502, 80, 10));
        GossipItem proof = facts.doubleLock(95, 501).toItem();
        assertTrue(swarm.nodes.get(0).item(facts.identity(proof)).isPresent());
    }

    @Test
    void expiredItemsGoToTheArchiveAndDoNotComeBack() {
        Swarm swarm = new Swarm(facts, 2, SMALL, 1).mesh();
        GossipItem proof = facts.doubleLock(95, 1).toItem();
        swarm.publish(0, facts.fact(1));
        swarm.publish(0, proof);
        swarm.nowMillis += GossipNode.VALIDITY_MILLIS - 1;
        swarm.give(0, new GossipInput.ComparisonDue());
        assertEquals(List.of(), swarm.recorders.get(0).expired);
        swarm.nowMillis++;
        swarm.give(0, new GossipInput.ComparisonDue());
        assertEquals(2, swarm.recorders.get(0).expired.size());
        assertEquals(0, swarm.nodes.get(0).waiting());
        receive(swarm, 1, proof);
        receive(swarm, 1, facts.fact(1));
        assertEquals(List.of(), swarm.nodes.get(0).items());
    }

    @Test
    void tokensComeBackAtTheirRateAndNotBecauseTheClockIsSetBack() {
        TokenBucket bucket = new TokenBucket(10, 20, 1_000);
        for (int i = 0; i < 20; i++) {
            assertTrue(bucket.take(1_000));
        }
        assertTrue(!bucket.take(1_099), "0.99 of a token");
        assertTrue(bucket.take(1_100));
        assertTrue(!bucket.take(0), "the clock was set back");
        assertTrue(!bucket.take(1_100), "and caught up");
        bucket.charge(1_000);
        assertTrue(!bucket.take(1_100 + 2_000), "20 in debt at most");
        assertTrue(bucket.take(1_100 + 2_200));
    }
}
