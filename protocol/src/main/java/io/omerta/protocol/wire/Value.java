package io.omerta.protocol.wire;

/**
 * A protocol value: immutable, equal by content, ordered by its canonical encoding.
 *
 * <p>Every value that can be constructed can be encoded: constructors refuse what is nested deeper than {@link
 * Limits#DEPTH_MAX} or encodes to more than {@link Limits#ENCODED_BYTES_MAX}. There is no floating-point kind, because
 * its arithmetic and text form differ between implementations.
 *
 * <p>{@code toString} gives the notation of the test vectors.
 */
public sealed interface Value extends Comparable<Value>
        permits Value.Absent,
                Value.Bool,
                Value.Int,
                Value.Fixed,
                Value.Timestamp,
                Text,
                Value.EnumMember,
                Octets,
                ValueList,
                ValueMap,
                Struct {
    Kind kind();

    /** Length of the canonical encoding in bytes. */
    int encodedBytes();

    /** Levels of lists, maps and structs: 0 for a scalar, 1 for a list of scalars or an empty list. */
    default int depth() {
        return 0;
    }

    /** The order of the canonical encodings, compared as unsigned bytes. */
    @Override
    default int compareTo(Value other) {
        return CanonicalOrder.compare(this, other);
    }

    /** The value that is not there, {@code null} in protocol sources. */
    record Absent() implements Value {
        public static final Absent INSTANCE = new Absent();

        @Override
        public Kind kind() {
            return Kind.ABSENT;
        }

        @Override
        public int encodedBytes() {
            return 1;
        }

        @Override
        public String toString() {
            return "absent";
        }
    }

    record Bool(boolean value) implements Value {
        public static final Bool FALSE = new Bool(false);
        public static final Bool TRUE = new Bool(true);

        @Override
        public Kind kind() {
            return Kind.BOOL;
        }

        @Override
        public int encodedBytes() {
            return 1;
        }

        @Override
        public String toString() {
            return value ? "true" : "false";
        }
    }

    /**
     * An integer of 64 bits, signed. The protocol type {@code uint} is the half from 0 upwards: a literal then has the
     * same encoding, and the same hash, whichever of the two types it is given, and no arithmetic is unsigned.
     */
    record Int(long value) implements Value {
        @Override
        public Kind kind() {
            return Kind.INT;
        }

        @Override
        public int encodedBytes() {
            return 1 + Tag.magnitudeBytes(value);
        }

        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /** An amount of money or another exact fraction, in millionths. */
    record Fixed(long micros) implements Value {
        @Override
        public Kind kind() {
            return Kind.FIXED;
        }

        @Override
        public int encodedBytes() {
            return 1 + Tag.magnitudeBytes(micros);
        }

        @Override
        public String toString() {
            long whole = micros / 1_000_000;
            long fraction = micros % 1_000_000;
            String digits = Long.toString(1_000_000 + (fraction < 0 ? -fraction : fraction));
            return (micros < 0 && whole == 0 ? "-" : "") + whole + "." + digits.substring(1);
        }
    }

    /** A time in milliseconds since the epoch of the host's clock, at least 0. */
    record Timestamp(long millis) implements Value {
        public Timestamp {
            if (millis < 0) {
                throw new IllegalArgumentException("a timestamp is at least 0 ms, but was " + millis);
            }
        }

        @Override
        public Kind kind() {
            return Kind.TIMESTAMP;
        }

        @Override
        public int encodedBytes() {
            return 1 + Tag.magnitudeBytes(millis);
        }

        @Override
        public String toString() {
            return "@" + millis;
        }
    }

    /**
     * A member of an enum, known by its name alone: which enum it belongs to is a matter of the declared type.
     *
     * @param name an identifier, see {@link Names}
     */
    record EnumMember(String name) implements Value {
        public EnumMember {
            Names.require("enum member", name);
        }

        @Override
        public Kind kind() {
            return Kind.ENUM_MEMBER;
        }

        @Override
        public int encodedBytes() {
            return 1 + Tag.lengthBytes(name.length()) + name.length();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
