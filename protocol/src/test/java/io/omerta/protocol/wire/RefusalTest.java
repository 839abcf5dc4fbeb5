package io.omerta.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RefusalTest {
    private record Refused(byte[] input, Decoded.Malformed refusal) {}

    private final CanonicalDecoder decoder = new CanonicalDecoder();

    private static List<Refused> refused() throws IOException {
        return Resource.lines(RefusalTest.class, "refused.txt").stream()
                .map(line -> line.split(" "))
                .map(parts -> new Refused(
                        parts[0].equals("-") ? new byte[0] : HexFormat.of().parseHex(parts[0]),
                        new Decoded.Malformed(Malformation.valueOf(parts[1]), Integer.parseInt(parts[2]))))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> inputIsRefusedForItsReasonAtItsPlace() throws IOException {
        return refused().stream()
                .map(refused -> DynamicTest.dynamicTest(
                        refused.refusal.reason() + " " + HexFormat.of().formatHex(refused.input),
                        () -> assertEquals(refused.refusal, decoder.decode(refused.input))));
    }

    @Test
    void everyReasonIsTriggered() throws IOException {
        TreeSet<Malformation> triggered = new TreeSet<>();
        refused().forEach(refused -> triggered.add(refused.refusal.reason()));
        assertInstanceOf(Decoded.Malformed.class, decoder.decode(tooLarge()));
        triggered.add(Malformation.TOO_LARGE);
        assertEquals(List.of(Malformation.values()), List.copyOf(triggered));
    }

    /** The encoding that a byte string would have, were it allowed to be one byte longer. */
    private static byte[] tooLarge() {
        byte[] input = new byte[Limits.ENCODED_BYTES_MAX + 1];
        int content = input.length - 5;
        input[0] = Tag.BYTES;
        input[1] = (byte) (Tag.LONG_LENGTH + 3);
        input[2] = (byte) (content >> 16);
        input[3] = (byte) (content >> 8);
        input[4] = (byte) content;
        return input;
    }

    @Test
    void inputOfMoreThanAMebibyteIsRefusedUnread() {
        assertEquals(
                new Decoded.Malformed(Malformation.TOO_LARGE, Limits.ENCODED_BYTES_MAX), decoder.decode(tooLarge()));
    }

    @Test
    void inputOfAMebibyteIsRead() {
        byte[] content = new byte[Limits.ENCODED_BYTES_MAX - 5];
        Value value = ByteString.of(content);
        assertEquals(Limits.ENCODED_BYTES_MAX, value.encodedBytes());
        assertEquals(new Decoded.Accepted(value), decoder.decode(CanonicalEncoder.encode(value)));
    }

    @Test
    void refusalIsExplainedInOneLine() {
        Decoded decoded = decoder.decode(new byte[] {0x70, 0x01, 0x73});
        assertEquals(
                "byte 2: no value begins with this byte",
                assertInstanceOf(Decoded.Refused.class, decoded).message());
    }
}
