package io.omerta.protocol.gossip;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.BYTES;

import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.List;

/**
 * One step of the comparison of two sets. Answers to probes are probes of smaller parts, and in the end the marks that
 * are wanted and the items that the other lacks; every step is about smaller parts than the one before, and nobody keeps state.
 *
 * @param probes at most {@link #PROBES_MAX}
 * @param wanted marks of items to be sent; at most {@link #WANTED_MAX}
 * @param items that the other lacks; at most {@link #ITEMS_MAX}
 */
record Reconcile(List<Probe> probes, List<Mark> wanted, List<GossipItem> items) implements GossipMessage {
    static final int PROBES_MAX = 32;
    static final int WANTED_MAX = 64;
    static final int ITEMS_MAX = 32;

    static final RecordCodec<Reconcile> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("RECONCILE", "probes", "wanted", "items"),
                    List.of(
                            new TypeDescriptor.ListOf(Probe.CODEC.type()),
                            BYTES,
                            new TypeDescriptor.ListOf(GossipItem.CODEC.type()))),
            GossipMessage.ENCODED_BYTES_MAX,
            Reconcile::toStruct,
            Reconcile::read);

    Reconcile {
        probes = List.copyOf(probes);
        wanted = List.copyOf(wanted);
        items = List.copyOf(items);
        GossipMessage.requireAtMost(PROBES_MAX, probes, "probes");
        GossipMessage.requireAtMost(WANTED_MAX, wanted, "wanted marks");
        GossipMessage.requireAtMost(ITEMS_MAX, items, "items");
    }

    /** Whether it says nothing, so that there is nothing to send. */
    boolean isEmpty() {
        return probes.isEmpty() && wanted.isEmpty() && items.isEmpty();
    }

    private Struct toStruct() {
        return Struct.of(
                CODEC.type().shape(),
                GossipMessage.list(probes, Probe.CODEC),
                Probe.join(wanted),
                GossipMessage.list(items, GossipItem.CODEC));
    }

    private static Reconcile read(List<Value> values) {
        return new Reconcile(
                GossipMessage.read(values.get(0), PROBES_MAX, "probes", Probe.CODEC),
                Probe.separate((ByteString) values.get(1)),
                GossipMessage.read(values.get(2), ITEMS_MAX, "items", GossipItem.CODEC));
    }
}
