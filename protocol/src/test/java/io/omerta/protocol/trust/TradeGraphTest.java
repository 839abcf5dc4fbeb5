package io.omerta.protocol.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.Neighbours;
import io.omerta.protocol.wire.PeerId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TradeGraphTest {
    private final Neighbours neighbours = new Neighbours();
    private final TradeGraph graph = new TradeGraph();

    private void buys(int consumer, int provider, long volume) {
        graph.add(neighbours.peer(consumer), neighbours.peer(provider), volume);
    }

    private TreeSet<PeerId> peers(int... numbers) {
        TreeSet<PeerId> peers = new TreeSet<>();
        for (int number : numbers) {
            peers.add(neighbours.peer(number));
        }
        return peers;
    }

    @Test
    void customersOfAProviderAreNoCluster() {
        buys(1, 2, 100);
        buys(3, 2, 100);
        assertEquals(List.of(), graph.clusters());
    }

    @Test
    void peersWhoBuyFromEachOtherAreACluster() {
        buys(1, 2, 60);
        buys(2, 1, 40);
        buys(3, 1, 7);
        buys(2, 4, 5);
        assertEquals(List.of(new TradeCluster(peers(1, 2), 100, 12)), graph.clusters());
    }

    @Test
    void clustersThatShareAMemberAreOne() {
        buys(1, 2, 10);
        buys(2, 1, 10);
        buys(3, 4, 10);
        buys(4, 3, 10);
        assertEquals(2, graph.clusters().size());
        buys(2, 3, 10);
        buys(3, 2, 10);
        assertEquals(List.of(new TradeCluster(peers(1, 2, 3, 4), 60, 0)), graph.clusters());
    }

    @Test
    void tradeBetweenTwoClustersIsExternalToBoth() {
        buys(1, 2, 10);
        buys(2, 1, 10);
        buys(3, 4, 30);
        buys(4, 3, 30);
        buys(1, 3, 5);
        TreeSet<Long> external = new TreeSet<>();
        for (TradeCluster cluster : graph.clusters()) {
            external.add(cluster.externalMicros());
        }
        assertEquals(new TreeSet<>(List.of(5L)), external);
    }

    @Test
    void ringThatWorksUpTrustAmongItselfCountsAsOnePeer() {
        for (int i = 1; i <= 5; i++) {
            for (int j = 1; j <= 5; j++) {
                if (i != j) {
                    buys(i, j, 100);
                }
            }
        }
        buys(9, 1, 50);
        TradeCluster ring = graph.clusters().get(0);
        assertEquals(975, ring.isolationMilli());
        assertEquals(200, ring.weightMilli());
    }

    @Test
    void peersWhoAlsoTradeWithOthersKeepTheirWeight() {
        assertEquals(1000, new TradeCluster(peers(1, 2), 900, 100).weightMilli());
        assertEquals(500, new TradeCluster(peers(1, 2), 901, 99).weightMilli());
        assertEquals(1000, new TradeCluster(peers(1, 2), 0, 0).weightMilli());
    }

    @Test
    void membersOfAnIsolatedClusterNeverCountForMoreThanOnePeer() {
        for (int size = 1; size <= 1_200; size++) {
            TreeSet<PeerId> members = new TreeSet<>();
            for (int i = 0; i < size; i++) {
                members.add(neighbours.peer(i));
            }
            long weight = new TradeCluster(members, 1, 0).weightMilli();
            assertTrue(size * weight <= 1000, size + " members");
            assertTrue(size > 1000 || size * (weight + 1) > 1000, size + " members count for too little");
        }
    }

    @Test
    void largestVolumesDoNotOverflowTheRatio() {
        assertEquals(500, new TradeCluster(peers(1, 2), Long.MAX_VALUE, Long.MAX_VALUE).isolationMilli());
    }

    @Test
    void purchaseOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> buys(1, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> buys(1, 2, -1));
    }
}
