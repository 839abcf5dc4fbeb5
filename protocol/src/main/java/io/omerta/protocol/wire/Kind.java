package io.omerta.protocol.wire;

/** The kinds of value, in the order of their tags and therefore of their encodings. */
public enum Kind {
    ABSENT("absent"),
    BOOL("bool"),
    INT("int"),
    FIXED("fixed"),
    TIMESTAMP("timestamp"),
    BYTES("bytes"),
    TEXT("string"),
    ENUM_MEMBER("enum member"),
    HASH("hash"),
    PEER_ID("peer_id"),
    SIGNATURE("signature"),
    LIST("list"),
    MAP("map"),
    STRUCT("struct");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** Name for people. */
    public String label() {
        return label;
    }
}
