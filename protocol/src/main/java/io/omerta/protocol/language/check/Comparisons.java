package io.omerta.protocol.language.check;

import io.omerta.protocol.language.check.GuardLogic.Fact;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.language.tree.Declaration.EnumType;
import io.omerta.protocol.language.tree.Expression;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts without connectives, gathered until they contradict each other: a condition and its negation, orders of two
 * operands that exclude each other, numbers below and above a bound, two different constants, all members of an enum
 * excluded.
 */
final class Comparisons {
    private static final int LESS = 1;
    private static final int EQUAL = 2;
    private static final int GREATER = 4;
    private static final int ANY = LESS | EQUAL | GREATER;

    private final UnitIndex index;
    private final ExpressionKey key;
    private final Map<String, Boolean> conditions = new LinkedHashMap<>();
    private final Map<String, Integer> orders = new LinkedHashMap<>();
    private final Map<String, Range> ranges = new LinkedHashMap<>();
    private final Map<String, Choice> choices = new LinkedHashMap<>();
    private boolean contradictory;

    Comparisons(UnitIndex index, ExpressionKey key) {
        this.index = index;
        this.key = key;
    }

    /** Another collection of the same facts. */
    Comparisons copy() {
        Comparisons copy = new Comparisons(index, key);
        copy.conditions.putAll(conditions);
        copy.orders.putAll(orders);
        copy.ranges.putAll(ranges);
        choices.forEach((subject, choice) -> copy.choices.put(subject, choice.copy()));
        copy.contradictory = contradictory;
        return copy;
    }

    /** Whether the facts cannot all be. */
    boolean contradict() {
        return contradictory;
    }

    /** Adds a fact. */
    void add(Fact fact) {
        if (fact.condition() instanceof Expression.BooleanLiteral literal) {
            contradictory |= literal.value() != fact.holds();
        } else if (fact.condition() instanceof Expression.Binary binary
                && binary.operator().isComparison()) {
            int orders = orders(binary.operator());
            compare(binary.left(), fact.holds() ? orders : ANY & ~orders, binary.right());
        } else {
            Boolean before = conditions.put(key.of(fact.condition()), fact.holds());
            contradictory |= before != null && before != fact.holds();
        }
    }

    private void compare(Expression left, int order, Expression right) {
        String leftKey = key.of(left);
        String rightKey = key.of(right);
        boolean swapped = leftKey.compareTo(rightKey) > 0;
        String pair = swapped ? rightKey + " ? " + leftKey : leftKey + " ? " + rightKey;
        int known = orders.merge(pair, swapped ? mirrored(order) : order, (one, other) -> one & other);
        contradictory |= known == 0 || (leftKey.equals(rightKey) && (order & EQUAL) == 0);
        constrain(left, order, right);
        constrain(right, mirrored(order), left);
    }

    /** What a comparison with a constant says of its other operand. */
    private void constrain(Expression subject, int order, Expression constant) {
        String name = key.of(subject);
        Optional<BigDecimal> number = index.plainNumber(constant);
        if (number.isPresent()) {
            Optional<BigDecimal> other = index.plainNumber(subject);
            if (other.isPresent()) {
                int actual = 1 << (1 + Integer.signum(other.get().compareTo(number.get())));
                contradictory |= (order & actual) == 0;
            } else {
                Range start = Signs.isNeverNegative(subject, index) ? Range.NEVER_NEGATIVE : Range.ALL;
                Range range = narrowed(ranges.getOrDefault(name, start), order, number.get());
                ranges.put(name, range);
                contradictory |= range.isEmpty();
            }
        } else if (isConstant(constant) && (order == EQUAL || order == (LESS | GREATER))) {
            Choice choice = choices.computeIfAbsent(name, unused -> new Choice());
            contradictory |= order == EQUAL ? !choice.is(key.of(constant)) : !choice.isNot(key.of(constant));
            contradictory |= enumOf(constant).map(choice::excludesAll).orElse(false);
        }
    }

    private static Range narrowed(Range range, int order, BigDecimal bound) {
        return switch (order) {
            case LESS -> range.below(bound, false);
            case LESS | EQUAL -> range.below(bound, true);
            case GREATER -> range.above(bound, false);
            case GREATER | EQUAL -> range.above(bound, true);
            case EQUAL -> range.above(bound, true).below(bound, true);
            default -> range.without(bound);
        };
    }

    private boolean isConstant(Expression expression) {
        return expression instanceof Expression.StringLiteral
                || expression instanceof Expression.NullLiteral
                || enumOf(expression).isPresent();
    }

    private Optional<EnumType> enumOf(Expression expression) {
        if (expression instanceof Expression.NameReference reference) {
            return index.enumOfMember(reference.name());
        }
        return expression instanceof Expression.FieldAccess access
                        && access.target() instanceof Expression.NameReference type
                ? index.enumNamed(type.name())
                : Optional.empty();
    }

    private static int orders(BinaryOperator comparison) {
        return switch (comparison) {
            case LESS -> LESS;
            case LESS_EQUAL -> LESS | EQUAL;
            case GREATER -> GREATER;
            case GREATER_EQUAL -> GREATER | EQUAL;
            case EQUAL -> EQUAL;
            default -> LESS | GREATER;
        };
    }

    private static int mirrored(int order) {
        return (order & EQUAL) | ((order & LESS) != 0 ? GREATER : 0) | ((order & GREATER) != 0 ? LESS : 0);
    }

    /** What an expression is among constants: one of them, or none of several. */
    private static final class Choice {
        private @Nullable String value;
        private final Set<String> excluded = new LinkedHashSet<>();

        /** Notes that it equals a constant; false if it cannot. */
        boolean is(String constant) {
            boolean possible = (value == null || value.equals(constant)) && !excluded.contains(constant);
            value = constant;
            return possible;
        }

        /** Notes that it differs from a constant; false if it cannot. */
        boolean isNot(String constant) {
            excluded.add(constant);
            return !constant.equals(value);
        }

        boolean excludesAll(EnumType type) {
            return type.members().items().stream().allMatch(member -> excluded.contains(type.name() + "." + member));
        }

        Choice copy() {
            Choice copy = new Choice();
            copy.value = value;
            copy.excluded.addAll(excluded);
            return copy;
        }
    }
}
