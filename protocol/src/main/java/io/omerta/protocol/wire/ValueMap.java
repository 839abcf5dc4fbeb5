package io.omerta.protocol.wire;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values by key, in the canonical order of the keys. Kept as sorted arrays and searched by halving: a hash table would let
 * a peer choose keys that collide.
 */
public final class ValueMap implements Value {
    final Value[] keys;
    final Value[] values;
    private final int encodedBytes;
    private final int depth;

    /**
     * @param keys in strictly rising order; owned by this value from now on
     * @param values of the keys, in the same order; owned by this value from now on
     */
    ValueMap(Value[] keys, Value[] values) {
        long bytes = 1L + Tag.lengthBytes(keys.length);
        int deepest = 0;
        for (int i = 0; i < keys.length; i++) {
            bytes += keys[i].encodedBytes();
            bytes += values[i].encodedBytes();
            deepest = Math.max(deepest, Math.max(keys[i].depth(), values[i].depth()));
        }
        this.keys = keys;
        this.values = values;
        this.encodedBytes = Limits.requireSize(bytes);
        this.depth = Limits.requireDepth(1 + deepest);
    }

    /** A map that was read, and is thus known to be within the limits; see {@link #encodedBytes} and {@link #depth}. */
    ValueMap(Value[] keys, Value[] values, int encodedBytes, int depth) {
        this.keys = keys;
        this.values = values;
        this.encodedBytes = encodedBytes;
        this.depth = depth;
    }

    /** @throws IllegalArgumentException if the map would exceed {@link Limits} */
    public static ValueMap of(Map<? extends Value, ? extends Value> entries) {
        TreeMap<Value, Value> sorted = new TreeMap<>(entries);
        return new ValueMap(
                sorted.keySet().toArray(Value[]::new), sorted.values().toArray(Value[]::new));
    }

    public int size() {
        return keys.length;
    }

    /** The value of a key, or null if there is no such key. */
    public @Nullable Value get(Value key) {
        int index = Arrays.binarySearch(keys, key);
        return index < 0 ? null : values[index];
    }

    /** The keys in canonical order, unmodifiable. */
    public List<Value> keys() {
        return Collections.unmodifiableList(Arrays.asList(keys));
    }

    /** The values in the order of their keys, unmodifiable. */
    public List<Value> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    @Override
    public Kind kind() {
        return Kind.MAP;
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
                || (other instanceof ValueMap that
                        && Arrays.equals(keys, that.keys)
                        && Arrays.equals(values, that.values));
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(keys) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringJoiner entries = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < keys.length; i++) {
            entries.add(keys[i] + ": " + values[i]);
        }
        return entries.toString();
    }
}
