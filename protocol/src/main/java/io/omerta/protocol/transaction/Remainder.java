package io.omerta.protocol.transaction;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.BYTES;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.HASH;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.INT;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.STRING;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.UINT;

import io.omerta.protocol.chain.Parsed;
import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.CanonicalDecoder;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Decoded;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Limits;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left of inputs of sessions that have ended: the blocks that were appended, and what must not begin again.
 *
 * @param numbers of machines that had taken a first step by then
 */
record Remainder(long numbers, List<Appended> blocks, List<SessionKey> ended) {
    /** A block of the node's chain, with the time at which it was appended. */
    record Appended(long nowMillis, Struct body) {
        private static final RecordCodec<Appended> CODEC = new RecordCodec<>(
                new TypeDescriptor.StructOf(StructShape.of("APPENDED", "now", "body"), List.of(INT, BYTES)),
                Limits.ENCODED_BYTES_MAX,
                appended -> Struct.of(
                        Appended.CODEC.type().shape(),
                        new Value.Int(appended.nowMillis()),
                        CanonicalEncoder.encodeToBytes(appended.body())),
                values -> new Appended(((Value.Int) values.get(0)).value(), struct((ByteString) values.get(1))));

        private static Struct struct(ByteString bytes) {
            if (new CanonicalDecoder().decode(bytes.toByteArray()) instanceof Decoded.Accepted accepted
                    && accepted.value() instanceof Struct body) {
                return body;
            }
            throw new IllegalArgumentException("the body of a block is a struct");
        }
    }

    private static final RecordCodec<SessionKey> KEY = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("ENDED", "transaction", "session_id", "role"), List.of(STRING, HASH, STRING)),
            Limits.ENCODED_BYTES_MAX,
            key -> Struct.of(
                    Remainder.KEY.type().shape(), new Text(key.transaction()), key.session(), new Text(key.role())),
            values ->
                    new SessionKey(((Text) values.get(0)).text(), (Hash) values.get(1), ((Text) values.get(2)).text()));

    private static final RecordCodec<Remainder> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("REMAINDER", "numbers", "blocks", "ended"),
                    List.of(
                            UINT,
                            new TypeDescriptor.ListOf(Appended.CODEC.type()),
                            new TypeDescriptor.ListOf(KEY.type()))),
            Limits.ENCODED_BYTES_MAX,
            Remainder::toStruct,
            Remainder::read);

    Remainder {
        blocks = List.copyOf(blocks);
        ended = List.copyOf(ended);
    }

    byte[] encode() {
        return CODEC.encode(this);
    }

    /** Length of the encoding. */
    int encodedBytes() {
        return toStruct().encodedBytes();
    }

    /** The remainder that an entry is, or null if it is none. */
    static @Nullable Remainder parse(byte[] entry) {
        return CODEC.parse(entry) instanceof Parsed.Read<Remainder> read ? read.record() : null;
    }

    /** This one and what is left of later inputs. */
    Remainder and(Remainder later) {
        List<Appended> allBlocks = new ArrayList<>(blocks);
        allBlocks.addAll(later.blocks);
        List<SessionKey> allEnded = new ArrayList<>(ended);
        allEnded.addAll(later.ended);
        return new Remainder(later.numbers, allBlocks, allEnded);
    }

    private Struct toStruct() {
        return Struct.of(
                CODEC.type().shape(),
                new Value.Int(numbers),
                ValueList.of(blocks.stream().map(Appended.CODEC::toStruct).toList()),
                ValueList.of(ended.stream().map(KEY::toStruct).toList()));
    }

    private static Remainder read(List<Value> values) {
        List<Appended> blocks = new ArrayList<>();
        ((ValueList) values.get(1)).elements().forEach(block -> blocks.add(Appended.CODEC.fromStruct(block)));
        List<SessionKey> ended = new ArrayList<>();
        ((ValueList) values.get(2)).elements().forEach(key -> ended.add(KEY.fromStruct(key)));
        return new Remainder(((Value.Int) values.get(0)).value(), blocks, ended);
    }
}
