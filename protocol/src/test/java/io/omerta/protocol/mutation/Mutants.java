package io.omerta.protocol.mutation;

import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.syntax.Parser;
import io.omerta.protocol.language.tree.Action;
import io.omerta.protocol.language.tree.ActorMember;
import io.omerta.protocol.language.tree.BinaryOperator;
import io.omerta.protocol.language.tree.Body;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Parameter;
import io.omerta.protocol.language.tree.Statement;
import io.omerta.protocol.language.tree.Subexpressions;
import io.omerta.protocol.transaction.ShippedTransactions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every mutant of a file: each guard negated, each conjunct of a guard, function or action dropped, each threshold off by
 * one, each timeout and each {@code APPEND} removed. Properties are left alone: they judge.
 */
final class Mutants {
    private static final Map<BinaryOperator, String> OFF_BY_ONE = new LinkedHashMap<>();

    static {
        OFF_BY_ONE.put(BinaryOperator.LESS, "<=");
        OFF_BY_ONE.put(BinaryOperator.LESS_EQUAL, "<");
        OFF_BY_ONE.put(BinaryOperator.GREATER, ">=");
        OFF_BY_ONE.put(BinaryOperator.GREATER_EQUAL, ">");
    }

    private static final String CABAL = "shared/cabal.omt";

    private final String path;
    private final Source source;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(String path, Source source) {
        this.path = path;
        this.source = source;
    }

    /** Those of the first two transactions and of what they share. */
    static List<Mutant> ofSessions() {
        List<Mutant> mutants = new ArrayList<>();
        mutants.addAll(of(ShippedTransactions.ESCROW_LOCK));
        mutants.addAll(of(ShippedTransactions.CABAL_ATTESTATION));
        mutants.addAll(of(
                CABAL,
                ShippedTransactions.imports().find(List.of("shared", "cabal")).orElseThrow()));
        return mutants;
    }

    static List<Mutant> of(ShippedTransactions transaction) {
        Source source = transaction.source();
        return of(source.name().substring(source.name().indexOf('/') + 1), source);
    }

    /** All of a file, in the order of the text. */
    static List<Mutant> of(String path, Source source) {
        Mutants all = new Mutants(path, source);
        for (Declaration declaration : Parser.parse(source).file().declarations()) {
            if (declaration instanceof Declaration.Parameters parameters) {
                parameters.parameters().forEach(all::parameter);
            } else if (declaration instanceof Declaration.Function function) {
                all.statements(function.body());
            } else if (declaration instanceof Declaration.Actor actor) {
                actor.members().forEach(all::member);
            }
        }
        return List.copyOf(all.mutants);
    }

    private void add(Mutant.Kind kind, Span place, String replacement) {
        mutants.add(new Mutant(path, kind, place, replacement));
    }

    private void parameter(Parameter parameter) {
        if (parameter.value() instanceof Expression.NumberLiteral number
                && parameter.unit() != null
                && parameter.unit().text().equals("count")) {
            long value = Long.parseLong(number.digits());
            add(Mutant.Kind.PARAMETER_OFF_BY_ONE, number.span(), String.valueOf(value + 1));
            add(Mutant.Kind.PARAMETER_OFF_BY_ONE, number.span(), String.valueOf(value - 1));
        }
    }

    private void statements(Body<Statement> body) {
        for (Statement statement : body) {
            if (statement instanceof Statement.Return result) {
                within(result.value());
            } else if (statement instanceof Statement.Assign assign) {
                within(assign.value());
            } else if (statement instanceof Statement.ForEach loop) {
                statements(loop.body());
            } else if (statement instanceof Statement.Block block) {
                statements(block.body());
            }
        }
    }

    private void member(ActorMember member) {
        if (member instanceof ActorMember.Transition transition) {
            if (transition.event() instanceof Event.Timeout) {
                add(Mutant.Kind.TIMEOUT_REMOVED, transition.span(), "");
            }
            if (transition.event() instanceof Event.Collect collect) {
                guard(collect.condition());
                within(collect.threshold());
            }
            guard(transition.guard());
            transition.actions().forEach(this::action);
            if (transition.otherwise() != null) {
                transition.otherwise().actions().forEach(this::action);
            }
        }
    }

    private void guard(@Nullable Expression guard) {
        if (guard != null) {
            add(Mutant.Kind.GUARD_NEGATED, guard.span(), "not (" + guard.span().text() + ")");
            if (!isAnd(guard)) {
                drop(guard);
            }
            within(guard);
        }
    }

    private void action(Action action) {
        if (action instanceof Action.AppendBlock || action instanceof Action.AppendValue) {
            add(Mutant.Kind.APPEND_REMOVED, action.span(), "");
        } else if (action instanceof Action.Assign assign) {
            within(assign.value());
        }
    }

    /** Conjuncts, comparisons and quorums of an expression and its parts. */
    private void within(Expression expression) {
        Subexpressions.walk(expression, part -> {
            if (part instanceof Expression.Binary binary) {
                if (isAnd(binary)) {
                    conjunct(binary.left());
                    conjunct(binary.right());
                } else {
                    comparison(binary);
                }
            } else if (part instanceof Expression.Call call && call.callee().isName("QUORUM")) {
                String text = call.span().text();
                add(Mutant.Kind.QUORUM_OFF_BY_ONE, call.span(), "(" + text + " + 1)");
                add(Mutant.Kind.QUORUM_OFF_BY_ONE, call.span(), "MAX(" + text + " - 1, 0)");
            }
        });
    }

    private static boolean isAnd(Expression expression) {
        return expression instanceof Expression.Binary binary && binary.operator() == BinaryOperator.AND;
    }

    private void conjunct(Expression operand) {
        if (!isAnd(operand)) {
            drop(operand);
        }
    }

    private void drop(Expression conjunct) {
        Mutant.Kind kind = Mutant.Kind.CONJUNCT_DROPPED;
        if (calls(conjunct, "SIGNED_BY") || calls(conjunct, "VERIFY")) {
            kind = Mutant.Kind.SIGNATURE_CHECK_DROPPED;
        } else if (Subexpressions.any(conjunct, Mutants::isSender)) {
            kind = Mutant.Kind.SENDER_CHECK_DROPPED;
        }
        add(kind, conjunct.span(), "true");
    }

    private static boolean calls(Expression expression, String function) {
        return Subexpressions.any(
                expression,
                part -> part instanceof Expression.Call call && call.callee().isName(function));
    }

    private static boolean isSender(Expression part) {
        return part instanceof Expression.FieldAccess access
                && access.target().isName("message")
                && access.field().text().equals("sender");
    }

    private void comparison(Expression.Binary binary) {
        String other = OFF_BY_ONE.get(binary.operator());
        if (other != null) {
            int after = binary.left().span().end();
            int start = source.text().indexOf(binary.operator().symbol(), after);
            Span place =
                    new Span(source, start, start + binary.operator().symbol().length());
            add(Mutant.Kind.COMPARISON_OFF_BY_ONE, place, other);
        }
    }
}
