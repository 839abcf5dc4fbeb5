package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.ParameterModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.source.Spelling;
import io.omerta.protocol.wire.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of parameters of a transaction, as people write them. */
public final class ParameterText {
    private static final int MICROS = 6;

    private ParameterText() {}

    /**
     * Reads values of parameters: numbers, durations in milliseconds, members of enums.
     *
     * @param texts by name of the parameter
     * @throws IllegalArgumentException if there is no such parameter or a text is no value of its type
     */
    public static Map<String, Value> read(ProtocolModel model, Map<String, String> texts) {
        Map<String, Value> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> values.put(name, value(parameter(model, name), text)));
        return values;
    }

    private static ParameterModel parameter(ProtocolModel model, String name) {
        for (ParameterModel parameter : model.parameters()) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        List<String> names =
                model.parameters().stream().map(ParameterModel::name).toList();
        List<String> near = Spelling.suggest(name, names);
        throw new IllegalArgumentException("there is no parameter " + name
                + (near.isEmpty()
                        ? "; there are " + String.join(", ", names)
                        : "; did you mean " + String.join(" or ", near) + "?"));
    }

    private static Value value(ParameterModel parameter, String text) {
        try {
            if (parameter.type() instanceof Type.EnumOf members
                    && members.members().contains(text)) {
                return new Value.EnumMember(text);
            }
            if (parameter.type() == Type.Scalar.FIXED) {
                return new Value.Fixed(
                        new BigDecimal(text).movePointRight(MICROS).longValueExact());
            }
            if (parameter.type() == Type.Scalar.DURATION
                    || (parameter.type() instanceof Type.Scalar scalar && scalar.isInteger())) {
                return new Value.Int(Long.parseLong(text));
            }
        } catch (NumberFormatException | ArithmeticException notANumber) {
            throw unreadable(parameter, text);
        }
        throw unreadable(parameter, text);
    }

    private static IllegalArgumentException unreadable(ParameterModel parameter, String text) {
        String unit = parameter.type() == Type.Scalar.DURATION ? " in milliseconds" : "";
        return new IllegalArgumentException("\"" + text + "\" is no value of the parameter " + parameter.name()
                + ", which is a " + parameter.type().notation() + unit);
    }
}
