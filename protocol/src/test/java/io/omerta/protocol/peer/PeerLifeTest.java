package io.omerta.protocol.peer;

import static io.omerta.protocol.peer.PeerMesh.CONSUMER;
import static io.omerta.protocol.peer.PeerMesh.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.chain.PeerHead;
import io.omerta.protocol.gossip.ItemType;
import io.omerta.protocol.transaction.SessionCommand;
import io.omerta.protocol.transaction.SessionKey;
import io.omerta.protocol.transaction.ShippedTransactions;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole lives of sessions, from the lock to what everybody thinks of the provider afterwards. */
class PeerLifeTest {
    private static final long SEED = 9;
    private static final long DAY_SECONDS = 86_400;
    private static final long HOUR_SECONDS = 3_600;
    private static final long RATE = 1_000_000_000;
    private static final long FUNDS = 10 * RATE;

    private static PeerMesh mesh() {
        PeerMesh mesh = new PeerMesh(
                SEED, PeerMesh.QUIET, 0, verifier -> verifier, ShippedTransactions.ESCROW_LOCK.compile(), FUNDS);
        mesh.runSeconds(2 * HOUR_SECONDS);
        return mesh;
    }

    /** One hour at an hourly rate, of which twice as much is locked. */
    private static void hour(PeerMesh mesh) {
        Hash session = mesh.lock(PROVIDER, 2 * RATE, RATE);
        mesh.runSeconds(15);
        assertEquals("LOCKED", mesh.state(CONSUMER, session, "Consumer"));
        mesh.runSeconds(2);
        SessionKey provider = new SessionKey("01", session, "Provider");
        mesh.trigger(
                PROVIDER,
                provider,
                "allocate_vm",
                mesh.machine().peerId(),
                ByteString.of(new byte[32]),
                new Text("192.0.2.1:51820"));
        mesh.runSeconds(HOUR_SECONDS);
        mesh.trigger(
                CONSUMER,
                new SessionKey("01", session, "Consumer"),
                "request_cancel",
                new Value.EnumMember("COMPLETED_NORMAL"));
        mesh.runSeconds(3 * HOUR_SECONDS);
        assertEquals("SETTLED", mesh.state(CONSUMER, session, "Consumer"), "seed " + SEED);
    }

    /** So that the next draw, and the next price, rest on what its chain says by now. */
    private static void consumerRecordsWhereTheProviderIs(PeerMesh mesh) {
        PeerHead head = new PeerHead(
                mesh.nodes.get(PROVIDER).peer.chain().checkpoint(), Math.floorDiv(mesh.nowNanos, 1_000_000));
        mesh.nodes.get(CONSUMER).take(new SessionCommand.Record(head.toBody()).toInput());
    }

    /** Those to whom the provider's chain is known beyond what a node begins with: its neighbours. */
    private static List<PeerNode> neighbours(PeerMesh mesh) {
        long height = mesh.nodes.get(PROVIDER).chain.height();
        return mesh.nodes.stream()
                .filter(node -> node.index != PROVIDER && node.peer.knows(mesh.peer(PROVIDER)) > height)
                .toList();
    }

    @Test
    void whatSessionsComeToIsTheTrustAndTheIncomeByWhichEverybodyKnowsTheProvider() {
        PeerMesh mesh = mesh();
        hour(mesh);
        for (PeerNode node : mesh.nodes) {
            assertEquals(1, node.items(ItemType.SETTLEMENT_RESULT), "node " + node.index);
            assertEquals(0, node.peer.incomeMicros(mesh.peer(PROVIDER)), "nobody trusts a beginner");
        }
        mesh.runSeconds(2 * DAY_SECONDS);
        hour(mesh);
        List<PeerNode> neighbours = neighbours(mesh);
        assertTrue(neighbours.size() >= 4, neighbours.size() + " neighbours");
        for (PeerNode node : neighbours) {
            // Two hours, of which two of ninety days let so much count.
            long milli = node.peer.knowledge().trustMilli(mesh.peer(PROVIDER)).orElseThrow();
            assertEquals(43, milli, "node " + node.index);
        }
        consumerRecordsWhereTheProviderIs(mesh);
        mesh.runSeconds(2 * HOUR_SECONDS);
        hour(mesh);
        // 3,599 seconds at a trust of 0.043: 1 - 1 / (1 + 0.01 x 0.043) of their price is paid.
        long paid = 429_695;
        for (PeerNode node : mesh.nodes) {
            assertEquals(paid, node.peer.incomeMicros(mesh.peer(PROVIDER)), "node " + node.index);
        }
    }
}
