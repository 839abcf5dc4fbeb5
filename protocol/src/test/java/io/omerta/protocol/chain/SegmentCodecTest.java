package io.omerta.protocol.chain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentCodecTest {
    private final Neighbours neighbours = new Neighbours();
    private final Chain chain = neighbours.chain(1, 6, 0);

    private static String refusal(byte[] bytes) {
        Parsed<ChainSegment> parsed = ChainSegment.CODEC.parse(bytes);
        return assertInstanceOf(Parsed.Unreadable.class, parsed, parsed::toString)
                .message();
    }

    /** The encoding of a segment of one block, with one value of the block replaced. */
    private byte[] withBlockValue(int field, Value value) {
        Struct block = Block.CODEC.toStruct(chain.blockAt(1));
        Value[] values = block.values().toArray(Value[]::new);
        values[field] = value;
        return segmentOf(List.of(Struct.of(block.shape(), values)));
    }

    private static byte[] segmentOf(List<Struct> blocks) {
        return CanonicalEncoder.encode(Struct.of(ChainSegment.CODEC.type().shape(), ValueList.of(blocks)));
    }

    @Test
    void segmentSurvivesATripOverTheWire() {
        ChainSegment segment = chain.page(1, 5);
        assertEquals(segment, Neighbours.read(ChainSegment.CODEC, ChainSegment.CODEC.encode(segment)));
    }

    @Test
    void readableBytesAreTheEncodingOfWhatTheyAreReadAs() {
        Random random = new Random(1);
        byte[] encoding = ChainSegment.CODEC.encode(chain.page(0, 2));
        int readable = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] mutant = encoding.clone();
            for (int j = random.nextInt(3); j >= 0; j--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            if (ChainSegment.CODEC.parse(mutant) instanceof Parsed.Read<ChainSegment> read) {
                assertArrayEquals(mutant, ChainSegment.CODEC.encode(read.record()));
                readable++;
            }
        }
        assertTrue(readable > 1_000, "only " + readable + " readable");
    }

    @Test
    void everyBeginningOfAnEncodingIsRefused() {
        byte[] encoding = ChainSegment.CODEC.encode(chain.page(0, 2));
        for (int length = 0; length < encoding.length; length++) {
            assertFalse(refusal(Arrays.copyOf(encoding, length)).isEmpty());
        }
    }

    @Test
    void randomBytesAreRefused() {
        Random random = new Random(2);
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            assertFalse(refusal(bytes).isEmpty());
        }
    }

    @Test
    void inputBeyondTheBoundIsRefusedUnread() {
        assertEquals(
                "ChainSegment: 524289 bytes, at most 524288 allowed",
                refusal(new byte[ChainSegment.ENCODED_BYTES_MAX + 1]));
    }

    @Test
    void segmentWithoutBlocksIsRefused() {
        assertEquals("ChainSegment: a segment has 1 to 1024 blocks, but 0 were given", refusal(segmentOf(List.of())));
        assertThrows(IllegalArgumentException.class, () -> new ChainSegment(List.of()));
    }

    @Test
    void segmentOfTooManyBlocksIsRefused() {
        Struct block = Block.CODEC.toStruct(chain.blockAt(1));
        byte[] bytes = segmentOf(Collections.nCopies(ChainSegment.BLOCKS_MAX + 1, block));
        assertEquals("ChainSegment: a segment has 1 to 1024 blocks, but 1025 were given", refusal(bytes));
    }

    @Test
    void bodyThatIsNoStructIsRefused() {
        ByteString number = ByteString.of(CanonicalEncoder.encode(new Value.Int(5)));
        assertEquals("ChainSegment: the body of a block is a struct", refusal(withBlockValue(4, number)));
    }

    @Test
    void bodyThatIsNotCanonicalIsRefused() {
        assertEquals(
                "ChainSegment: body: byte 0: no value begins with this byte",
                refusal(withBlockValue(4, ByteString.of(new byte[] {-1}))));
    }

    @Test
    void bodyBeyondTheBoundIsRefused() {
        Struct body = Struct.of(StructShape.of("LARGE", "bytes"), ByteString.of(new byte[Block.BODY_BYTES_MAX]));
        assertEquals(
                "ChainSegment: the body of a block has at most 65536 bytes, but 65555 were given",
                refusal(withBlockValue(4, ByteString.of(CanonicalEncoder.encode(body)))));
    }

    @Test
    void negativeHeightIsRefused() {
        assertEquals(
                "ChainSegment.blocks[0].height: expected uint, which is at least 0, but found -1",
                refusal(withBlockValue(1, new Value.Int(-1))));
    }

    @Test
    void blockAtHeightZeroWithAPredecessorIsRefused() {
        assertEquals(
                "ChainSegment: a block at height 0 has no previous block",
                refusal(withBlockValue(1, new Value.Int(0))));
    }
}
