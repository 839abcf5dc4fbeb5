package io.omerta.protocol.wire;

import java.util.Arrays;

/**
 * Writes canonical encodings into one buffer that it keeps. Encoding allocates nothing once the buffer is large enough.
 * Not for use by several threads.
 */
public final class CanonicalEncoder {
    private static final int INITIAL_BYTES = 512;

    private byte[] buffer;
    private int length;

    public CanonicalEncoder() {
        this(INITIAL_BYTES);
    }

    private CanonicalEncoder(int bytes) {
        this.buffer = new byte[bytes];
    }

    /** Empties the buffer. */
    public CanonicalEncoder clear() {
        length = 0;
        return this;
    }

    /** Appends the encoding of a value. */
    public CanonicalEncoder append(Value value) {
        reserve(value.encodedBytes());
        write(value);
        return this;
    }

    /** The buffer itself: its first {@link #length} bytes are the encodings appended since {@link #clear}. */
    public byte[] buffer() {
        return buffer;
    }

    /** Bytes in the buffer. */
    public int length() {
        return length;
    }

    /** A copy of what has been appended. */
    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, length);
    }

    /** The encoding of one value. */
    public static byte[] encode(Value value) {
        CanonicalEncoder encoder = new CanonicalEncoder(value.encodedBytes());
        encoder.write(value);
        return encoder.buffer;
    }

    /** The encoding of one value, as a value. */
    public static ByteString encodeToBytes(Value value) {
        return new ByteString(encode(value));
    }

    /** Tag, name and number of fields: what stands before the first field of a struct. */
    static byte[] encodeStructHeader(String name, int fields) {
        CanonicalEncoder encoder =
                new CanonicalEncoder(1 + Tag.lengthBytes(name.length()) + name.length() + Tag.lengthBytes(fields));
        encoder.put(Tag.STRUCT);
        encoder.writeName(name);
        encoder.writeLength(fields);
        return encoder.buffer;
    }

    /** A name as it stands before the value of a field. */
    static byte[] encodeName(String name) {
        CanonicalEncoder encoder = new CanonicalEncoder(Tag.lengthBytes(name.length()) + name.length());
        encoder.writeName(name);
        return encoder.buffer;
    }

    private void reserve(int bytes) {
        int needed = length + bytes;
        if (needed > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(needed, 2 * buffer.length));
        }
    }

    private void write(Value value) {
        switch (value.kind()) {
            case ABSENT -> put(Tag.ABSENT);
            case BOOL -> put(((Value.Bool) value).value() ? Tag.TRUE : Tag.FALSE);
            case INT -> writeNumber(Tag.INT_ZERO, ((Value.Int) value).value());
            case FIXED -> writeNumber(Tag.FIXED_ZERO, ((Value.Fixed) value).micros());
            case TIMESTAMP -> writeNumber(Tag.TIMESTAMP_ZERO, ((Value.Timestamp) value).millis());
            case BYTES -> writeBytes((ByteString) value);
            case TEXT -> writeText((Text) value);
            case ENUM_MEMBER -> {
                put(Tag.ENUM_MEMBER);
                writeName(((Value.EnumMember) value).name());
            }
            case HASH -> writeFixed(Tag.HASH, (Octets) value);
            case PEER_ID -> writeFixed(Tag.PEER_ID, (Octets) value);
            case SIGNATURE -> writeFixed(Tag.SIGNATURE, (Octets) value);
            case LIST -> writeList((ValueList) value);
            case MAP -> writeMap((ValueMap) value);
            case STRUCT -> writeStruct((Struct) value);
        }
    }

    private void put(int octet) {
        buffer[length++] = (byte) octet;
    }

    private void writeNumber(int zero, long number) {
        int bytes = Tag.magnitudeBytes(number);
        put(number >= 0 ? zero + bytes : zero - 1 - bytes);
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            put((int) (number >> shift));
        }
    }

    private void writeLength(int count) {
        if (count >= Tag.LONG_LENGTH) {
            int bytes = Tag.lengthBytes(count) - 1;
            put(Tag.LONG_LENGTH + bytes);
            for (int shift = 8 * (bytes - 1); shift > 0; shift -= 8) {
                put(count >> shift);
            }
        }
        put(count);
    }

    private void writeName(String name) {
        writeLength(name.length());
        for (int i = 0; i < name.length(); i++) {
            put(name.charAt(i));
        }
    }

    private void writeText(Text text) {
        put(Tag.TEXT);
        writeLength(text.utf8Bytes());
        length = Utf8.write(text.text(), buffer, length);
    }

    private void writeBytes(ByteString bytes) {
        put(Tag.BYTES);
        writeLength(bytes.length());
        writeOctets(bytes.octets);
    }

    private void writeFixed(int tag, Octets octets) {
        put(tag);
        writeOctets(octets.octets);
    }

    private void writeOctets(byte[] octets) {
        System.arraycopy(octets, 0, buffer, length, octets.length);
        length += octets.length;
    }

    private void writeList(ValueList list) {
        put(Tag.LIST);
        writeLength(list.elements.length);
        for (Value element : list.elements) {
            write(element);
        }
    }

    private void writeMap(ValueMap map) {
        put(Tag.MAP);
        writeLength(map.keys.length);
        for (int i = 0; i < map.keys.length; i++) {
            write(map.keys[i]);
            write(map.values[i]);
        }
    }

    private void writeStruct(Struct struct) {
        StructShape shape = struct.shape();
        writeOctets(shape.encodedHeader);
        for (int i = 0; i < struct.values.length; i++) {
            writeOctets(shape.encodedFields[i]);
            write(struct.values[i]);
        }
    }
}
