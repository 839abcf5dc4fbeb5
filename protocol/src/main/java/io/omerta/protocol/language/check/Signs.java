package io.omerta.protocol.language.check;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.language.tree.Expression;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What can be said of the sign of a number without knowing it. A no means only that nothing is known. */
final class Signs {
    private Signs() {}

    /** Whether it is zero or more. */
    static boolean isNeverNegative(Expression expression, UnitIndex index) {
        Predicate<Expression> neverNegative = part -> isNeverNegative(part, index);
        Optional<BigDecimal> number = index.number(expression);
        if (number.isPresent()) {
            return number.get().signum() >= 0;
        }
        if (expression instanceof Expression.NameReference reference) {
            return index.isUnsigned(reference.name());
        }
        if (expression instanceof Expression.FieldAccess access) {
            return index.isUnsigned(access.field().text());
        }
        if (expression instanceof Expression.Conditional choice) {
            return neverNegative.test(choice.whenTrue()) && neverNegative.test(choice.whenFalse());
        }
        if (expression instanceof Expression.Binary binary) {
            return binary.operator() != BinaryOperator.SUBTRACT
                    && neverNegative.test(binary.left())
                    && neverNegative.test(binary.right());
        }
        if (expression instanceof Expression.Call call && call.callee() instanceof Expression.NameReference callee) {
            Optional<Builtin> builtin = Builtin.named(callee.name());
            return builtin.isPresent()
                    ? isNeverNegative(builtin.get(), call.arguments(), neverNegative)
                    : index.givesUnsigned(callee.name());
        }
        return false;
    }

    private static boolean isNeverNegative(
            Builtin builtin, List<Expression> arguments, Predicate<Expression> neverNegative) {
        return switch (builtin) {
            case LENGTH, COUNT, ABS, NOW -> true;
            case MAX -> arguments.stream().anyMatch(neverNegative);
            case MIN, DIV, MOD, MUL_DIV -> arguments.stream().allMatch(neverNegative);
            default -> false;
        };
    }

    /** Whether it is one or more. A product of fractions above zero may be rounded down to zero; this may not. */
    static boolean isAtLeastOne(Expression expression, UnitIndex index) {
        Predicate<Expression> atLeastOne = part -> isAtLeastOne(part, index);
        Optional<BigDecimal> number = index.number(expression);
        if (number.isPresent()) {
            return number.get().compareTo(BigDecimal.ONE) >= 0;
        }
        if (expression instanceof Expression.Conditional choice) {
            return atLeastOne.test(choice.whenTrue()) && atLeastOne.test(choice.whenFalse());
        }
        if (expression instanceof Expression.Binary binary) {
            Expression left = binary.left();
            Expression right = binary.right();
            return switch (binary.operator()) {
                case ADD -> (atLeastOne.test(left) && isNeverNegative(right, index))
                        || (isNeverNegative(left, index) && atLeastOne.test(right));
                case MULTIPLY -> atLeastOne.test(left) && atLeastOne.test(right);
                default -> false;
            };
        }
        if (expression instanceof Expression.Call call && call.callee() instanceof Expression.NameReference callee) {
            return switch (Builtin.named(callee.name()).orElse(Builtin.ABORT)) {
                case MAX -> call.arguments().stream().anyMatch(atLeastOne);
                case MIN -> call.arguments().stream().allMatch(atLeastOne);
                default -> false;
            };
        }
        return false;
    }
}
