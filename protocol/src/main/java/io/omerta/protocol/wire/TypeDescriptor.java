package io.omerta.protocol.wire;

import java.util.List;

/** A declared type of protocol values. */
public sealed interface TypeDescriptor {
    /** The type as protocol sources write it. */
    String notation();

    /** The types without parts. */
    enum Primitive implements TypeDescriptor {
        BOOL(Kind.BOOL, "bool"),
        INT(Kind.INT, "int"),
        /** The integers from 0 upwards. */
        UINT(Kind.INT, "uint"),
        FIXED(Kind.FIXED, "fixed"),
        TIMESTAMP(Kind.TIMESTAMP, "timestamp"),
        BYTES(Kind.BYTES, "bytes"),
        STRING(Kind.TEXT, "string"),
        HASH(Kind.HASH, "hash"),
        PEER_ID(Kind.PEER_ID, "peer_id"),
        SIGNATURE(Kind.SIGNATURE, "signature");

        private final Kind kind;
        private final String notation;

        Primitive(Kind kind, String notation) {
            this.kind = kind;
            this.notation = notation;
        }

        /** The kind of its values. */
        public Kind kind() {
            return kind;
        }

        @Override
        public String notation() {
            return notation;
        }
    }

    /** Values of a type, and the value that is absent. */
    record OptionalOf(TypeDescriptor type) implements TypeDescriptor {
        @Override
        public String notation() {
            return "optional<" + type.notation() + ">";
        }
    }

    record ListOf(TypeDescriptor element) implements TypeDescriptor {
        @Override
        public String notation() {
            return "list<" + element.notation() + ">";
        }
    }

    record MapOf(TypeDescriptor key, TypeDescriptor value) implements TypeDescriptor {
        @Override
        public String notation() {
            return "map<" + key.notation() + ", " + value.notation() + ">";
        }
    }

    /**
     * An enum.
     *
     * @param name of the enum; does not travel
     * @param members names of its members
     */
    record EnumOf(String name, List<String> members) implements TypeDescriptor {
        public EnumOf {
            Names.require("enum", name);
            members = List.copyOf(members);
        }

        @Override
        public String notation() {
            return name;
        }
    }

    /**
     * A struct, message or block.
     *
     * @param shape its name and fields
     * @param types of the fields, in their order
     */
    record StructOf(StructShape shape, List<TypeDescriptor> types) implements TypeDescriptor {
        public StructOf {
            types = List.copyOf(types);
            if (types.size() != shape.fields().size()) {
                throw new IllegalArgumentException(shape.name() + " has "
                        + shape.fields().size() + " fields, but " + types.size() + " types were given");
            }
        }

        @Override
        public String notation() {
            return shape.name();
        }
    }
}
