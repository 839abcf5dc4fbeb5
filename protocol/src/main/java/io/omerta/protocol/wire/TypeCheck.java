package io.omerta.protocol.wire;

import org.jspecify.annotations.Nullable;

/** Compares values with types. Paths of mismatches are relative to the value; they are built only when there is one. */
final class TypeCheck {
    private static final int SHOWN_CHARACTERS_MAX = 40;

    private TypeCheck() {}

    static @Nullable Mismatch check(TypeDescriptor type, Value value) {
        if (type instanceof TypeDescriptor.Primitive primitive) {
            return primitive(primitive, value);
        }
        if (type instanceof TypeDescriptor.OptionalOf optional) {
            return value.kind() == Kind.ABSENT ? null : check(optional.type(), value);
        }
        if (type instanceof TypeDescriptor.ListOf list) {
            return value instanceof ValueList elements ? list(list, elements) : mismatch(type, value);
        }
        if (type instanceof TypeDescriptor.MapOf map) {
            return value instanceof ValueMap entries ? map(map, entries) : mismatch(type, value);
        }
        if (type instanceof TypeDescriptor.EnumOf members) {
            return member(members, value);
        }
        TypeDescriptor.StructOf declared = (TypeDescriptor.StructOf) type;
        return value instanceof Struct struct ? struct(declared, struct) : mismatch(type, value);
    }

    private static @Nullable Mismatch primitive(TypeDescriptor.Primitive type, Value value) {
        if (value.kind() != type.kind()) {
            return mismatch(type, value);
        }
        if (type == TypeDescriptor.Primitive.UINT && ((Value.Int) value).value() < 0) {
            return new Mismatch("", "uint, which is at least 0", value.toString());
        }
        return null;
    }

    private static @Nullable Mismatch list(TypeDescriptor.ListOf type, ValueList list) {
        for (int i = 0; i < list.elements.length; i++) {
            Mismatch mismatch = check(type.element(), list.elements[i]);
            if (mismatch != null) {
                return mismatch.within("[" + i + "]");
            }
        }
        return null;
    }

    private static @Nullable Mismatch map(TypeDescriptor.MapOf type, ValueMap map) {
        for (int i = 0; i < map.keys.length; i++) {
            Mismatch inKey = check(type.key(), map.keys[i]);
            if (inKey != null) {
                return inKey.within("[key " + shown(map.keys[i]) + "]");
            }
            Mismatch inValue = check(type.value(), map.values[i]);
            if (inValue != null) {
                return inValue.within("[" + shown(map.keys[i]) + "]");
            }
        }
        return null;
    }

    private static @Nullable Mismatch member(TypeDescriptor.EnumOf type, Value value) {
        if (value instanceof Value.EnumMember member && type.members().contains(member.name())) {
            return null;
        }
        return new Mismatch("", type.name() + " (" + String.join(", ", type.members()) + ")", described(value));
    }

    private static @Nullable Mismatch struct(TypeDescriptor.StructOf type, Struct struct) {
        if (!struct.shape().equals(type.shape())) {
            return shape(type.shape(), struct.shape());
        }
        for (int i = 0; i < struct.values.length; i++) {
            Mismatch mismatch = check(type.types().get(i), struct.values[i]);
            if (mismatch != null) {
                return mismatch.within("." + type.shape().fields[i]);
            }
        }
        return null;
    }

    private static Mismatch shape(StructShape declared, StructShape found) {
        if (!declared.name().equals(found.name())) {
            return new Mismatch("", "struct " + declared.name(), "struct " + found.name());
        }
        int agreed = 0;
        while (agreed < declared.fields.length
                && agreed < found.fields.length
                && declared.fields[agreed].equals(found.fields[agreed])) {
            agreed++;
        }
        return new Mismatch("", field(declared, agreed), field(found, agreed));
    }

    private static String field(StructShape shape, int place) {
        return place < shape.fields.length
                ? "field " + shape.fields[place] + " at place " + (place + 1)
                : "no field at place " + (place + 1);
    }

    private static Mismatch mismatch(TypeDescriptor type, Value value) {
        return new Mismatch("", type.notation(), described(value));
    }

    private static String described(Value value) {
        return switch (value.kind()) {
            case ABSENT, BYTES, HASH, PEER_ID, SIGNATURE, LIST, MAP -> value.kind()
                    .label();
            case STRUCT -> "struct " + ((Struct) value).shape().name();
            default -> value.kind().label() + " " + shown(value);
        };
    }

    private static String shown(Value value) {
        String notation = value.toString();
        return notation.length() <= SHOWN_CHARACTERS_MAX
                ? notation
                : notation.substring(0, SHOWN_CHARACTERS_MAX) + "...";
    }
}
