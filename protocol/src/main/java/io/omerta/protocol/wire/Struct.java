package io.omerta.protocol.wire;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** An instance of a struct, message or block: values for the fields of a shape. */
public final class Struct implements Value {
    private final StructShape shape;
    final Value[] values;
    private final int encodedBytes;
    private final int depth;

    /** @param values one for each field; owned by this value from now on */
    Struct(StructShape shape, Value[] values) {
        if (values.length != shape.fields.length) {
            throw new IllegalArgumentException(shape.name() + " has " + shape.fields.length + " fields, but "
                    + values.length + " values were given");
        }
        long bytes = shape.encodedBytes();
        int deepest = 0;
        for (Value value : values) {
            bytes += value.encodedBytes();
            deepest = Math.max(deepest, value.depth());
        }
        this.shape = shape;
        this.values = values;
        this.encodedBytes = Limits.requireSize(bytes);
        this.depth = Limits.requireDepth(1 + deepest);
    }

    /** A struct that was read, and is thus known to be within the limits; see {@link #encodedBytes} and {@link #depth}. */
    Struct(StructShape shape, Value[] values, int encodedBytes, int depth) {
        this.shape = shape;
        this.values = values;
        this.encodedBytes = encodedBytes;
        this.depth = depth;
    }

    /**
     * @param values in the order of the shape's fields
     * @throws IllegalArgumentException if there is not one value for each field or the struct would exceed {@link
     *     Limits}
     */
    public static Struct of(StructShape shape, List<? extends Value> values) {
        return new Struct(shape, values.toArray(Value[]::new));
    }

    /** Like {@link #of(StructShape, List)}. */
    public static Struct of(StructShape shape, Value... values) {
        return new Struct(shape, values.clone());
    }

    public StructShape shape() {
        return shape;
    }

    /** The value of a field, or null if there is no such field. */
    public @Nullable Value get(String field) {
        int index = shape.indexOf(field);
        return index < 0 ? null : values[index];
    }

    /**
     * The value of a field.
     *
     * @param place of the field in the shape, from 0
     * @throws IndexOutOfBoundsException if there is no such field
     */
    public Value get(int place) {
        return values[place];
    }

    /**
     * The values of the first fields as a struct of another shape.
     *
     * @param shorter has as many fields, at most those of this struct
     */
    public Struct beginning(StructShape shorter) {
        return new Struct(shorter, Arrays.copyOf(values, shorter.fields.length));
    }

    /** The values in the order of the fields, unmodifiable. */
    public List<Value> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    @Override
    public Kind kind() {
        return Kind.STRUCT;
    }

    @Override
    public int encodedBytes() {
        return encodedBytes;
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Struct that && shape.equals(that.shape) && Arrays.equals(values, that.values));
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringJoiner fields = new StringJoiner(", ", shape.name() + "{", "}");
        for (int i = 0; i < values.length; i++) {
            fields.add(shape.fields[i] + ": " + values[i]);
        }
        return fields.toString();
    }
}
