package io.omerta.protocol.gossip;

import static io.omerta.protocol.wire.TypeDescriptor.Primitive.BYTES;

import io.omerta.protocol.chain.RecordCodec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.Value;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a peer says about a part of its set.
 *
 * @param prefix digits in base 16 with which the marks of the part begin, one per byte
 * @param marks as the kind says; at most {@link KeyTree#FANOUT}
 */
record Probe(ByteString prefix, Kind kind, List<Mark> marks) {
    /** How a part is described. */
    enum Kind {
        /** By one hash over all of it. */
        SUMMARY,
        /** By one hash for each next digit. */
        PARTS,
        /** By all the marks that are in it. */
        MARKS
    }

    /** The whole set. */
    static final ByteString ROOT = ByteString.of(new byte[0]);

    static final RecordCodec<Probe> CODEC = new RecordCodec<>(
            new TypeDescriptor.StructOf(
                    StructShape.of("Probe", "prefix", "kind", "marks"),
                    List.of(
                            BYTES,
                            new TypeDescriptor.EnumOf("ProbeKind", List.of("SUMMARY", "PARTS", "MARKS")),
                            BYTES)),
            512,
            Probe::toStruct,
            Probe::read);

    Probe {
        marks = List.copyOf(marks);
        for (byte digit : prefix.toByteArray()) {
            if (digit < 0 || digit >= KeyTree.FANOUT) {
                throw new IllegalArgumentException("a digit is 0 to 15, but was " + digit);
            }
        }
        int count = marks.size();
        boolean fits =
                switch (kind) {
                    case SUMMARY -> count == 1;
                    case PARTS -> count == KeyTree.FANOUT && prefix.length() < Mark.DIGITS;
                    case MARKS -> count <= KeyTree.LEAF_MARKS_MAX;
                };
        if (!fits || prefix.length() > Mark.DIGITS) {
            throw new IllegalArgumentException(
                    count + " marks are no " + kind + " of a prefix of " + prefix.length() + " digits");
        }
    }

    /** A part by one hash. */
    static Probe summary(KeyTree tree, ByteString prefix) {
        return new Probe(prefix, Kind.SUMMARY, List.of(tree.summary(prefix.toByteArray())));
    }

    /** A part by its marks if there are few, else by a hash for each next digit. */
    static Probe description(KeyTree tree, ByteString prefix) {
        byte[] digits = prefix.toByteArray();
        if (tree.size(digits) <= KeyTree.LEAF_MARKS_MAX) {
            return new Probe(prefix, Kind.MARKS, List.copyOf(tree.marks(digits)));
        }
        List<Mark> parts = new ArrayList<>();
        for (int digit = 0; digit < KeyTree.FANOUT; digit++) {
            parts.add(tree.summary(part(prefix, digit).toByteArray()));
        }
        return new Probe(prefix, Kind.PARTS, parts);
    }

    /** The prefix that is one digit longer. */
    static ByteString part(ByteString prefix, int digit) {
        byte[] longer = new byte[prefix.length() + 1];
        prefix.copyTo(longer, 0);
        longer[prefix.length()] = (byte) digit;
        return ByteString.of(longer);
    }

    /** Marks one after the other. */
    static ByteString join(Collection<Mark> marks) {
        ByteBuffer joined = ByteBuffer.allocate(marks.size() * Mark.BYTES);
        marks.forEach(mark -> mark.write(joined));
        return ByteString.of(joined.array());
    }

    /** @throws IllegalArgumentException if there is part of a mark */
    static List<Mark> separate(ByteString joined) {
        if (joined.length() % Mark.BYTES != 0) {
            throw new IllegalArgumentException(
                    "marks have " + Mark.BYTES + " bytes each, but " + joined.length() + " were given");
        }
        ByteBuffer from = ByteBuffer.wrap(joined.toByteArray());
        List<Mark> marks = new ArrayList<>();
        while (from.hasRemaining()) {
            marks.add(Mark.read(from));
        }
        return marks;
    }

    private Struct toStruct() {
        return Struct.of(CODEC.type().shape(), prefix, new Value.EnumMember(kind.name()), join(marks));
    }

    private static Probe read(List<Value> values) {
        return new Probe(
                (ByteString) values.get(0),
                Kind.valueOf(((Value.EnumMember) values.get(1)).name()),
                separate((ByteString) values.get(2)));
    }
}
