package io.omerta.protocol.transaction;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import java.util.Objects;

/**
 * Something that a peer signed and that cannot be true: the {@code Discrepancy} of {@code shared/audit.omt}. What it
 * claims is checked by {@link DiscrepancyProofs#isProof}.
 *
 * @param culprit who signed it
 * @param fact the same for everybody who finds it, whatever the proof looks like
 * @param proof holds all that the check needs
 */
public record Discrepancy(DiscrepancyKind kind, PeerId culprit, Hash fact, ByteString proof) {
    private static final StructShape SHAPE = StructShape.of("Discrepancy", "kind", "culprit", "fact", "proof");

    /** As a machine holds it. */
    public Struct toStruct() {
        return Struct.of(SHAPE, new Value.EnumMember(kind.name()), culprit, fact, proof);
    }

    /** Of a value of the type that the protocol declares. */
    public static Discrepancy of(Value value) {
        Struct struct = (Struct) value;
        return new Discrepancy(
                DiscrepancyKind.valueOf(((Value.EnumMember) field(struct, "kind")).name()),
                (PeerId) field(struct, "culprit"),
                (Hash) field(struct, "fact"),
                (ByteString) field(struct, "proof"));
    }

    private static Value field(Struct struct, String name) {
        return Objects.requireNonNull(struct.get(name), name);
    }
}
