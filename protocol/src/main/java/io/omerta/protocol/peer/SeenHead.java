package io.omerta.protocol.peer;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.TIMESTAMP;

import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.chain.SignedHeader;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When a head was seen that the own chain records. The block has its hash alone; the header is kept so that a peer knows
 * after a restart since when it knows whom, and finds a fork from what was signed before.
 */
record SeenHead(long seenMillis, SignedHeader header) {
    static final RecordCodec<SeenHead> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("SeenHead", "seen_at", "header"), List.of(TIMESTAMP, SignedHeader.CODEC.type())),
            512,
            seen -> Struct.of(
                    SeenHead.CODEC.type().shape(),
                    new Value.Timestamp(seen.seenMillis()),
                    SignedHeader.CODEC.toStruct(seen.header())),
            values -> new SeenHead(
                    ((Value.Timestamp) values.get(0)).millis(), SignedHeader.CODEC.fromStruct(values.get(1))));

    /** Of each owner the first entry, since when it is known, and the last. */
    static List<byte[]> withoutTheMiddle(List<byte[]> entries) {
        TreeMap<PeerId, Integer> first = new TreeMap<>();
        TreeMap<PeerId, Integer> last = new TreeMap<>();
        for (int i = 0; i < entries.size(); i++) {
            if (CODEC.parse(entries.get(i)) instanceof Parsed.Read<SeenHead> read) {
                PeerId owner = read.record().header().header().owner();
                first.putIfAbsent(owner, i);
                last.put(owner, i);
            }
        }
        TreeSet<Integer> kept = new TreeSet<>(first.values());
        kept.addAll(last.values());
        return kept.stream().map(entries::get).toList();
    }
}
