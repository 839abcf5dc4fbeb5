package io.omerta.protocol.gossip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a crash leaves behind. */
class RestartTest {
    private final Facts facts = new Facts();
    private final Swarm swarm = new Swarm(facts, 2, GossipParameters.DEFAULT, 1).mesh();
    private final Recorder recorder = swarm.recorders.get(0);

    private void receive(GossipItem item) {
        byte[] keepalive = new Keepalive(swarm.peer(1), null, swarm.nowMillis, List.of(item)).encode();
        swarm.give(0, new GossipInput.Received(swarm.peer(1), keepalive));
    }

    /** The node as it is when it starts again with a beginning of its journal. */
    private GossipNode restarted(int entries, Recorder into) {
        GossipNode node = new GossipNode(
                swarm.peer(0),
                GossipParameters.DEFAULT,
                1_000,
                facts.rules,
                facts.hasher,
                facts.verifier,
                facts.hash(1));
        node.on(swarm.nowMillis, new GossipInput.Start(recorder.journal.subList(0, entries)), into);
        node.on(swarm.nowMillis, new GossipInput.NeighbourJoined(swarm.peer(1)), into);
        return node;
    }

    @Test
    void publicationsAndProofsSurviveAndAreSpreadAgain() {
        GossipItem proof = facts.doubleLock(95, 501).toItem();
        swarm.publish(0, facts.fact(1));
        receive(facts.fact(2));
        receive(facts.lockItem(95, 501, 80, 1));
        receive(facts.lockItem(95, 502, 80, 10));
        Recorder after = new Recorder();
        GossipNode node = restarted(recorder.journal.size(), after);
        assertEquals(2, node.items().size());
        assertTrue(node.item(facts.identity(facts.fact(1))).isPresent());
        assertTrue(node.item(facts.identity(proof)).isPresent());
        node.on(swarm.nowMillis, new GossipInput.KeepaliveDue(swarm.peer(1), null), after);
        assertEquals(2, after.takePushed().size());
        assertEquals(List.of(), after.journal, "it is in the journal already");
    }

    @Test
    void everythingElseComesBackFromANeighbour() {
        for (int session = 1; session <= 100; session++) {
            swarm.publish(session % 2, facts.fact(session));
        }
        for (int i = 0; i < 10; i++) {
            swarm.round();
        }
        Recorder after = new Recorder();
        swarm.nodes.set(0, restarted(0, after));
        swarm.recorders.set(0, after);
        for (int i = 0; i < 5; i++) {
            swarm.round();
        }
        assertEquals(100, swarm.nodes.get(0).items().size());
    }

    @Test
    void entryComesBeforeTheMessageThatTellsOfIt() {
        swarm.publish(0, facts.fact(1));
        assertEquals(1, recorder.journal.size());
        assertEquals(List.of(), recorder.sent);
    }

    @Test
    void anyBeginningOfTheJournalGivesAConsistentNode() {
        for (int session = 1; session <= 20; session++) {
            swarm.publish(0, facts.fact(session));
        }
        for (int entries = 0; entries <= 20; entries++) {
            assertEquals(entries, restarted(entries, new Recorder()).items().size());
        }
    }

    @Test
    void proofKeepsItsAgeOverARestart() {
        swarm.publish(0, facts.doubleLock(95, 501).toItem());
        swarm.nowMillis += GossipNode.VALIDITY_MILLIS - 1;
        assertEquals(1, restarted(1, new Recorder()).items().size());
        swarm.nowMillis++;
        assertEquals(0, restarted(1, new Recorder()).items().size());
    }
}
