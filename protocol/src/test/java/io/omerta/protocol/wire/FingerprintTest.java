package io.omerta.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static String murmur(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Fingerprinter.fingerprint(bytes, bytes.length).toString();
    }

    @Test
    void fingerprintIsMurmurHash3() {
        assertEquals("00000000000000000000000000000000", murmur(""));
        assertEquals("cbd8a7b341bd9b025b1e906a48ae1d19", murmur("hello"));
        assertEquals("e34bbc7bbc071b6c7a433ca9c49a9347", murmur("The quick brown fox jumps over the lazy dog"));
    }

    /** Even one half alone has no collision; by chance there would be one with probability 3 * 10^-8 for each half. */
    @Test
    void noTwoOfAMillionSmallValuesCollide() {
        int values = 1_000_000;
        Fingerprinter fingerprinter = new Fingerprinter();
        long[] highs = new long[values];
        long[] lows = new long[values];
        StructShape shape = StructShape.of("STATE", "place", "count");
        for (int i = 0; i < values; i++) {
            Value number = new Value.Int(i / 4);
            Value value =
                    switch (i % 4) {
                        case 0 -> number;
                        case 1 -> ValueList.of(number, Value.Bool.TRUE);
                        case 2 -> ValueList.of(Value.Bool.TRUE, number);
                        default -> Struct.of(shape, new Value.EnumMember("IDLE"), number);
                    };
            Fingerprint fingerprint = fingerprinter.fingerprint(value);
            highs[i] = fingerprint.high();
            lows[i] = fingerprint.low();
        }
        assertEquals(values, distinct(highs), "first halves");
        assertEquals(values, distinct(lows), "second halves");
    }

    private static int distinct(long[] numbers) {
        Arrays.sort(numbers);
        int distinct = 1;
        for (int i = 1; i < numbers.length; i++) {
            distinct += numbers[i] != numbers[i - 1] ? 1 : 0;
        }
        return distinct;
    }
}
