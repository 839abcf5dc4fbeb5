package io.omerta.protocol.wire;

/** The ways in which bytes fail to be a canonical encoding, each with the position it is reported at. */
public enum Malformation {
    /** At the end of the input. */
    TRUNCATED("the input ends within a value"),
    /** At the first byte after the value. */
    TRAILING_BYTES("bytes follow the value"),
    /** At the first byte too many. */
    TOO_LARGE("an encoding has at most " + Limits.ENCODED_BYTES_MAX + " bytes"),
    /** At the tag of the list, map or struct that is too deep. */
    TOO_DEEP("lists, maps and structs nest at most " + Limits.DEPTH_MAX + " deep"),
    /** At the tag. */
    UNKNOWN_TAG("no value begins with this byte"),
    /** At the tag. */
    NUMBER_NOT_MINIMAL("the number has a shorter encoding"),
    /** At the tag. */
    NUMBER_OUT_OF_RANGE("the number does not fit in a signed integer of 64 bits"),
    /** At the first byte of the length. */
    LENGTH_NOT_MINIMAL("the length has a shorter encoding or no valid one"),
    /** At the first byte of the length. */
    LENGTH_BEYOND_INPUT("the length is greater than what is left of the input can hold"),
    /** At the first byte of the malformed sequence. */
    TEXT_NOT_UTF8("the text is not UTF-8"),
    /** At the byte that may not stand there, or at the length if the name is empty. */
    NAME_INVALID("a name has ASCII letters, digits and _, and does not start with a digit"),
    /** At the tag of the struct. */
    FIELD_REPEATED("a struct has two fields of one name"),
    /** At the first byte of the later key. */
    KEY_REPEATED("a map has a key twice"),
    /** At the first byte of the later key. */
    KEYS_NOT_SORTED("the keys of a map are not in rising order");

    private final String description;

    Malformation(String description) {
        this.description = description;
    }

    /** The broken rule, for people. */
    public String description() {
        return description;
    }
}
