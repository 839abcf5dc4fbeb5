package io.omerta.protocol.chain;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.HASH;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.PEER_ID;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.TIMESTAMP;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.UINT;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.List;

/**
 * All of a block that its hash covers, the body by its hash. A head, a proof of inclusion or of a fork thus has a few
 * hundred bytes, whatever the blocks hold.
 *
 * @param owner of the chain, who signs the block
 * @param height number of blocks before it
 * @param previous hash of the block before it, {@link #NO_BLOCK} for the first
 * @param timeMillis by the owner's clock; proves nothing but the order that the owner admits to
 * @param body hash of the body
 */
public record BlockHeader(PeerId owner, long height, Hash previous, long timeMillis, Hash body) {
    /** Stands where the hash of a previous block would, if there is none. */
    public static final Hash NO_BLOCK = Hash.of(new byte[Hash.BYTES]);

    private static final HashDomain DOMAIN = HashDomain.of("omerta.block");

    static final int ENCODED_BYTES_MAX = 256;

    static final RecordCodec<BlockHeader> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("BlockHeader", "owner", "height", "previous", "time", "body"),
                    List.of(PEER_ID, UINT, HASH, TIMESTAMP, HASH)),
            ENCODED_BYTES_MAX,
            BlockHeader::toStruct,
            BlockHeader::read);

    public BlockHeader {
        requireFirst(height, previous);
        if (timeMillis < 0) {
            throw new IllegalArgumentException("the time of a block is at least 0 ms, but was " + timeMillis);
        }
    }

    /** The hash of the block: what its owner signs, and what the next block refers to. */
    public Hash hash(Hasher hasher) {
        return hasher.hash(DOMAIN, toStruct());
    }

    static void requireFirst(long height, Hash previous) {
        if (height < 0) {
            throw new IllegalArgumentException("the height of a block is at least 0, but was " + height);
        }
        if ((height == 0) != previous.equals(NO_BLOCK)) {
            throw new IllegalArgumentException("a block at height " + height
                    + (height == 0 ? " has no previous block" : " needs a previous block"));
        }
    }

    private Struct toStruct() {
        return Struct.of(
                CODEC.type().shape(), owner, new Value.Int(height), previous, new Value.Timestamp(timeMillis), body);
    }

    private static BlockHeader read(List<Value> values) {
        return new BlockHeader(
                (PeerId) values.get(0),
                ((Value.Int) values.get(1)).value(),
                (Hash) values.get(2),
                ((Value.Timestamp) values.get(3)).millis(),
                (Hash) values.get(4));
    }
}
