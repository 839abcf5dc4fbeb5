package io.omerta.protocol.wire;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The name of a struct, message or block and the names of its fields in declared order. Made once per declaration and
 * shared by all its instances; holds the names in encoded form, so that encoding an instance copies them.
 */
public final class StructShape {
    private final String name;

    /** Names of the fields in declared order. */
    final String[] fields;

    /** Everything before the value of the first field. */
    final byte[] encodedHeader;

    /** For each field, its length-prefixed name. */
    final byte[][] encodedFields;

    private final int encodedBytes;

    /** Depends on all names and their order. */
    private final long namesHash;

    /**
     * A shape whose names obey the rules, with the encodings of its names.
     *
     * <p>The arrays are owned by this shape from now on.
     */
    StructShape(String name, String[] fields, byte[] encodedHeader, byte[][] encodedFields) {
        long bytes = encodedHeader.length;
        for (byte[] encodedField : encodedFields) {
            bytes += encodedField.length;
        }
        this.name = name;
        this.fields = fields;
        this.encodedHeader = encodedHeader;
        this.encodedFields = encodedFields;
        this.encodedBytes = Limits.requireSize(bytes);
        this.namesHash = namesHash(encodedHeader, encodedFields);
    }

    private static long namesHash(byte[] encodedHeader, byte[][] encodedFields) {
        long hash = Arrays.hashCode(encodedHeader);
        for (byte[] encodedField : encodedFields) {
            hash = hash * 0x9e3779b97f4a7c15L + Arrays.hashCode(encodedField);
        }
        return hash;
    }

    /** @throws IllegalArgumentException if a name breaks the rule of {@link Names} or two fields have one name */
    public static StructShape of(String name, List<String> fields) {
        String[] names = fields.toArray(String[]::new);
        Names.require("struct", name);
        for (String field : names) {
            Names.require("field", field);
        }
        String repeated = repeated(names);
        if (!repeated.isEmpty()) {
            throw new IllegalArgumentException("struct " + name + " has two fields named " + repeated);
        }
        byte[][] encodedFields = new byte[names.length][];
        for (int i = 0; i < names.length; i++) {
            encodedFields[i] = CanonicalEncoder.encodeName(names[i]);
        }
        return new StructShape(name, names, CanonicalEncoder.encodeStructHeader(name, names.length), encodedFields);
    }

    /** Like {@link #of(String, List)}. */
    public static StructShape of(String name, String... fields) {
        return of(name, List.of(fields));
    }

    /** A name that occurs twice, or the empty text. */
    static String repeated(String[] names) {
        String[] sorted = names.clone();
        Arrays.sort(sorted);
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i].equals(sorted[i - 1])) {
                return sorted[i];
            }
        }
        return "";
    }

    public String name() {
        return name;
    }

    /** Names of the fields in declared order, unmodifiable. */
    public List<String> fields() {
        return Collections.unmodifiableList(Arrays.asList(fields));
    }

    /** Place of a field, or -1. */
    public int indexOf(String field) {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i].equals(field)) {
                return i;
            }
        }
        return -1;
    }

    /** 64 bits that tell shapes apart, for {@link StructuralHash}. */
    long namesHash() {
        return namesHash;
    }

    /** Bytes of an instance other than those of its values. */
    int encodedBytes() {
        return encodedBytes;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof StructShape that && name.equals(that.name) && Arrays.equals(fields, that.fields));
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(fields);
    }

    @Override
    public String toString() {
        return name + "{" + String.join(", ", fields) + "}";
    }
}
