package io.omerta.protocol.language.check;

import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.UnaryOperator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Proves that conditions cannot hold together, by the method of analytic tableaux (Smullyan, First-Order Logic, 1968,
 * chapter 2): connectives are taken apart, every disjunction opens a branch, and a proof is found if each branch ends
 * in a contradiction between its comparisons. It knows the order of numbers and the members of enums, but not what
 * functions compute; what it cannot prove may still be true.
 */
final class GuardLogic {
    /** Work after which a proof is given up, conditions taken apart. */
    private static final int MAX_STEPS = 20_000;

    private final UnitIndex index;
    private final ExpressionKey key;

    GuardLogic(UnitIndex index) {
        this.index = index;
        this.key = new ExpressionKey(index);
    }

    /** Whether two conditions never hold at one moment. */
    boolean exclude(Expression first, Expression second) {
        return contradictory(List.of(new Fact(first, true), new Fact(second, true)));
    }

    /** Whether at every moment one of the conditions holds. */
    boolean coverAll(List<Expression> conditions) {
        return contradictory(
                conditions.stream().map(guard -> new Fact(guard, false)).toList());
    }

    /** Whether no moment can have all the facts. */
    boolean contradictory(List<Fact> facts) {
        return new Proof().closes(new ArrayDeque<>(facts), new Comparisons(index, key));
    }

    /** The key under which this logic knows an expression. */
    String keyOf(Expression expression) {
        return key.of(expression);
    }

    /**
     * A condition that holds, or one that does not.
     *
     * @param condition an expression of type bool
     * @param holds whether it is true
     */
    record Fact(Expression condition, boolean holds) {}

    private static final class Proof {
        private int steps;

        /** Whether a branch is contradictory, given what is still to be taken apart and what was found. */
        boolean closes(Deque<Fact> open, Comparisons found) {
            while (!open.isEmpty()) {
                if (++steps > MAX_STEPS) {
                    return false;
                }
                Fact fact = open.remove();
                List<List<Fact>> branches = branches(fact);
                if (branches.isEmpty()) {
                    found.add(fact);
                } else if (branches.size() == 1) {
                    open.addAll(branches.get(0));
                } else {
                    return branches.stream().allMatch(branch -> {
                        Deque<Fact> rest = new ArrayDeque<>(open);
                        rest.addAll(branch);
                        return closes(rest, found.copy());
                    });
                }
            }
            return found.contradict();
        }

        /** The ways in which a fact can come about; none if it has no parts. */
        private static List<List<Fact>> branches(Fact fact) {
            boolean holds = fact.holds();
            if (fact.condition() instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NOT) {
                return List.of(List.of(new Fact(unary.operand(), !holds)));
            }
            if (fact.condition() instanceof Expression.Conditional choice) {
                return List.of(
                        List.of(new Fact(choice.condition(), true), new Fact(choice.whenTrue(), holds)),
                        List.of(new Fact(choice.condition(), false), new Fact(choice.whenFalse(), holds)));
            }
            if (fact.condition() instanceof Expression.Binary binary) {
                Fact left = new Fact(binary.left(), holds);
                Fact right = new Fact(binary.right(), holds);
                if (binary.operator() == BinaryOperator.AND || binary.operator() == BinaryOperator.OR) {
                    boolean both = (binary.operator() == BinaryOperator.AND) == holds;
                    return both ? List.of(List.of(left, right)) : List.of(List.of(left), List.of(right));
                }
                return comparedWithTruth(binary, holds);
            }
            return List.of();
        }

        /** {@code x == true} is {@code x}, {@code x == false} is {@code not x}. */
        private static List<List<Fact>> comparedWithTruth(Expression.Binary binary, boolean holds) {
            boolean equal = binary.operator() == BinaryOperator.EQUAL;
            if (!equal && binary.operator() != BinaryOperator.NOT_EQUAL) {
                return List.of();
            }
            List<List<Fact>> parts = new ArrayList<>();
            if (binary.right() instanceof Expression.BooleanLiteral literal) {
                parts.add(List.of(new Fact(binary.left(), (literal.value() == equal) == holds)));
            } else if (binary.left() instanceof Expression.BooleanLiteral literal) {
                parts.add(List.of(new Fact(binary.right(), (literal.value() == equal) == holds)));
            }
            return parts;
        }
    }
}
