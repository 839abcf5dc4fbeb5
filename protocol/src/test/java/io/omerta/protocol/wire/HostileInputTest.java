package io.omerta.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Bytes that no honest peer sends: the decoder stays total, canonical and frugal. */
class HostileInputTest {
    private final CanonicalDecoder decoder = new CanonicalDecoder();

    /** Whatever is accepted must be the encoding of what it is read as. Returns whether it was accepted. */
    private boolean isCanonical(byte[] input) {
        Decoded decoded = decoder.decode(input);
        if (decoded instanceof Decoded.Accepted accepted) {
            assertArrayEquals(input, CanonicalEncoder.encode(accepted.value()));
            return true;
        }
        int position = ((Decoded.Malformed) decoded).position();
        assertTrue(position >= 0 && position <= input.length, decoded::toString);
        return false;
    }

    @Test
    void randomBytesAreRefusedOrCanonical() {
        Random random = new Random(1);
        int accepted = 0;
        for (int i = 0; i < 1_000_000; i++) {
            byte[] input = new byte[random.nextInt(12)];
            for (int j = 0; j < input.length; j++) {
                input[j] = (byte) random.nextInt(random.nextBoolean() ? 256 : 0x80);
            }
            accepted += isCanonical(input) ? 1 : 0;
        }
        assertTrue(accepted > 10_000, "only " + accepted + " accepted");
    }

    @Test
    void mutatedEncodingsAreRefusedOrCanonical() {
        Random random = new Random(2);
        RandomValues values = new RandomValues(3);
        int accepted = 0;
        int mutants = 300_000;
        for (int i = 0; i < mutants; i++) {
            byte[] input = CanonicalEncoder.encode(values.next());
            for (int j = random.nextInt(3); j >= 0; j--) {
                input = mutated(input, random);
            }
            accepted += isCanonical(input) ? 1 : 0;
        }
        assertTrue(accepted > mutants / 20 && accepted < mutants, "accepted " + accepted);
    }

    private static byte[] mutated(byte[] input, Random random) {
        int at = random.nextInt(input.length + 1);
        byte any = (byte) random.nextInt(256);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(input, at);
            case 1 -> spliced(input, at, at, any);
            case 2 -> spliced(input, at, Math.min(at + 1, input.length));
            case 3 -> spliced(input, at, Math.min(at + 1, input.length), any);
            default -> spliced(input, at, at, Arrays.copyOfRange(input, at / 2, at));
        };
    }

    private static byte[] spliced(byte[] input, int from, int to, byte... insertion) {
        byte[] result = Arrays.copyOf(input, input.length - (to - from) + insertion.length);
        System.arraycopy(insertion, 0, result, from, insertion.length);
        System.arraycopy(input, to, result, from + insertion.length, input.length - to);
        return result;
    }

    @Test
    void everyBeginningOfAnEncodingIsRefused() {
        RandomValues values = new RandomValues(4);
        for (int i = 0; i < 2_000; i++) {
            byte[] encoding = CanonicalEncoder.encode(values.next());
            for (int length = 0; length < encoding.length; length++) {
                assertFalse(isCanonical(Arrays.copyOf(encoding, length)));
            }
        }
    }

    private long allocatedBytes(byte[] input) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        decoder.decode(input);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        decoder.decode(input);
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    @Test
    void aLengthOfFourGigabytesInTenBytesAllocatesNothingMuch() {
        for (int tag : new int[] {Tag.BYTES, Tag.TEXT, Tag.ENUM_MEMBER, Tag.LIST, Tag.MAP, Tag.STRUCT}) {
            byte[] input = {(byte) tag, (byte) 0x84, -1, -1, -1, -1, 0, 0, 0, 0};
            assertTrue(allocatedBytes(input) < 4_096, () -> "tag " + tag);
        }
    }

    /** Each list claims all that is left. Were each believed, 64 arrays of a million references would be allocated. */
    @Test
    void nestedListsCannotEachClaimTheWholeInput() {
        byte[] input = new byte[Limits.ENCODED_BYTES_MAX];
        for (int level = 0; level < Limits.DEPTH_MAX; level++) {
            int at = 5 * level;
            int rest = input.length - at - 5;
            input[at] = Tag.LIST;
            input[at + 1] = (byte) 0x83;
            input[at + 2] = (byte) (rest >> 16);
            input[at + 3] = (byte) (rest >> 8);
            input[at + 4] = (byte) rest;
        }
        assertEquals(new Decoded.Malformed(Malformation.LENGTH_BEYOND_INPUT, 6), decoder.decode(input));
        assertTrue(allocatedBytes(input) < 10L * input.length);
    }

    /** Were a struct read again when it differs from the shape it resembles, time would double with each level. */
    @Test
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void structsThatDifferFromTheExpectedShapeInTheirLastFieldAreReadOnce() {
        StructShape expected = StructShape.of("S", "inner", "a");
        StructShape similar = StructShape.of("S", "inner", "b");
        Value value = Value.Absent.INSTANCE;
        for (int level = 0; level < Limits.DEPTH_MAX; level++) {
            value = Struct.of(similar, value, Value.Absent.INSTANCE);
        }
        Decoded decoded = new CanonicalDecoder(List.of(expected)).decode(CanonicalEncoder.encode(value));
        assertEquals(new Decoded.Accepted(value), decoded);
    }
}
