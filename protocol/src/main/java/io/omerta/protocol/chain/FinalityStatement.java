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
 * What the witnesses of a finality checkpoint sign: all that the blocks up to one amount to, so that these may be
 * forgotten. Holds nothing that is one witness's own, because all must sign the same hash.
 *
 * @param block the last block that is summed up
 * @param blockTimeMillis of that block
 * @param statedMillis when the witnesses agreed
 * @param state hash of the summary of the state after the block, such as its owner's balance, age and trust
 * @param cabal who the witnesses are; whether they were drawn as they should is another question
 */
public record FinalityStatement(Checkpoint block, long blockTimeMillis, long statedMillis, Hash state, Cabal cabal) {
    /** How old a block is at least when it is summed up: 180 days, longer than any dispute. */
    public static final long AGE_MILLIS_MIN = 180L * 24 * 60 * 60 * 1000;

    private static final HashDomain DOMAIN = HashDomain.of("omerta.finality");

    static final RecordCodec<FinalityStatement> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of(
                            "FinalityStatement",
                            "owner",
                            "height",
                            "block",
                            "block_time",
                            "stated_at",
                            "state",
                            "cabal"),
                    List.of(PEER_ID, UINT, HASH, TIMESTAMP, TIMESTAMP, HASH, Cabal.TYPE)),
            40 * Cabal.MEMBERS_MAX + 512,
            FinalityStatement::toStruct,
            FinalityStatement::read);

    public FinalityStatement {
        if (blockTimeMillis < 0 || statedMillis < 0 || statedMillis - blockTimeMillis < AGE_MILLIS_MIN) {
            throw new IllegalArgumentException("a block is final after " + AGE_MILLIS_MIN + " ms, but one of "
                    + blockTimeMillis + " ms is stated at " + statedMillis + " ms");
        }
    }

    /** What the witnesses sign. */
    public Hash hash(Hasher hasher) {
        return hasher.hash(DOMAIN, toStruct());
    }

    private Struct toStruct() {
        return Struct.of(
                CODEC.type().shape(),
                block.owner(),
                new Value.Int(block.height()),
                block.hash(),
                new Value.Timestamp(blockTimeMillis),
                new Value.Timestamp(statedMillis),
                state,
                cabal.toValue());
    }

    private static FinalityStatement read(List<Value> values) {
        return new FinalityStatement(
                new Checkpoint((PeerId) values.get(0), ((Value.Int) values.get(1)).value(), (Hash) values.get(2)),
                ((Value.Timestamp) values.get(3)).millis(),
                ((Value.Timestamp) values.get(4)).millis(),
                (Hash) values.get(5),
                Cabal.fromValue(values.get(6)));
    }
}
