package io.omerta.protocol.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.protocol.wire.Notation;
import io.omerta.protocol.wire.Resource;
import io.omerta.protocol.wire.Value;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class Sha256HasherTest {
    private final Hasher hasher = new Sha256Hasher();

    @TestFactory
    Stream<DynamicTest> hashIsAsCommitted() throws IOException {
        return Resource.lines(Sha256HasherTest.class, "hashes.txt").stream()
                .map(line -> line.split(" ", 3))
                .map(vector -> DynamicTest.dynamicTest(vector[0] + " " + vector[2], () -> {
                    Value value = Notation.parse(vector[2]);
                    assertEquals(
                            vector[1],
                            hasher.hash(HashDomain.of(vector[0]), value).toHex());
                }));
    }

    @Test
    void sameValueInAnotherDomainHasAnotherHash() {
        Value value = new Value.Int(1);
        assertNotEquals(hasher.hash(HashDomain.of("omerta.a"), value), hasher.hash(HashDomain.of("omerta.b"), value));
    }

    @Test
    void emptyLabelIsRefused() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> HashDomain.of(""));
        assertEquals("the label of a hash domain must not be empty", refusal.getMessage());
    }
}
