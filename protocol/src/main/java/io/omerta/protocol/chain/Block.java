package io.omerta.protocol.chain;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.BYTES;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.HASH;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.PEER_ID;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.SIGNATURE;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.TIMESTAMP;
import static io.omerta.protocol.wire.TypeDescriptor.Primitive.UINT;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.CanonicalDecoder;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Decoded;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.util.List;

/**
 * One entry of a chain. A block that was received claims what it says; {@link SegmentVerifier} checks it.
 *
 * @param owner of the chain, who signs the block
 * @param height number of blocks before it
 * @param previous hash of the block before it, {@link BlockHeader#NO_BLOCK} for the first
 * @param timeMillis by the owner's clock
 * @param body what the block records; the name of its shape is the block's type
 * @param signature of the owner over the block's hash
 */
public record Block(PeerId owner, long height, Hash previous, long timeMillis, Struct body, Signature signature) {
    /** The type of the first block of a chain, and of no other. Its body has no fields. */
    public static final String GENESIS = "GENESIS";

    /** Longest encoding of a body, so that every block fits into every page of blocks. */
    public static final int BODY_BYTES_MAX = 1 << 16;

    /** Longest encoding of a block. */
    public static final int ENCODED_BYTES_MAX = BODY_BYTES_MAX + 512;

    private static final CanonicalDecoder BODY_DECODER = new CanonicalDecoder();
    private static final HashDomain BODY_DOMAIN = HashDomain.of("omerta.block.body");

    /** The body travels encoded: its type is known to whoever gives blocks a meaning, and not here. */
    public static final RecordCodec<Block> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("Block", "owner", "height", "previous", "time", "body", "signature"),
                    List.of(PEER_ID, UINT, HASH, TIMESTAMP, BYTES, SIGNATURE)),
            ENCODED_BYTES_MAX,
            Block::toStruct,
            Block::read);

    public Block {
        requireBodySize(body.encodedBytes());
        BlockHeader.requireFirst(height, previous);
        if (timeMillis < 0) {
            throw new IllegalArgumentException("the time of a block is at least 0 ms, but was " + timeMillis);
        }
    }

    /** A block signed by the owner of the chain. */
    static Block signed(long height, Hash previous, long timeMillis, Struct body, Signer signer, Hasher hasher) {
        requireBodySize(body.encodedBytes());
        PeerId owner = signer.peerId();
        BlockHeader header = new BlockHeader(owner, height, previous, timeMillis, hasher.hash(BODY_DOMAIN, body));
        return new Block(owner, height, previous, timeMillis, body, signer.sign(header.hash(hasher)));
    }

    /** What the block is: the name of its body's shape, such as BALANCE_LOCK. */
    public String type() {
        return body.shape().name();
    }

    /** What the block's hash covers; recomputed from the body. */
    public BlockHeader header(Hasher hasher) {
        return new BlockHeader(owner, height, previous, timeMillis, hasher.hash(BODY_DOMAIN, body));
    }

    public SignedHeader signedHeader(Hasher hasher) {
        return new SignedHeader(header(hasher), signature);
    }

    private static void requireBodySize(int bytes) {
        if (bytes > BODY_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "the body of a block has at most " + BODY_BYTES_MAX + " bytes, but " + bytes + " were given");
        }
    }

    private Struct toStruct() {
        return Struct.of(
                CODEC.type().shape(),
                owner,
                new Value.Int(height),
                previous,
                new Value.Timestamp(timeMillis),
                CanonicalEncoder.encodeToBytes(body),
                signature);
    }

    private static Block read(List<Value> values) {
        return new Block(
                (PeerId) values.get(0),
                ((Value.Int) values.get(1)).value(),
                (Hash) values.get(2),
                ((Value.Timestamp) values.get(3)).millis(),
                readBody((ByteString) values.get(4)),
                (Signature) values.get(5));
    }

    private static Struct readBody(ByteString bytes) {
        requireBodySize(bytes.length());
        Decoded decoded = BODY_DECODER.decode(bytes);
        if (decoded instanceof Decoded.Refused refused) {
            throw new IllegalArgumentException("body: " + refused.message());
        }
        if (((Decoded.Accepted) decoded).value() instanceof Struct body) {
            return body;
        }
        throw new IllegalArgumentException("the body of a block is a struct");
    }
}
