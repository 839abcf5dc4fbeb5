package io.omerta.protocol.language.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.wire.CanonicalDecoder;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Decoded;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.TypeDescriptor.Primitive;
import io.omerta.protocol.wire.TypedCodec;
import java.util.List;

/** What holds of the decoders of values, whatever the input. */
final class WireChecks {
    private static final StructShape SHAPE = StructShape.of("a", "a", "amount", "session_id");

    private static final TypedCodec CODEC = new TypedCodec(
            "payload",
            new TypeDescriptor.MapOf(
                    Primitive.STRING,
                    new TypeDescriptor.OptionalOf(new TypeDescriptor.StructOf(
                            SHAPE,
                            List.of(Primitive.UINT, new TypeDescriptor.ListOf(Primitive.INT), Primitive.HASH)))));

    private WireChecks() {}

    /** What is accepted is the encoding of what it is read as, and it does not depend on the shapes that are expected. */
    static void canonicalDecoder(byte[] input) {
        Decoded decoded = new CanonicalDecoder().decode(input);
        if (decoded instanceof Decoded.Accepted accepted) {
            assertArrayEquals(input, CanonicalEncoder.encode(accepted.value()));
        } else {
            int position = ((Decoded.Malformed) decoded).position();
            assertTrue(position >= 0 && position <= input.length, decoded::toString);
        }
        assertEquals(decoded, new CanonicalDecoder(List.of(SHAPE)).decode(input));
    }

    /** What is accepted is of the type; what is not says why. */
    static void typedCodec(byte[] input) {
        Decoded decoded = CODEC.decode(input);
        if (decoded instanceof Decoded.Accepted accepted) {
            assertArrayEquals(input, CODEC.encode(accepted.value()));
        } else {
            assertTrue(!((Decoded.Refused) decoded).message().isEmpty());
        }
    }
}
