package io.omerta.protocol.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeerHeadsTest {
    private static final long INTERVAL_MILLIS = 60_000;

    private final Neighbours neighbours = new Neighbours();
    private final Checkpoint early = neighbours.chain(2, 3, 0).checkpoint();
    private final Checkpoint late = neighbours.chain(2, 5, 0).checkpoint();

    private Chain recorded(Chain chain, PeerHead head) {
        return chain.append(head.toBody(), head.timeMillis(), neighbours.signer(1), neighbours.hasher);
    }

    @Test
    void firstHeadOfAPeerIsDue() {
        assertTrue(PeerHead.isDue(null, early, 0, INTERVAL_MILLIS));
    }

    @Test
    void sameHeadIsNeverDueAgain() {
        assertFalse(PeerHead.isDue(new PeerHead(early, 0), early, 10 * INTERVAL_MILLIS, INTERVAL_MILLIS));
    }

    @Test
    void newHeadIsDueAfterTheInterval() {
        PeerHead recorded = new PeerHead(early, 1_000);
        assertFalse(PeerHead.isDue(recorded, late, 1_000 + INTERVAL_MILLIS - 1, INTERVAL_MILLIS));
        assertTrue(PeerHead.isDue(recorded, late, 1_000 + INTERVAL_MILLIS, INTERVAL_MILLIS));
    }

    @Test
    void recordIsReadBackFromItsBlock() {
        PeerHead head = new PeerHead(early, 5_000);
        Block block = recorded(neighbours.chain(1, 2, 0), head).head();
        assertEquals("PEER_HASH", block.type());
        assertEquals(Optional.of(head), PeerHead.in(block));
    }

    @Test
    void blockOfThatNameWithOtherFieldsIsNoRecord() {
        Struct body = Struct.of(StructShape.of("PEER_HASH", "peer"), neighbours.peer(2));
        Struct negative = Struct.of(
                new PeerHead(early, 0).toBody().shape(),
                early.owner(),
                early.hash(),
                new Value.Int(-1),
                new Value.Timestamp(0));
        for (Struct other : List.of(body, negative, Neighbours.note(1))) {
            Chain chain = neighbours.chain(1, 1, 0).append(other, 0, neighbours.signer(1), neighbours.hasher);
            assertEquals(Optional.empty(), PeerHead.in(chain.head()));
        }
    }

    @Test
    void latestRecordOfEachPeerCounts() {
        Checkpoint third = neighbours.chain(3, 1, 0).checkpoint();
        Chain chain = neighbours.chain(1, 1, 0);
        chain = recorded(chain, new PeerHead(early, 1_000));
        chain = recorded(chain, new PeerHead(third, 2_000));
        chain = recorded(chain, new PeerHead(late, 3_000));
        PeerHeads heads = PeerHeads.in(neighbours.verified(chain).blocks(), Long.MAX_VALUE);
        assertEquals(Optional.of(new PeerHead(late, 3_000)), heads.of(neighbours.peer(2)));
        assertEquals(Optional.of(new PeerHead(third, 2_000)), heads.of(neighbours.peer(3)));
        assertEquals(Optional.empty(), heads.of(neighbours.peer(4)));
        assertEquals(2, heads.peers().size());
    }

    @Test
    void recordsThatAreTooYoungAreLeftOut() {
        Chain chain = neighbours.chain(1, 1, 0);
        chain = recorded(chain, new PeerHead(early, 1_000));
        chain = recorded(chain, new PeerHead(late, 3_000));
        PeerHeads heads = PeerHeads.in(neighbours.verified(chain).blocks(), 2_999);
        assertEquals(Optional.of(new PeerHead(early, 1_000)), heads.of(neighbours.peer(2)));
    }
}
