package io.omerta.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The committed vectors, which another implementation of the format must reproduce. */
class GoldenVectorsTest {
    private record Vector(byte[] encoding, String notation) {}

    private static List<Vector> vectors() throws IOException {
        return Resource.lines(GoldenVectorsTest.class, "vectors.txt").stream()
                .map(line -> {
                    int blank = line.indexOf(' ');
                    return new Vector(HexFormat.of().parseHex(line, 0, blank), line.substring(blank + 1));
                })
                .toList();
    }

    private static String clipped(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "...";
    }

    @TestFactory
    Stream<DynamicTest> valueIsEncodedAsCommitted() throws IOException {
        return vectors().stream()
                .map(vector -> DynamicTest.dynamicTest(clipped(vector.notation), () -> {
                    Value value = Notation.parse(vector.notation);
                    assertArrayEquals(vector.encoding, CanonicalEncoder.encode(value));
                }));
    }

    @TestFactory
    Stream<DynamicTest> committedEncodingIsRead() throws IOException {
        return vectors().stream()
                .map(vector -> DynamicTest.dynamicTest(clipped(vector.notation), () -> {
                    Decoded decoded = new CanonicalDecoder().decode(vector.encoding);
                    Value value = Notation.parse(vector.notation);
                    assertEquals(new Decoded.Accepted(value), decoded);
                    assertEquals(vector.notation, value.toString());
                }));
    }

    @Test
    void everyKindOfValueHasAVector() throws IOException {
        TreeSet<Kind> kinds = new TreeSet<>();
        for (Vector vector : vectors()) {
            kinds.add(Notation.parse(vector.notation).kind());
        }
        assertEquals(List.of(Kind.values()), List.copyOf(kinds));
    }

    @Test
    void vectorsAreDistinct() throws IOException {
        List<String> lines = Resource.lines(GoldenVectorsTest.class, "vectors.txt");
        assertTrue(lines.size() > 70, "vectors are missing");
        assertEquals(lines.size(), new TreeSet<>(lines).size());
    }
}
