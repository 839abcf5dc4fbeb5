package io.omerta.protocol.language.export;

import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import java.util.ArrayList;
import java.util.List;

/** Writes expressions. */
final class TlaTerms {
    static final String MILLIONTHS = "1000000";

    private final TlaContext context;
    private final TlaScope scope;
    private final TlaBuiltins builtins;

    TlaTerms(TlaContext context, TlaScope scope) {
        this.context = context;
        this.scope = scope;
        this.builtins = new TlaBuiltins(context, scope, this);
    }

    TlaTerm write(Term term) {
        if (term instanceof Term.Constant constant) {
            String value = TlaLiteral.of(constant.value());
            context.noteLargeNumber(value, constant.span());
            return new TlaTerm(value, List.of(), value.equals(TlaContext.NULL));
        }
        if (term instanceof Term.ParameterValue parameter) {
            return TlaTerm.total(context.parameter(parameter.parameter()));
        }
        if (term instanceof Term.Variable variable) {
            TlaScope.Local known = scope.variable(variable.slot(), variable.name());
            return new TlaTerm(known.value(), List.of(), known.nullable());
        }
        if (term instanceof Term.Local local) {
            TlaScope.Local known = scope.local(local.index());
            return new TlaTerm(known.value(), List.of(), known.nullable());
        }
        if (term instanceof Term.Sender) {
            return TlaTerm.total(scope.sender);
        }
        if (term instanceof Term.Self) {
            return TlaTerm.total("self");
        }
        if (term instanceof Term.Instances instances) {
            return TlaTerm.total(
                    "Instances_" + context.actors.getOrDefault(instances.actor().name(), ""));
        }
        if (term instanceof Term.FieldOf field) {
            return field(field);
        }
        if (term instanceof Term.ElementOf element) {
            return element(element);
        }
        if (term instanceof Term.Conditional conditional) {
            return conditional(conditional);
        }
        if (term instanceof Term.ListOf list) {
            List<TlaTerm> elements = writeAll(list.elements());
            return new TlaTerm("<<" + values(elements) + ">>", present(elements), false);
        }
        if (term instanceof Term.RecordOf record) {
            return record(record);
        }
        return operation(term);
    }

    private TlaTerm operation(Term term) {
        if (term instanceof Term.Binary binary) {
            return binary(binary);
        }
        if (term instanceof Term.Not not) {
            TlaTerm operand = write(not.operand());
            return new TlaTerm("(~" + operand.value() + ")", operand.present(), false);
        }
        if (term instanceof Term.Negate negate) {
            TlaTerm operand = write(negate.operand());
            return new TlaTerm("(-" + operand.value() + ")", operand.present(), false);
        }
        if (term instanceof Term.Widen widen) {
            return widen(write(widen.integer()));
        }
        if (term instanceof Term.NotNegative notNegative) {
            return notNegative(write(notNegative.integer()));
        }
        if (term instanceof Term.CallFunction call) {
            return function(call);
        }
        if (term instanceof Term.CallNative call) {
            List<TlaTerm> arguments = writeAll(call.arguments());
            return builtins.answer(
                            call.function().name(), call.type(), call.function().optionalResult(), call.span())
                    .after(conditions(arguments));
        }
        if (term instanceof Term.CallBuiltin call) {
            return builtins.write(call);
        }
        throw new IllegalArgumentException(
                "no expression has a value here: " + term.getClass().getSimpleName());
    }

    List<TlaTerm> writeAll(List<Term> terms) {
        return terms.stream().map(this::write).toList();
    }

    static String values(List<TlaTerm> terms) {
        return String.join(", ", terms.stream().map(TlaTerm::value).toList());
    }

    static List<String> present(List<TlaTerm> terms) {
        List<String> conditions = new ArrayList<>();
        for (TlaTerm term : terms) {
            conditions = TlaTerm.and(conditions, term.present());
        }
        return conditions;
    }

    static List<String> conditions(List<TlaTerm> terms) {
        List<String> conditions = new ArrayList<>();
        for (TlaTerm term : terms) {
            conditions = TlaTerm.and(conditions, term.conditions());
        }
        return conditions;
    }

    /** {@code null} passes unchanged. */
    private static TlaTerm widen(TlaTerm integer) {
        String fraction = "(" + integer.value() + " * " + MILLIONTHS + ")";
        return new TlaTerm(
                integer.nullable() ? "(IF " + integer.value() + " = Null THEN Null ELSE " + fraction + ")" : fraction,
                integer.conditions(),
                integer.nullable());
    }

    /** {@code null} passes unchanged. */
    private static TlaTerm notNegative(TlaTerm integer) {
        if (integer.value().matches("[0-9]+")) {
            return integer;
        }
        String least = "(" + integer.value() + " >= 0)";
        String condition = integer.nullable() ? "(" + integer.value() + " = Null \\/ " + least + ")" : least;
        return new TlaTerm(integer.value(), TlaTerm.and(integer.conditions(), List.of(condition)), integer.nullable());
    }

    private TlaTerm field(Term.FieldOf term) {
        TlaTerm target = write(term.target());
        RecordModel record = ((Type.RecordOf) term.target().type()).record();
        FieldModel field = record.fields().get(term.field());
        return new TlaTerm(target.value() + "." + TlaNames.field(field.name()), target.present(), field.optional());
    }

    private TlaTerm element(Term.ElementOf term) {
        TlaTerm target = write(term.target());
        TlaTerm index = write(term.index());
        List<String> present = TlaTerm.and(target.present(), index.present());
        if (term.target().type() instanceof Type.MapOf) {
            return new TlaTerm(
                    context.prelude.use("ValueOf") + "(" + target.value() + ", " + index.value() + ")", present, true);
        }
        String within = "(" + index.value() + " \\in 0..(Len(" + target.value() + ") - 1))";
        return new TlaTerm(
                target.value() + "[" + index.value() + " + 1]", TlaTerm.and(present, List.of(within)), false);
    }

    private TlaTerm conditional(Term.Conditional term) {
        TlaTerm condition = write(term.condition());
        TlaTerm whenTrue = write(term.whenTrue());
        TlaTerm whenFalse = write(term.whenFalse());
        List<String> conditions = condition.present();
        if (!whenTrue.isTotal() || !whenFalse.isTotal()) {
            String defined = choice(condition, TlaTerm.all(whenTrue.conditions()), TlaTerm.all(whenFalse.conditions()));
            conditions = TlaTerm.and(conditions, List.of(defined));
        }
        return new TlaTerm(
                choice(condition, whenTrue.value(), whenFalse.value()),
                conditions,
                whenTrue.nullable() || whenFalse.nullable());
    }

    private static String choice(TlaTerm condition, String whenTrue, String whenFalse) {
        return "(IF " + condition.value() + " THEN " + whenTrue + " ELSE " + whenFalse + ")";
    }

    /** A record; of a signed message all fields but the signature, which sending adds. */
    TlaTerm record(Term.RecordOf term) {
        List<String> fields = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < term.fields().size(); i++) {
            FieldModel field = term.record().fields().get(i);
            TlaTerm value = write(term.fields().get(i));
            conditions = TlaTerm.and(conditions, field.optional() ? value.conditions() : value.present());
            fields.add(TlaNames.field(field.name()) + " |-> " + value.value());
        }
        return new TlaTerm(fields.isEmpty() ? "<<>>" : "[" + String.join(", ", fields) + "]", conditions, false);
    }

    private TlaTerm function(Term.CallFunction term) {
        TlaContext.Operator operator = context.function(term.function());
        List<TlaTerm> arguments = writeAll(term.arguments());
        String call = operator.name() + (arguments.isEmpty() ? "" : "(" + values(arguments) + ")");
        List<String> conditions = conditions(arguments);
        if (!operator.total()) {
            conditions = TlaTerm.and(conditions, List.of("(" + call + " # " + TlaContext.FAULTED + ")"));
        }
        return new TlaTerm(call, conditions, operator.nullable());
    }

    private TlaTerm binary(Term.Binary term) {
        TlaTerm left = write(term.left());
        TlaTerm right = write(term.right());
        List<String> present = TlaTerm.and(left.present(), right.present());
        return switch (term.operator()) {
            case AND -> shortCircuit(left, right, "/\\", left.value());
            case OR -> shortCircuit(left, right, "\\/", "(~" + left.value() + ")");
            case EQUAL -> equality(left, right, "=");
            case NOT_EQUAL -> equality(left, right, "#");
            case LESS -> infix(left, "<", right, present);
            case GREATER -> infix(left, ">", right, present);
            case LESS_EQUAL -> infix(left, "<=", right, present);
            case GREATER_EQUAL -> infix(left, ">=", right, present);
            case ADD -> isJoin(term.type())
                    ? infix(left, "\\o", right, present)
                    : time(term, infix(left, "+", right, present));
            case SUBTRACT -> time(term, infix(left, "-", right, present));
            case MULTIPLY -> product(term, left, right, present);
            case DIVIDE -> quotient(term, left, right, present);
        };
    }

    private static TlaTerm equality(TlaTerm left, TlaTerm right, String operator) {
        return infix(left, operator, right, TlaTerm.and(left.conditions(), right.conditions()));
    }

    private static TlaTerm infix(TlaTerm left, String operator, TlaTerm right, List<String> conditions) {
        return new TlaTerm("(" + left.value() + " " + operator + " " + right.value() + ")", conditions, false);
    }

    /** @param matters when the right operand is evaluated */
    private static TlaTerm shortCircuit(TlaTerm left, TlaTerm right, String operator, String matters) {
        List<String> needed = right.present();
        List<String> conditions = needed.isEmpty()
                ? left.present()
                : TlaTerm.and(left.present(), List.of("(" + matters + " => " + TlaTerm.all(needed) + ")"));
        return infix(left, operator, right, conditions);
    }

    private static boolean isJoin(Type type) {
        return type instanceof Type.ListOf || type == Type.Scalar.STRING || type == Type.Scalar.BYTES;
    }

    /** A time before the epoch is a fault. */
    private static TlaTerm time(Term.Binary term, TlaTerm result) {
        return term.type() == Type.Scalar.TIMESTAMP ? notNegative(result) : result;
    }

    private TlaTerm product(Term.Binary term, TlaTerm left, TlaTerm right, List<String> present) {
        TlaTerm product = infix(left, "*", right, present);
        boolean fractions =
                term.left().type() == Type.Scalar.FIXED && term.right().type() == Type.Scalar.FIXED;
        return fractions ? new TlaTerm(mulDiv(left.value(), right.value(), MILLIONTHS), present, false) : product;
    }

    private TlaTerm quotient(Term.Binary term, TlaTerm left, TlaTerm right, List<String> present) {
        String quotient = term.type() == Type.Scalar.DURATION
                ? floorDiv(left.value(), right.value())
                : mulDiv(left.value(), MILLIONTHS, right.value());
        return new TlaTerm(quotient, TlaTerm.and(present, notZero(right)), false);
    }

    static List<String> notZero(TlaTerm divisor) {
        return divisor.value().matches("[1-9][0-9]*") ? List.of() : List.of("(" + divisor.value() + " # 0)");
    }

    String floorDiv(String dividend, String divisor) {
        return context.prelude.use("FloorDiv") + "(" + dividend + ", " + divisor + ")";
    }

    String mulDiv(String first, String second, String divisor) {
        return context.prelude.use("MulDiv") + "(" + first + ", " + second + ", " + divisor + ")";
    }
}
