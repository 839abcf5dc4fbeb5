package io.omerta.protocol.language.check;

import io.omerta.protocol.language.check.GuardLogic.Fact;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.ActorMember.Transition;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.language.tree.Otherwise;
import io.omerta.protocol.language.tree.Subexpressions;
import io.omerta.protocol.language.tree.UnaryOperator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * W10: divisors that may be zero. A divisor is safe if its value cannot be zero, or if a condition that holds where it
 * stands excludes zero: the guard of its transition, guards before it that have failed, the condition of an {@code IF},
 * the left operand of {@code and} or {@code or}.
 */
final class DivisionRule {
    private final UnitIndex index;
    private final GuardLogic logic;
    private final Findings findings;

    private DivisionRule(UnitIndex index, GuardLogic logic, Findings findings) {
        this.index = index;
        this.logic = logic;
        this.findings = findings;
    }

    static void check(Unit unit, UnitIndex index, GuardLogic logic, Findings findings) {
        DivisionRule rule = new DivisionRule(index, logic, findings);
        for (Declaration declaration : unit.declarations()) {
            if (!findings.isMain(declaration.span())) {
                continue;
            }
            if (declaration instanceof Declaration.Actor actor) {
                rule.check(new StateGraph(actor));
            } else {
                DeclarationParts.of(declaration).expressions().forEach(each -> rule.check(each, List.of()));
            }
        }
    }

    private void check(StateGraph graph) {
        List<Transition> earlier = new ArrayList<>();
        for (Transition transition : graph.members(Transition.class)) {
            List<Fact> failed = failedBefore(transition, earlier);
            Expression guard = transition.guard();
            if (guard != null) {
                check(guard, failed);
            }
            if (transition.event() instanceof Event.Collect collect) {
                checkCollect(collect);
            }
            checkActions(transition.actions(), with(failed, guard, true));
            Otherwise otherwise = transition.otherwise();
            if (otherwise != null) {
                checkActions(otherwise.actions(), with(failed, guard, false));
            }
            earlier.add(transition);
        }
    }

    private void checkCollect(Event.Collect collect) {
        check(collect.threshold(), List.of());
        Expression condition = collect.condition();
        if (condition != null) {
            check(condition, List.of());
        }
        Expression agreement = collect.agreement();
        if (agreement != null) {
            check(agreement, with(List.of(), condition, true));
        }
    }

    /** The guards that were tried in vain before a transition. Timeouts are tried by delay, not in this order. */
    private static List<Fact> failedBefore(Transition transition, List<Transition> earlier) {
        List<Fact> failed = new ArrayList<>();
        for (Transition other : earlier) {
            Expression guard = other.guard();
            if (guard != null && other.from().text().equals(transition.from().text()) && areRivals(other, transition)) {
                failed.add(new Fact(guard, false));
            }
        }
        return failed;
    }

    private static boolean areRivals(Transition first, Transition second) {
        return first.event() instanceof Event.On one && second.event() instanceof Event.On other
                ? one.name().text().equals(other.name().text())
                : first.event() instanceof Event.Auto && second.event() instanceof Event.Auto;
    }

    /** A fact holds until an action changes what it speaks of. */
    private void checkActions(Iterable<Action> actions, List<Fact> facts) {
        List<Fact> holding = facts;
        for (Action action : actions) {
            ActionParts parts = ActionParts.of(action);
            for (Expression expression : parts.expressions()) {
                check(expression, holding);
            }
            for (Name changed : parts.changed()) {
                holding = without(holding, changed.text());
            }
        }
    }

    private void check(Expression expression, List<Fact> facts) {
        divisor(expression).ifPresent(divisor -> checkDivisor(divisor, facts));
        if (expression instanceof Expression.Conditional choice) {
            check(choice.condition(), facts);
            check(choice.whenTrue(), with(facts, choice.condition(), true));
            check(choice.whenFalse(), with(facts, choice.condition(), false));
        } else if (expression instanceof Expression.Binary binary
                && (binary.operator() == BinaryOperator.AND || binary.operator() == BinaryOperator.OR)) {
            check(binary.left(), facts);
            check(binary.right(), with(facts, binary.left(), binary.operator() == BinaryOperator.AND));
        } else if (expression instanceof Expression.Lambda lambda) {
            check(lambda.body(), without(facts, lambda.parameter().text()));
        } else {
            Subexpressions.of(expression).forEach(part -> check(part, facts));
        }
    }

    private void checkDivisor(Expression divisor, List<Fact> facts) {
        if (cannotBeZero(divisor)) {
            return;
        }
        List<Fact> withZero = new ArrayList<>(facts);
        Span span = divisor.span();
        Expression zero = new Expression.NumberLiteral("0", span);
        withZero.add(new Fact(new Expression.Binary(BinaryOperator.EQUAL, divisor, zero, span), true));
        if (!logic.contradictory(withZero)) {
            String text = span.text().strip().replaceAll("\\s+", " ");
            findings.add(
                    Code.W10,
                    span,
                    index.number(divisor).isPresent()
                            ? "the divisor `" + text + "` is zero"
                            : "the divisor `" + text + "` may be zero; test it before, in the guard or as in `IF "
                                    + text + " != 0 THEN ... ELSE ...`");
        }
    }

    private boolean cannotBeZero(Expression divisor) {
        if (divisor instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            return cannotBeZero(unary.operand());
        }
        Optional<BigDecimal> number = index.number(divisor);
        return number.isPresent() ? number.get().signum() != 0 : Signs.isAtLeastOne(divisor, index);
    }

    /** What an expression divides by. */
    private static Optional<Expression> divisor(Expression expression) {
        if (expression instanceof Expression.Binary binary && binary.operator() == BinaryOperator.DIVIDE) {
            return Optional.of(binary.right());
        }
        if (expression instanceof Expression.Call call && call.callee() instanceof Expression.NameReference callee) {
            Builtin builtin = Builtin.named(callee.name()).orElse(Builtin.ABORT);
            boolean divides = builtin == Builtin.DIV || builtin == Builtin.MOD || builtin == Builtin.MUL_DIV;
            List<Expression> arguments = call.arguments();
            return divides && arguments.size() == builtin.maxArguments()
                    ? Optional.of(arguments.get(arguments.size() - 1))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static List<Fact> with(List<Fact> facts, @Nullable Expression condition, boolean holds) {
        if (condition == null) {
            return facts;
        }
        List<Fact> more = new ArrayList<>(facts);
        more.add(new Fact(condition, holds));
        return more;
    }

    private static List<Fact> without(List<Fact> facts, String name) {
        return facts.stream()
                .filter(fact -> !Subexpressions.any(fact.condition(), part -> part.isName(name)))
                .toList();
    }
}
