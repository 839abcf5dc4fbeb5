package io.omerta.protocol.language.generate;

import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.Type;
import java.util.Locale;
import java.util.Map;

/** How values of declared types look in Java, and how they become protocol values and come from them. */
final class JavaTypes {
    private final String outer;
    private final Map<String, String> names;

    /**
     * @param outer the class around all records, which has the functions for maps
     * @param names Java names of declared types
     */
    JavaTypes(String outer, Map<String, String> names) {
        this.outer = outer;
        this.names = names;
    }

    /** What the unit of a number is called at the end of a name; empty if values have none. */
    static String unit(Type type) {
        if (type == Type.Scalar.DURATION || type == Type.Scalar.TIMESTAMP) {
            return "Millis";
        }
        if (type == Type.Scalar.FIXED) {
            return "Micros";
        }
        if (type instanceof Type.ListOf list) {
            return unit(list.element());
        }
        return type instanceof Type.MapOf map ? unit(map.value()) : "";
    }

    /** The name of a component that holds values of a type, with their unit. */
    static String component(String field, Type type) {
        String name = JavaNames.ofComponent(field);
        String unit = unit(type);
        return name.toLowerCase(Locale.ROOT).endsWith(unit.toLowerCase(Locale.ROOT)) ? name : name + unit;
    }

    /** The type of a component. */
    String component(FieldModel field) {
        return field.optional() ? "@Nullable " + boxed(field.type()) : unboxed(field.type());
    }

    private String unboxed(Type type) {
        return switch (boxed(type)) {
            case "Boolean" -> "boolean";
            case "Long" -> "long";
            default -> boxed(type);
        };
    }

    private String boxed(Type type) {
        if (type instanceof Type.Scalar scalar) {
            return boxedScalar(scalar);
        }
        if (type instanceof Type.ListOf list) {
            return "List<" + boxed(list.element()) + ">";
        }
        if (type instanceof Type.MapOf map) {
            return "SortedMap<" + boxed(map.key()) + ", " + boxed(map.value()) + ">";
        }
        return named(type);
    }

    private static String boxedScalar(Type.Scalar type) {
        return switch (type) {
            case BOOL -> "Boolean";
            case INT, UINT, FIXED, TIMESTAMP, DURATION -> "Long";
            case STRING -> "String";
            case BYTES, HASH, PEER_ID, SIGNATURE -> scalarValue(type);
        };
    }

    /** The constructor call of a descriptor, or the constant that holds it. */
    String descriptor(Type type, boolean optional) {
        if (optional) {
            return "new TypeDescriptor.OptionalOf(" + descriptor(type, false) + ")";
        }
        if (type instanceof Type.Scalar scalar) {
            Type.Scalar carrier = scalar == Type.Scalar.DURATION ? Type.Scalar.INT : scalar;
            return "TypeDescriptor.Primitive." + carrier.name();
        }
        if (type instanceof Type.ListOf list) {
            return "new TypeDescriptor.ListOf(" + descriptor(list.element(), false) + ")";
        }
        if (type instanceof Type.MapOf map) {
            return "new TypeDescriptor.MapOf(" + descriptor(map.key(), false) + ", " + descriptor(map.value(), false)
                    + ")";
        }
        return named(type) + ".TYPE";
    }

    /**
     * The protocol value of an expression.
     *
     * @param free a name that may be bound within the result, and so may those that begin with it
     */
    String toValue(FieldModel field, String expression, String free) {
        String value = toValue(field.type(), expression, free);
        return field.optional() ? expression + " == null ? Value.Absent.INSTANCE : " + value : value;
    }

    private String toValue(Type type, String expression, String free) {
        if (type instanceof Type.Scalar scalar) {
            return isValue(type) ? expression : "new " + scalarValue(scalar) + "(" + expression + ")";
        }
        if (type instanceof Type.ListOf list) {
            return isValue(list.element())
                    ? "ValueList.of(" + expression + ")"
                    : "ValueList.of(" + expression + ".stream().map(" + toFunction(list.element(), free)
                            + ").toList())";
        }
        if (type instanceof Type.MapOf map) {
            return outer + ".toMap(" + expression + ", " + toFunction(map.key(), free) + ", "
                    + toFunction(map.value(), free) + ")";
        }
        return expression + ".toValue()";
    }

    private String toFunction(Type type, String free) {
        if (type instanceof Type.Scalar scalar) {
            return isValue(type) ? free + " -> " + free : scalarValue(scalar) + "::new";
        }
        return type instanceof Type.ListOf || type instanceof Type.MapOf
                ? free + " -> " + toValue(type, free, free + "1")
                : named(type) + "::toValue";
    }

    /** What an expression of a protocol value, known to be of the field's type, is in Java. */
    String fromValue(FieldModel field, String expression, String free) {
        String result = fromValue(field.type(), expression, free);
        return field.optional() ? expression + " instanceof Value.Absent ? null : " + result : result;
    }

    private String fromValue(Type type, String expression, String free) {
        if (type instanceof Type.Scalar scalar) {
            return fromScalar(scalar, "(" + scalarValue(scalar) + ") " + expression);
        }
        if (type instanceof Type.ListOf list) {
            return "((ValueList) " + expression + ").elements().stream().map(" + fromFunction(list.element(), free)
                    + ").toList()";
        }
        if (type instanceof Type.MapOf map) {
            return outer + ".fromMap((ValueMap) " + expression + ", " + fromFunction(map.key(), free) + ", "
                    + fromFunction(map.value(), free) + ", " + toFunction(map.key(), free) + ")";
        }
        return type instanceof Type.EnumOf
                ? named(type) + ".of(" + expression + ")"
                : named(type) + ".read((Struct) " + expression + ")";
    }

    private static String fromScalar(Type.Scalar type, String cast) {
        return switch (type) {
            case BOOL, INT, UINT, DURATION -> "(" + cast + ").value()";
            case FIXED -> "(" + cast + ").micros()";
            case TIMESTAMP -> "(" + cast + ").millis()";
            case STRING -> "(" + cast + ").text()";
            case BYTES, HASH, PEER_ID, SIGNATURE -> cast;
        };
    }

    private String fromFunction(Type type, String free) {
        if (type instanceof Type.Scalar scalar && isValue(type)) {
            return scalarValue(scalar) + ".class::cast";
        }
        return type instanceof Type.EnumOf ? named(type) + "::of" : free + " -> " + fromValue(type, free, free + "1");
    }

    /** Whether Java values of the type are protocol values. */
    private static boolean isValue(Type type) {
        return type == Type.Scalar.BYTES
                || type == Type.Scalar.HASH
                || type == Type.Scalar.PEER_ID
                || type == Type.Scalar.SIGNATURE;
    }

    private static String scalarValue(Type.Scalar type) {
        return switch (type) {
            case BOOL -> "Value.Bool";
            case INT, UINT, DURATION -> "Value.Int";
            case FIXED -> "Value.Fixed";
            case TIMESTAMP -> "Value.Timestamp";
            case STRING -> "Text";
            case BYTES -> "ByteString";
            case HASH -> "Hash";
            case PEER_ID -> "PeerId";
            case SIGNATURE -> "Signature";
        };
    }

    private String named(Type type) {
        String name = names.get(type.notation());
        if (name == null) {
            throw new IllegalArgumentException("no declaration of type " + type.notation());
        }
        return name;
    }
}
