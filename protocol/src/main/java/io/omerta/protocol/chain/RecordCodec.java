package io.omerta.protocol.chain;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Decoded;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.TypeDescriptor;
import io.omerta.protocol.wire.TypedCodec;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.function.Function;

/** Carries records of one type over the wire: one byte string per record, bounded, and of the declared type throughout. */
public final class RecordCodec<T> {
    private final TypeDescriptor.StructOf type;
    private final int bytesMax;
    private final TypedCodec codec;
    private final Function<T, Struct> write;
    private final Function<List<Value>, T> read;

    /**
     * @param type of the struct that stands for a record
     * @param bytesMax longest encoding that is read; longer input is refused before any of it is looked at
     * @param write the struct of a record
     * @param read the record of a struct's values, which are of the declared types; throws IllegalArgumentException if the
     *     values break a rule that the types do not express
     */
    public RecordCodec(
            TypeDescriptor.StructOf type, int bytesMax, Function<T, Struct> write, Function<List<Value>, T> read) {
        this.type = type;
        this.bytesMax = bytesMax;
        this.codec = new TypedCodec(type.notation(), type);
        this.write = write;
        this.read = read;
    }

    /** The type of the struct that stands for a record. */
    public TypeDescriptor.StructOf type() {
        return type;
    }

    /** The struct that stands for a record, for use inside another. */
    public Struct toStruct(T record) {
        return write.apply(record);
    }

    /**
     * The record that a struct stands for.
     *
     * @throws IllegalArgumentException if it breaks a rule
     */
    public T fromStruct(Value struct) {
        return read.apply(((Struct) struct).values());
    }

    public byte[] encode(T record) {
        return codec.encode(write.apply(record));
    }

    /** Reads a record. Never throws. */
    public Parsed<T> parse(byte[] input) {
        return input.length > bytesMax ? tooLong(input.length) : read(codec.decode(input));
    }

    /** Like {@link #parse(byte[])}. */
    public Parsed<T> parse(ByteString input) {
        return input.length() > bytesMax ? tooLong(input.length()) : read(codec.decode(input));
    }

    private Parsed<T> tooLong(int bytes) {
        return new Parsed.Unreadable<>(type.notation() + ": " + bytes + " bytes, at most " + bytesMax + " allowed");
    }

    private Parsed<T> read(Decoded decoded) {
        if (decoded instanceof Decoded.Refused refused) {
            return new Parsed.Unreadable<>(refused.message());
        }
        try {
            return new Parsed.Read<>(fromStruct(((Decoded.Accepted) decoded).value()));
        } catch (IllegalArgumentException broken) {
            return new Parsed.Unreadable<>(type.notation() + ": " + broken.getMessage());
        }
    }
}
