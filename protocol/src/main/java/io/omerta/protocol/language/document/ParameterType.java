package io.omerta.protocol.language.document;

import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Parameter;
import io.omerta.protocol.language.tree.UnaryOperator;
import java.util.List;
import java.util.regex.Pattern;

/** The type of a parameter by section 3 of the semantics. */
final class ParameterType {
    private static final Pattern TIME = Pattern.compile("(nanosecond|millisecond|second|minute|hour|day)s?|ms");

    private ParameterType() {}

    /** @param all parameters of the file: a value may be the name of another one */
    static String of(Parameter parameter, List<Parameter> all) {
        return of(parameter, all, all.size());
    }

    private static String of(Parameter parameter, List<Parameter> all, int depth) {
        Name unit = parameter.unit();
        if (unit != null && TIME.matcher(unit.text()).matches()) {
            return "duration";
        }
        Expression value = parameter.value();
        if (value instanceof Expression.NameReference reference) {
            return all.stream()
                    .filter(other -> depth > 0 && other.name().text().equals(reference.name()))
                    .findFirst()
                    .map(other -> of(other, all, depth - 1))
                    .orElse("enum member");
        }
        boolean negative = value instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NEGATE;
        Expression digits = value instanceof Expression.Unary unary ? unary.operand() : value;
        boolean fraction = digits instanceof Expression.NumberLiteral number
                && number.digits().indexOf('.') >= 0;
        if (fraction || (unit != null && unit.text().equals("fraction"))) {
            return "fixed";
        }
        return negative ? "int" : "uint";
    }
}
