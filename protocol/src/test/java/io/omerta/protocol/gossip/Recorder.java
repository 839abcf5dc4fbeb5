package io.omerta.protocol.gossip;

import io.omerta.protocol.wire.PeerId;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a node asked for. */
final class Recorder implements GossipEffects {
    record Sent(PeerId to, byte[] payload) {}

    final List<Sent> sent = new ArrayList<>();
    final List<byte[]> journal = new ArrayList<>();
    final List<GossipItem> accepted = new ArrayList<>();
    final List<LockItem> suspected = new ArrayList<>();
    final List<GossipItem> expired = new ArrayList<>();
    final List<GossipRefusal> refused = new ArrayList<>();

    /** What was sent since this was asked last. */
    List<Sent> takeSent() {
        List<Sent> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    /** The items of all keepalives since this was asked last. */
    List<GossipItem> takePushed() {
        return takeSent().stream()
                .flatMap(message -> ((Keepalive) parse(message)).items().stream())
                .toList();
    }

    static GossipMessage parse(Sent sent) {
        GossipMessage message = GossipMessage.parse(sent.payload());
        if (message == null) {
            throw new IllegalStateException("a node sent what is no message");
        }
        return message;
    }

    @Override
    public void send(PeerId to, byte[] payload) {
        sent.add(new Sent(to, payload));
    }

    @Override
    public void append(byte[] entry) {
        journal.add(entry);
    }

    @Override
    public void accepted(GossipItem item) {
        accepted.add(item);
    }

    @Override
    public void suspected(LockItem one, LockItem other) {
        suspected.add(one);
        suspected.add(other);
    }

    @Override
    public void expired(GossipItem item) {
        expired.add(item);
    }

    @Override
    public void refused(PeerId from, GossipRefusal reason) {
        refused.add(reason);
    }
}
