package io.omerta.scenarios.load.schema;

import io.omerta.scenarios.load.yaml.Span;
import io.omerta.scenarios.load.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of an object's keys, defaults put in. */
public final class Fields {
    private final YamlNode node;
    private final Reading reading;
    private final Map<Key<?>, Object> values = new LinkedHashMap<>();
    private final Map<Key<?>, Span> spans = new LinkedHashMap<>();

    Fields(YamlNode node, Reading reading) {
        this.node = node;
        this.reading = reading;
    }

    <T> void put(Key<T> key, T value) {
        values.put(key, value);
    }

    void putSpan(Key<?> key, Span span) {
        spans.put(key, span);
    }

    /** The value of a key that is required or has a default. */
    public <T> T get(Key<T> key) {
        return Objects.requireNonNull(find(key), key.name());
    }

    /** The value of a key; null if it was left out or has a problem. */
    @SuppressWarnings("unchecked") // put() keeps key and value of one type
    public <T> @Nullable T find(Key<T> key) {
        return (T) values.get(key);
    }

    /** Whether the key is written out. */
    public boolean isGiven(Key<?> key) {
        return spans.containsKey(key);
    }

    /** Where the value of a key stands; the object itself if it was left out. */
    public Span span(Key<?> key) {
        return spans.getOrDefault(key, node.span());
    }

    /** Where the object stands. */
    public Span span() {
        return node.span();
    }

    /** The reading of this object. */
    public Reading reading() {
        return reading;
    }

    /** Reports a problem with the value of a key. */
    public void problem(Key<?> key, String message, String hint) {
        reading.problem(span(key), message, hint);
    }
}
