package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.Type.Special;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the type variables of a function stand for in one call. */
final class TypeVariables {
    private final Map<String, Type> types = new LinkedHashMap<>();

    /** Learns from an argument. What does not fit is told where the argument is fitted to the type that results. */
    void learn(Type declared, Type actual) {
        if (declared instanceof Type.Variable variable) {
            Type known = types.get(variable.name());
            Type joined = known == null ? actual : Conversions.join(known, actual);
            if (joined != null) {
                types.put(variable.name(), joined);
            }
        } else if (declared instanceof Type.ListOf list && actual instanceof Type.ListOf other) {
            learn(list.element(), other.element());
        } else if (declared instanceof Type.MapOf map && actual instanceof Type.MapOf other) {
            learn(map.key(), other.key());
            learn(map.value(), other.value());
        }
    }

    /** Learns from the place of the call what no argument has told. */
    void learnMissing(Type declared, Type wanted) {
        TypeVariables fromPlace = new TypeVariables();
        fromPlace.learn(declared, wanted);
        fromPlace.types.forEach(types::putIfAbsent);
    }

    /** The type with all variables replaced; one of which nothing is known has no value but {@code null}. */
    Type replacedIn(Type declared) {
        if (declared instanceof Type.Variable variable) {
            return types.getOrDefault(variable.name(), Special.NEVER);
        }
        if (declared instanceof Type.ListOf list) {
            return new Type.ListOf(replacedIn(list.element()));
        }
        if (declared instanceof Type.MapOf map) {
            return new Type.MapOf(replacedIn(map.key()), replacedIn(map.value()));
        }
        return declared;
    }

    /** The type, or null if it has a variable of which nothing is known yet. */
    @Nullable
    Type known(Type declared) {
        return isKnown(declared) ? replacedIn(declared) : null;
    }

    private boolean isKnown(Type declared) {
        if (declared instanceof Type.Variable variable) {
            return types.containsKey(variable.name());
        }
        if (declared instanceof Type.ListOf list) {
            return isKnown(list.element());
        }
        return !(declared instanceof Type.MapOf map) || (isKnown(map.key()) && isKnown(map.value()));
    }
}
