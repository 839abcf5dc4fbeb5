package io.omerta.protocol.wire;

/** What became of bytes that should be a value. */
public sealed interface Decoded {
    /** The bytes are the encoding of this value. */
    record Accepted(Value value) implements Decoded {}

    /** The bytes are not what they should be. */
    sealed interface Refused extends Decoded {
        /** Why, and where, in one line. */
        String message();
    }

    /**
     * The bytes are no canonical encoding.
     *
     * @param reason which rule they break
     * @param position offset of the byte that breaks it, see {@link Malformation}
     */
    record Malformed(Malformation reason, int position) implements Refused {
        @Override
        public String message() {
            return "byte " + position + ": " + reason.description();
        }
    }

    /**
     * The bytes are a value, but not of the declared type.
     *
     * @param mismatch what is wrong
     */
    record Mistyped(Mismatch mismatch) implements Refused {
        @Override
        public String message() {
            return mismatch.message();
        }
    }
}
