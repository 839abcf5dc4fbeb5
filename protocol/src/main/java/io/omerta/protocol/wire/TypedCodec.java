package io.omerta.protocol.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes and decodes values of one declared type. What is accepted is canonical, and of that type in every part. */
public final class TypedCodec {
    private final String root;
    private final TypeDescriptor type;
    private final CanonicalDecoder decoder;

    /**
     * @param root what the value is called in messages about it, such as "payload"
     * @param type what it must be
     */
    public TypedCodec(String root, TypeDescriptor type) {
        this.root = root;
        this.type = type;
        List<StructShape> shapes = new ArrayList<>();
        collectShapes(type, shapes);
        this.decoder = new CanonicalDecoder(shapes);
    }

    /** The first place where a value is not of the type, or null if it is. */
    public @Nullable Mismatch check(Value value) {
        Mismatch mismatch = TypeCheck.check(type, value);
        return mismatch == null ? null : mismatch.within(root);
    }

    /** @throws IllegalArgumentException if the value is not of the type */
    public byte[] encode(Value value) {
        Mismatch mismatch = check(value);
        if (mismatch != null) {
            throw new IllegalArgumentException(mismatch.message());
        }
        return CanonicalEncoder.encode(value);
    }

    /** Reads a value of the type. Never throws. */
    public Decoded decode(byte[] input) {
        Decoded decoded = decoder.decode(input);
        if (decoded instanceof Decoded.Accepted accepted) {
            Mismatch mismatch = check(accepted.value());
            return mismatch == null ? decoded : new Decoded.Mistyped(mismatch);
        }
        return decoded;
    }

    /** Like {@link #decode(byte[])}. */
    public Decoded decode(ByteString input) {
        return decode(input.octets);
    }

    private static void collectShapes(TypeDescriptor type, List<StructShape> shapes) {
        if (type instanceof TypeDescriptor.OptionalOf optional) {
            collectShapes(optional.type(), shapes);
        } else if (type instanceof TypeDescriptor.ListOf list) {
            collectShapes(list.element(), shapes);
        } else if (type instanceof TypeDescriptor.MapOf map) {
            collectShapes(map.key(), shapes);
            collectShapes(map.value(), shapes);
        } else if (type instanceof TypeDescriptor.StructOf struct && !shapes.contains(struct.shape())) {
            shapes.add(struct.shape());
            struct.types().forEach(field -> collectShapes(field, shapes));
        }
    }
}
