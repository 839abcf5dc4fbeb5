package io.omerta.protocol.chain;

import io.omerta.protocol.wire.Limits;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks that claim to follow one another in one chain, as one message carries them. Nothing about them is verified, see
 * {@link SegmentVerifier}.
 *
 * @param blocks 1 to {@link #BLOCKS_MAX}, which encode to at most {@link #ENCODED_BYTES_MAX} bytes
 */
public record ChainSegment(List<Block> blocks) {
    /** Most blocks in one segment. */
    public static final int BLOCKS_MAX = 1024;

    /** Longest encoding of a segment. Leaves room in a message for what comes with it. */
    public static final int ENCODED_BYTES_MAX = Limits.ENCODED_BYTES_MAX / 2;

    /** Bytes of a segment besides its blocks: tags, names and lengths. */
    public static final int FRAME_BYTES_MAX = 64;

    public static final RecordCodec<ChainSegment> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("ChainSegment", "blocks"), List.of(new TypeDescriptor.ListOf(Block.CODEC.type()))),
            ENCODED_BYTES_MAX,
            ChainSegment::toStruct,
            ChainSegment::read);

    public ChainSegment {
        blocks = List.copyOf(blocks);
        requireCount(blocks.size());
    }

    /** The longest beginning of a list of blocks that is short enough for a segment. */
    static ChainSegment beginningOf(List<Block> blocks) {
        return beginningOf(blocks, ENCODED_BYTES_MAX);
    }

    /**
     * The longest beginning of a list of blocks that encodes to at most so many bytes.
     *
     * @throws IllegalArgumentException if not even the first block does
     */
    public static ChainSegment beginningOf(List<Block> blocks, int bytesMax) {
        int bytes = FRAME_BYTES_MAX;
        int count = 0;
        for (Block block : blocks) {
            bytes += Block.CODEC.toStruct(block).encodedBytes();
            if (bytes > bytesMax || count == BLOCKS_MAX) {
                break;
            }
            count++;
        }
        return new ChainSegment(blocks.subList(0, count));
    }

    private static void requireCount(int blocks) {
        if (blocks < 1 || blocks > BLOCKS_MAX) {
            throw new IllegalArgumentException(
                    "a segment has 1 to " + BLOCKS_MAX + " blocks, but " + blocks + " were given");
        }
    }

    private Struct toStruct() {
        return Struct.of(
                CODEC.type().shape(),
                ValueList.of(blocks.stream().map(Block.CODEC::toStruct).toList()));
    }

    private static ChainSegment read(List<Value> values) {
        ValueList list = (ValueList) values.get(0);
        requireCount(list.size());
        List<Block> blocks = new ArrayList<>();
        for (Value block : list.elements()) {
            blocks.add(Block.CODEC.fromStruct(block));
        }
        return new ChainSegment(blocks);
    }
}
