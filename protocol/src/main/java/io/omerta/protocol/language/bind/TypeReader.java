package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.Type.Scalar;
import io.omerta.protocol.language.model.Type.Special;
import io.omerta.protocol.language.model.VariableModel;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.tree.Field;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.TypeReference;
import io.omerta.protocol.wire.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads types as they are written. */
final class TypeReader {
    private static final String LIST = "list";
    private static final String MAP = "map";
    private static final String OPTIONAL = "optional";
    private static final List<String> WITHOUT_ENCODING = List.of("object", "dict", "any", "void");
    private static final Map<String, Scalar> SCALARS = scalars();

    private final BindLog log;
    private final Map<String, Type> declared = new LinkedHashMap<>();
    private final Map<String, Integer> depths = new LinkedHashMap<>();

    TypeReader(BindLog log) {
        this.log = log;
    }

    /** Whether a name is a type of the language. */
    static boolean isBuiltIn(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SCALARS.containsKey(name)
                || WITHOUT_ENCODING.contains(name)
                || lower.equals(LIST)
                || lower.equals(MAP)
                || name.equals(OPTIONAL);
    }

    /** Makes an enum or the record of a struct, message or block known. */
    void declare(Name name, Type type) {
        declared.put(name.text(), type);
        int depth = type instanceof Type.RecordOf record ? depthOf(record) : 0;
        depths.put(name.text(), depth);
        checkDepth(name, depth);
    }

    /** The declared type of a name, or {@link Special#UNKNOWN}. */
    Type declared(String name) {
        return declared.getOrDefault(name, Special.UNKNOWN);
    }

    /** A field of a record; alone it may be optional. */
    FieldModel field(Field field) {
        TypeReference reference = field.type();
        boolean optional = isOptional(reference);
        Type type = read(optional ? reference.arguments().get(0) : reference);
        return new FieldModel(field.name().text(), type, optional, field.name().span());
    }

    /** A variable of a store, or a parameter of a trigger. */
    VariableModel variable(Field field) {
        return new VariableModel(
                field.name().text(), read(field.type()), field.name().span());
    }

    /** A parameter of a function, whose type may have variables. */
    VariableModel parameter(Field field) {
        return new VariableModel(
                field.name().text(), read(field.type(), true), field.name().span());
    }

    /** The result of a function, whose type may have variables. */
    Type result(TypeReference reference) {
        return read(reference, true);
    }

    /** Whether a type is written as {@code optional<type>}. */
    static boolean isOptional(TypeReference reference) {
        return reference.name().text().equals(OPTIONAL) && reference.arguments().size() == 1;
    }

    Type read(TypeReference reference) {
        return read(reference, false);
    }

    private Type read(TypeReference reference, boolean mayBeVariable) {
        Type type = readUnchecked(reference, mayBeVariable);
        return checkDepth(reference.name(), depthOf(type)) ? type : Special.UNKNOWN;
    }

    private Type readUnchecked(TypeReference reference, boolean mayBeVariable) {
        String name = reference.name().text();
        List<TypeReference> arguments = reference.arguments();
        if (name.equalsIgnoreCase(LIST) && arguments.size() == 1) {
            return new Type.ListOf(readUnchecked(arguments.get(0), mayBeVariable));
        }
        if (name.equalsIgnoreCase(MAP) && arguments.size() == 2) {
            Type key = readUnchecked(arguments.get(0), mayBeVariable);
            return new Type.MapOf(key, readUnchecked(arguments.get(1), mayBeVariable));
        }
        if (isOptional(reference)) {
            return misplacedOptional(reference, mayBeVariable);
        }
        if (WITHOUT_ENCODING.contains(name)) {
            return refuse(reference, "`" + name + "` has no definite encoding; declare a struct and use its name");
        }
        if (name.equalsIgnoreCase(LIST) || name.equalsIgnoreCase(MAP) || name.equals(OPTIONAL)) {
            return refuse(
                    reference, "`" + name + "` does not say of what; write `list<T>`, `map<K, V>`, `optional<T>`");
        }
        Type simple = SCALARS.containsKey(name) ? SCALARS.get(name) : declared.get(name);
        if (simple == null && mayBeVariable && isVariable(name)) {
            simple = new Type.Variable(name);
        }
        if (simple == null) {
            List<String> known = new ArrayList<>(SCALARS.keySet());
            known.addAll(declared.keySet());
            UnknownName.tell(log, Code.E29, reference.name(), "a type", known);
            return Special.UNKNOWN;
        }
        if (!arguments.isEmpty()) {
            return refuse(reference, "`" + name + "` takes no types in `<>`; only list, map and optional do");
        }
        return simple;
    }

    private Type misplacedOptional(TypeReference reference, boolean mayBeVariable) {
        TypeReference of = reference.arguments().get(0);
        log.add(Diagnostic.of(
                        Code.E17,
                        reference.name().span(),
                        "`optional` is for fields of structs, messages and blocks, and for them as a whole; every variable "
                                + "may hold `null` as it is")
                .withFix(Fix.replace(
                        "write `" + of.span().text() + "`",
                        reference.span(),
                        of.span().text())));
        return readUnchecked(of, mayBeVariable);
    }

    private Type refuse(TypeReference reference, String message) {
        log.add(Code.E17, reference.name().span(), message);
        return Special.UNKNOWN;
    }

    private boolean checkDepth(Name name, int depth) {
        if (depth > Limits.DEPTH_MAX) {
            log.add(
                    Code.E17,
                    name.span(),
                    "values of `" + name + "` are nested " + depth + " deep, but none may be deeper than "
                            + Limits.DEPTH_MAX);
        }
        return depth <= Limits.DEPTH_MAX;
    }

    private int depthOf(Type type) {
        if (type instanceof Type.ListOf list) {
            return 1 + depthOf(list.element());
        }
        if (type instanceof Type.MapOf map) {
            return 1 + Math.max(depthOf(map.key()), depthOf(map.value()));
        }
        if (type instanceof Type.RecordOf record) {
            Integer known = depths.get(record.record().name());
            return known == null ? depthOf(record) : known;
        }
        return 0;
    }

    private int depthOf(Type.RecordOf record) {
        int deepest = 0;
        for (FieldModel field : record.record().fields()) {
            deepest = Math.max(deepest, depthOf(field.type()));
        }
        return 1 + deepest;
    }

    private static boolean isVariable(String name) {
        return name.length() == 1 && Character.isUpperCase(name.charAt(0));
    }

    private static Map<String, Scalar> scalars() {
        Map<String, Scalar> scalars = new LinkedHashMap<>();
        for (Scalar scalar : Scalar.values()) {
            scalars.put(scalar.notation(), scalar);
        }
        scalars.put("boolean", Scalar.BOOL);
        scalars.put("float", Scalar.FIXED);
        scalars.put("str", Scalar.STRING);
        return scalars;
    }
}
