package io.omerta.protocol.gossip;

import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What peers send each other. */
sealed interface GossipMessage permits Keepalive, Reconcile {
    /** Longest message in bytes; a proof of the greatest length fits. */
    int ENCODED_BYTES_MAX = 3 << 18;

    /** The message in bytes. */
    default byte[] encode() {
        return this instanceof Keepalive keepalive
                ? Keepalive.CODEC.encode(keepalive)
                : Reconcile.CODEC.encode((Reconcile) this);
    }

    /** The message that the bytes are the encoding of, or null if they are none. Never throws. */
    static @Nullable GossipMessage parse(byte[] bytes) {
        if (Keepalive.CODEC.parse(bytes) instanceof Parsed.Read<Keepalive> keepalive) {
            return keepalive.record();
        }
        return Reconcile.CODEC.parse(bytes) instanceof Parsed.Read<Reconcile> reconcile ? reconcile.record() : null;
    }

    /**
     * Refuses what is too long.
     *
     * @throws IllegalArgumentException if there are more elements
     */
    static void requireAtMost(int max, List<?> elements, String what) {
        if (elements.size() > max) {
            throw new IllegalArgumentException(
                    "a message has at most " + max + " " + what + ", but " + elements.size() + " were given");
        }
    }

    /** Records as a list. */
    static <T> ValueList list(List<T> records, RecordCodec<T> codec) {
        return ValueList.of(records.stream().map(codec::toStruct).toList());
    }

    /**
     * The records of a list.
     *
     * @throws IllegalArgumentException if there are too many, or one breaks a rule
     */
    static <T> List<T> read(Value value, int max, String what, RecordCodec<T> codec) {
        List<Value> elements = ((ValueList) value).elements();
        requireAtMost(max, elements, what);
        List<T> records = new ArrayList<>();
        elements.forEach(element -> records.add(codec.fromStruct(element)));
        return records;
    }
}
