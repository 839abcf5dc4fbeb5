package io.omerta.protocol.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads canonical encodings, and refuses every other byte string. Never throws, whatever the bytes; what it allocates is
 * bounded by the length of the input, because a length or count is believed only if the rest of the input can hold it,
 * after what the enclosing lists, maps and structs still need.
 */
public final class CanonicalDecoder {
    private final StructShape[] expected;

    /** A decoder that expects nothing in particular. */
    public CanonicalDecoder() {
        this(List.of());
    }

    /**
     * A decoder that shares the given shapes among the structs it reads. Which inputs it accepts does not depend on them.
     *
     * @param expected shapes of the structs that inputs are likely to hold
     */
    public CanonicalDecoder(List<StructShape> expected) {
        this.expected = expected.toArray(StructShape[]::new);
    }

    /** Reads the one value that the input is the encoding of. */
    public Decoded decode(byte[] input) {
        if (input.length > Limits.ENCODED_BYTES_MAX) {
            return new Decoded.Malformed(Malformation.TOO_LARGE, Limits.ENCODED_BYTES_MAX);
        }
        return new Reading(input, expected).whole();
    }

    /** Like {@link #decode(byte[])}. */
    public Decoded decode(ByteString input) {
        return decode(input.octets);
    }

    /** One pass over one input. A method that refuses returns null, or -1 for a length, and leaves the refusal. */
    private static final class Reading {
        /** Fewest bytes of a value, of a map entry, and of a struct field, whose name has one letter. */
        private static final int VALUE_BYTES_MIN = 1;

        private static final int ENTRY_BYTES_MIN = 2;
        private static final int FIELD_BYTES_MIN = 3;

        private static final int REFUSED = -1;

        private final byte[] input;
        private final StructShape[] expected;

        private int position;
        private int depth;

        /** The depth of the deepest value read so far in the list, map or struct that is being read. */
        private int deepest;

        /** Fewest bytes that the values after the current one need, in all that encloses it. */
        private int owed;

        /** The last shape that was not expected: the structs of a list usually have one shape. */
        private @Nullable StructShape latest;

        private Decoded.@Nullable Malformed refusal;

        Reading(byte[] input, StructShape[] expected) {
            this.input = input;
            this.expected = expected;
        }

        Decoded whole() {
            Value value = value();
            if (value != null && position == input.length) {
                return new Decoded.Accepted(value);
            }
            return refusal != null ? refusal : new Decoded.Malformed(Malformation.TRAILING_BYTES, position);
        }

        private @Nullable Value value() {
            if (position == input.length) {
                return refuse(Malformation.TRUNCATED, position);
            }
            int at = position++;
            int tag = input[at] & 0xff;
            return switch (tag) {
                case Tag.ABSENT -> Value.Absent.INSTANCE;
                case Tag.FALSE -> Value.Bool.FALSE;
                case Tag.TRUE -> Value.Bool.TRUE;
                case Tag.BYTES -> bytes();
                case Tag.TEXT -> text();
                case Tag.ENUM_MEMBER -> enumMember();
                case Tag.HASH -> holds(Hash.BYTES) ? new Hash(take(Hash.BYTES)) : null;
                case Tag.PEER_ID -> holds(PeerId.BYTES) ? new PeerId(take(PeerId.BYTES)) : null;
                case Tag.SIGNATURE -> holds(Signature.BYTES) ? new Signature(take(Signature.BYTES)) : null;
                case Tag.LIST, Tag.MAP, Tag.STRUCT -> nested(tag, at);
                default -> number(tag, at);
            };
        }

        /** A number, told by the nearest tag of a zero; tags too far from each of them belong to no value. */
        private @Nullable Value number(int tag, int at) {
            int distance = tag < (Tag.INT_ZERO + Tag.FIXED_ZERO) / 2
                    ? tag - Tag.INT_ZERO
                    : tag < Tag.TIMESTAMP_ZERO ? tag - Tag.FIXED_ZERO : tag - Tag.TIMESTAMP_ZERO;
            boolean negative = distance < 0;
            int bytes = negative ? -1 - distance : distance;
            if (bytes > Tag.MAGNITUDE_BYTES_MAX) {
                return refuse(Malformation.UNKNOWN_TAG, at);
            }
            if (!holds(bytes)) {
                return null;
            }
            long number = negative ? -1 : 0;
            for (int i = 0; i < bytes; i++) {
                number = number << 8 | (input[position++] & 0xff);
            }
            if (number < 0 != negative) {
                return refuse(Malformation.NUMBER_OUT_OF_RANGE, at);
            }
            if (Tag.magnitudeBytes(number) != bytes) {
                return refuse(Malformation.NUMBER_NOT_MINIMAL, at);
            }
            return tag >= Tag.TIMESTAMP_ZERO
                    ? new Value.Timestamp(number)
                    : tag - distance == Tag.INT_ZERO ? new Value.Int(number) : new Value.Fixed(number);
        }

        private @Nullable Value bytes() {
            int length = length(1);
            return length == REFUSED ? null : new ByteString(take(length));
        }

        private @Nullable Value text() {
            int length = length(1);
            if (length == REFUSED) {
                return null;
            }
            int invalid = Utf8.firstInvalid(input, position, position + length);
            if (invalid < position + length) {
                return refuse(Malformation.TEXT_NOT_UTF8, invalid);
            }
            position += length;
            return new Text(new String(input, position - length, length, StandardCharsets.UTF_8), length);
        }

        private @Nullable Value enumMember() {
            String name = name();
            return name == null ? null : new Value.EnumMember(name);
        }

        private @Nullable String name() {
            int at = position;
            int length = length(1);
            if (length == REFUSED) {
                return null;
            }
            if (length == 0) {
                return refuseName(at);
            }
            int invalid = Names.firstInvalid(input, position, position + length);
            if (invalid < position + length) {
                return refuseName(invalid);
            }
            position += length;
            return new String(input, position - length, length, StandardCharsets.US_ASCII);
        }

        private @Nullable Value nested(int tag, int at) {
            if (depth == Limits.DEPTH_MAX) {
                return refuse(Malformation.TOO_DEEP, at);
            }
            int outside = deepest;
            depth++;
            deepest = 0;
            Value value = tag == Tag.LIST ? list(at) : tag == Tag.MAP ? map(at) : struct(at);
            depth--;
            deepest = Math.max(outside, 1 + deepest);
            return value;
        }

        private @Nullable Value list(int at) {
            int size = length(VALUE_BYTES_MIN);
            if (size == REFUSED) {
                return null;
            }
            Value[] elements = new Value[size];
            owed += size * VALUE_BYTES_MIN;
            for (int i = 0; i < size; i++) {
                owed -= VALUE_BYTES_MIN;
                Value element = value();
                if (element == null) {
                    return null;
                }
                elements[i] = element;
            }
            return new ValueList(elements, position - at, 1 + deepest);
        }

        private @Nullable Value map(int at) {
            int size = length(ENTRY_BYTES_MIN);
            if (size == REFUSED) {
                return null;
            }
            Value[] keys = new Value[size];
            Value[] values = new Value[size];
            owed += size * ENTRY_BYTES_MIN;
            int lastFrom = 0;
            int lastTo = 0;
            for (int i = 0; i < size; i++) {
                owed -= VALUE_BYTES_MIN;
                int from = position;
                Value key = value();
                if (key == null) {
                    return null;
                }
                int order = i == 0 ? -1 : Arrays.compareUnsigned(input, lastFrom, lastTo, input, from, position);
                if (order >= 0) {
                    return refuse(order == 0 ? Malformation.KEY_REPEATED : Malformation.KEYS_NOT_SORTED, from);
                }
                lastFrom = from;
                lastTo = position;
                owed -= VALUE_BYTES_MIN;
                Value value = value();
                if (value == null) {
                    return null;
                }
                keys[i] = key;
                values[i] = value;
            }
            return new ValueMap(keys, values, position - at, 1 + deepest);
        }

        /**
         * A struct: of the likely shape as long as its names agree with the input, else of a new one. What has been read
         * is kept when they disagree; reading it again would double the work at each level of nesting.
         */
        private @Nullable Value struct(int at) {
            StructShape likely = likelyShape(at);
            String structName = likely == null ? name() : likely.name();
            if (structName == null) {
                return null;
            }
            if (likely != null) {
                position = at + likely.encodedHeader.length - Tag.lengthBytes(likely.fields.length);
            }
            int size = length(FIELD_BYTES_MIN);
            if (size == REFUSED) {
                return null;
            }
            int headerTo = position;
            String[] names = likely == null ? new String[size] : likely.fields;
            byte[][] encodedNames = likely == null ? new byte[size][] : likely.encodedFields;
            Value[] values = new Value[size];
            owed += size * FIELD_BYTES_MIN;
            for (int i = 0; i < size; i++) {
                owed -= FIELD_BYTES_MIN - VALUE_BYTES_MIN;
                if (likely != null && startsWith(position, likely.encodedFields[i])) {
                    position += likely.encodedFields[i].length;
                } else {
                    if (likely != null) {
                        names = names.clone();
                        encodedNames = encodedNames.clone();
                        likely = null;
                    }
                    int from = position;
                    String field = name();
                    if (field == null) {
                        return null;
                    }
                    names[i] = field;
                    encodedNames[i] = Arrays.copyOfRange(input, from, position);
                }
                owed -= VALUE_BYTES_MIN;
                Value value = value();
                if (value == null) {
                    return null;
                }
                values[i] = value;
            }
            if (likely == null) {
                if (!StructShape.repeated(names).isEmpty()) {
                    return refuse(Malformation.FIELD_REPEATED, at);
                }
                byte[] header = Arrays.copyOfRange(input, at, headerTo);
                likely = new StructShape(structName, names, header, encodedNames);
                latest = likely;
            }
            return new Struct(likely, values, position - at, 1 + deepest);
        }

        /** A known shape whose name and number of fields stand at a position. */
        private @Nullable StructShape likelyShape(int at) {
            for (StructShape shape : expected) {
                if (startsWith(at, shape.encodedHeader)) {
                    return shape;
                }
            }
            return latest != null && startsWith(at, latest.encodedHeader) ? latest : null;
        }

        private boolean startsWith(int at, byte[] bytes) {
            int to = at + bytes.length;
            return to <= input.length && Arrays.equals(input, at, to, bytes, 0, bytes.length);
        }

        /**
         * A length or count.
         *
         * @param unitBytes fewest bytes of what is counted
         */
        private int length(int unitBytes) {
            int at = position;
            if (at == input.length) {
                return refuseLength(Malformation.TRUNCATED, at);
            }
            long length = input[position++] & 0xff;
            if (length >= Tag.LONG_LENGTH) {
                int bytes = (int) length - Tag.LONG_LENGTH;
                if (bytes == 0 || bytes >= Long.BYTES) {
                    return refuseLength(Malformation.LENGTH_NOT_MINIMAL, at);
                }
                if (!holds(bytes)) {
                    return REFUSED;
                }
                length = 0;
                for (int i = 0; i < bytes; i++) {
                    length = length << 8 | (input[position++] & 0xff);
                }
                if (length < Tag.LONG_LENGTH || length >>> (8 * (bytes - 1)) == 0) {
                    return refuseLength(Malformation.LENGTH_NOT_MINIMAL, at);
                }
            }
            if (length * unitBytes > input.length - position - owed) {
                return refuseLength(Malformation.LENGTH_BEYOND_INPUT, at);
            }
            return (int) length;
        }

        /** Whether the input has so many bytes more; refuses if not. */
        private boolean holds(int bytes) {
            if (bytes > input.length - position) {
                refuse(Malformation.TRUNCATED, input.length);
                return false;
            }
            return true;
        }

        private byte[] take(int bytes) {
            position += bytes;
            return Arrays.copyOfRange(input, position - bytes, position);
        }

        private @Nullable Value refuse(Malformation reason, int at) {
            refusal = new Decoded.Malformed(reason, at);
            return null;
        }

        private @Nullable String refuseName(int at) {
            refuse(Malformation.NAME_INVALID, at);
            return null;
        }

        private int refuseLength(Malformation reason, int at) {
            refuse(reason, at);
            return REFUSED;
        }
    }
}
