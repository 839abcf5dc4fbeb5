package io.omerta.protocol.wire;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Values in an order; they need not be of one kind. */
public final class ValueList implements Value {
    final Value[] elements;
    private final int encodedBytes;
    private final int depth;

    /** @param elements owned by this value from now on */
    ValueList(Value[] elements) {
        long bytes = 1L + Tag.lengthBytes(elements.length);
        int deepest = 0;
        for (Value element : elements) {
            bytes += element.encodedBytes();
            deepest = Math.max(deepest, element.depth());
        }
        this.elements = elements;
        this.encodedBytes = Limits.requireSize(bytes);
        this.depth = Limits.requireDepth(1 + deepest);
    }

    /** A list that was read, and is thus known to be within the limits; see {@link #encodedBytes} and {@link #depth}. */
    ValueList(Value[] elements, int encodedBytes, int depth) {
        this.elements = elements;
        this.encodedBytes = encodedBytes;
        this.depth = depth;
    }

    /** @throws IllegalArgumentException if the list would exceed {@link Limits} */
    public static ValueList of(List<? extends Value> elements) {
        return new ValueList(elements.toArray(Value[]::new));
    }

    /** @throws IllegalArgumentException if the list would exceed {@link Limits} */
    public static ValueList of(Value... elements) {
        return new ValueList(elements.clone());
    }

    public int size() {
        return elements.length;
    }

    /** @throws IndexOutOfBoundsException if there is no such element */
    public Value get(int index) {
        return elements[index];
    }

    /** The elements, unmodifiable. */
    public List<Value> elements() {
        return Collections.unmodifiableList(Arrays.asList(elements));
    }

    @Override
    public Kind kind() {
        return Kind.LIST;
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
        return this == other || (other instanceof ValueList that && Arrays.equals(elements, that.elements));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(elements);
    }

    @Override
    public String toString() {
        return Arrays.stream(elements).map(Value::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
