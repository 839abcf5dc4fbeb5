package io.omerta.protocol.gossip;

import io.omerta.protocol.chain.SignedHeader;
import io.omerta.protocol.wire.PeerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link GossipNode} can be told. Byte arrays belong to the node once given; nobody changes them. */
public sealed interface GossipInput {
    /**
     * The node begins: the first input after creation or after a restart.
     *
     * @param journal every entry that the node appended and that was durable when it stopped, the oldest first
     */
    record Start(List<byte[]> journal) implements GossipInput {
        public Start {
            journal = List.copyOf(journal);
        }
    }

    /** There is a connection to a peer from now on. How many there are, and to whom, is for others to bound. */
    record NeighbourJoined(PeerId peer) implements GossipInput {}

    /** There is no connection to a peer any more. */
    record NeighbourLeft(PeerId peer) implements GossipInput {}

    /**
     * It is time to send a neighbour a keepalive.
     *
     * @param head of this peer's chain, or null if it has none
     */
    record KeepaliveDue(PeerId to, @Nullable SignedHeader head) implements GossipInput {}

    /** It is time to compare with a neighbour what each holds, and to forget what has expired. */
    record ComparisonDue() implements GossipInput {}

    /**
     * A message arrived.
     *
     * @param from peer that sent it, as established by the transport
     * @param payload bytes as sent
     */
    record Received(PeerId from, byte[] payload) implements GossipInput {}

    /** This peer has something to tell everybody; it must be signed as its type asks for. */
    record Publish(GossipItem item) implements GossipInput {}
}
