package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.FunctionModel;
import io.omerta.protocol.language.model.OperationModel;
import io.omerta.protocol.language.model.StatementModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.tree.BinaryOperator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Doubts uses of optional fields that no test for {@code null} precedes (W04). A test precedes what is evaluated only if it
 * was true: the right of {@code and}, a branch of {@code IF}, the actions behind a guard.
 */
final class AbsentFields {
    private final BindLog log;

    /** Paths of the fields that are known to be there. */
    private Set<String> present = new LinkedHashSet<>();

    private AbsentFields(BindLog log) {
        this.log = log;
    }

    static void check(BindLog log, FunctionModel function) {
        new AbsentFields(log).statements(function.body());
    }

    static void check(BindLog log, Term term) {
        new AbsentFields(log).use(term);
    }

    /**
     * Checks a branch of a transition.
     *
     * @param guardHolds whether the guard was true, else it was false
     */
    static void check(BindLog log, @Nullable Term guard, boolean guardHolds, List<OperationModel> operations) {
        AbsentFields fields = new AbsentFields(log);
        if (guard != null) {
            fields.learn(guard, guardHolds);
        }
        operations.forEach(fields::operation);
    }

    private void operation(OperationModel operation) {
        if (operation instanceof OperationModel.Assign assign) {
            visit(assign.value());
            forget("v" + assign.slot());
        } else if (operation instanceof OperationModel.AppendValue append) {
            use(append.value());
            forget("v" + append.slot());
        } else if (operation instanceof OperationModel.Send send) {
            use(send.target());
            visit(send.payload());
        } else if (operation instanceof OperationModel.Broadcast broadcast) {
            use(broadcast.recipients());
            visit(broadcast.payload());
        } else if (operation instanceof OperationModel.AppendBlock append) {
            visit(append.payload());
        }
    }

    private void statements(List<StatementModel> body) {
        for (StatementModel statement : body) {
            if (statement instanceof StatementModel.Return end) {
                visit(end.value());
            } else if (statement instanceof StatementModel.SetLocal set) {
                visit(set.value());
                forget("l" + set.local());
            } else if (statement instanceof StatementModel.SetElement set) {
                use(set.index());
                use(set.value());
                forget("l" + set.local());
            } else if (statement instanceof StatementModel.ForEach loop) {
                use(loop.iterable());
                statements(loop.body());
            }
        }
    }

    /** A variable has another value now. */
    private void forget(String variable) {
        present.removeIf(path -> path.equals(variable) || path.startsWith(variable + "."));
    }

    /** The term where {@code null} would be a fault. */
    private void use(Term term) {
        visit(term);
        if (term instanceof Term.FieldOf field && mayBeAbsent(field)) {
            String text = field.span().text();
            log.add(
                    Code.W04,
                    field.span(),
                    "`" + fieldOf(field).name() + "` may be `null`, which is a fault here; test `" + text
                            + " != null` before it is used");
        }
    }

    private boolean mayBeAbsent(Term.FieldOf field) {
        String path = path(field);
        return fieldOf(field).optional()
                && field.target().type() instanceof Type.RecordOf
                && (path == null || !present.contains(path));
    }

    private static FieldModel fieldOf(Term.FieldOf field) {
        if (field.target().type() instanceof Type.RecordOf record) {
            return record.record().fields().get(field.field());
        }
        throw new IllegalStateException("a field of " + field.target().type().notation());
    }

    /** The term where {@code null} may stand. */
    private void visit(Term term) {
        if (term instanceof Term.Binary binary) {
            binary(binary);
        } else if (term instanceof Term.Conditional conditional) {
            use(conditional.condition());
            visitIf(conditional.condition(), true, conditional.whenTrue());
            visitIf(conditional.condition(), false, conditional.whenFalse());
        } else if (term instanceof Term.FieldOf field) {
            use(field.target());
        } else if (term instanceof Term.ElementOf element) {
            use(element.target());
            use(element.index());
        } else if (term instanceof Term.Not not) {
            use(not.operand());
        } else if (term instanceof Term.Negate negate) {
            use(negate.operand());
        } else if (term instanceof Term.Widen widen) {
            use(widen.integer());
        } else if (term instanceof Term.NotNegative notNegative) {
            visit(notNegative.integer());
        } else if (term instanceof Term.Lambda lambda) {
            visit(lambda.body());
        } else if (term instanceof Term.ListOf list) {
            list.elements().forEach(this::use);
        } else if (term instanceof Term.RecordOf record) {
            record(record);
        } else {
            call(term);
        }
    }

    private void call(Term term) {
        if (term instanceof Term.CallFunction call) {
            call.arguments().forEach(this::visit);
        } else if (term instanceof Term.CallNative call) {
            call.arguments().forEach(this::visit);
        } else if (term instanceof Term.CallBuiltin call) {
            boolean admitsNull = call.builtin() == Builtin.HASH || call.builtin() == Builtin.SIGN;
            call.arguments().forEach(admitsNull ? this::visit : this::use);
        }
    }

    private void record(Term.RecordOf record) {
        for (int i = 0; i < record.fields().size(); i++) {
            if (record.record().fields().get(i).optional()) {
                visit(record.fields().get(i));
            } else {
                use(record.fields().get(i));
            }
        }
    }

    private void binary(Term.Binary binary) {
        switch (binary.operator()) {
            case EQUAL, NOT_EQUAL -> {
                visit(binary.left());
                visit(binary.right());
            }
            case AND, OR -> {
                use(binary.left());
                Set<String> outer = present;
                present = new LinkedHashSet<>(outer);
                learn(binary.left(), binary.operator() == BinaryOperator.AND);
                use(binary.right());
                present = outer;
            }
            default -> {
                use(binary.left());
                use(binary.right());
            }
        }
    }

    private void visitIf(Term condition, boolean holds, Term branch) {
        Set<String> outer = present;
        present = new LinkedHashSet<>(outer);
        learn(condition, holds);
        visit(branch);
        present = outer;
    }

    /** Learns from a condition that was true or false. */
    private void learn(Term condition, boolean holds) {
        if (condition instanceof Term.Not not) {
            learn(not.operand(), !holds);
        } else if (condition instanceof Term.Binary binary) {
            BinaryOperator both = holds ? BinaryOperator.AND : BinaryOperator.OR;
            BinaryOperator differs = holds ? BinaryOperator.NOT_EQUAL : BinaryOperator.EQUAL;
            if (binary.operator() == both) {
                learn(binary.left(), holds);
                learn(binary.right(), holds);
            } else if (binary.operator() == differs) {
                learnPresent(binary.left(), binary.right());
                learnPresent(binary.right(), binary.left());
            }
        }
    }

    private void learnPresent(Term term, Term other) {
        String path = other.type() == Type.Special.NULL ? path(term) : null;
        if (path != null) {
            present.add(path);
        }
    }

    /** A name for the place of a value, the same wherever the same place is read; null if it is computed. */
    private static @Nullable String path(Term term) {
        if (term instanceof Term.FieldOf field) {
            String target = path(field.target());
            return target == null ? null : target + "." + field.field();
        }
        if (term instanceof Term.Local local) {
            return "l" + local.index();
        }
        return term instanceof Term.Variable variable ? "v" + variable.slot() : null;
    }
}
