package io.omerta.protocol.language.export;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import java.util.List;
import java.util.Locale;

/** Writes calls of built-in functions of lists and maps: sequences and functions in TLA+. */
final class TlaLists {
    private final TlaContext context;
    private final TlaScope scope;
    private final TlaTerms terms;

    TlaLists(TlaContext context, TlaScope scope, TlaTerms terms) {
        this.context = context;
        this.scope = scope;
        this.terms = terms;
    }

    /**
     * A lambda of one list element.
     *
     * @param name of its parameter
     */
    private record Applied(String name, TlaTerm body) {
        String value() {
            return "LAMBDA " + name + " : " + body.value();
        }

        String present() {
            return "LAMBDA " + name + " : " + TlaTerm.all(body.present());
        }
    }

    TlaTerm write(Term.CallBuiltin call) {
        return switch (call.builtin()) {
            case MAP -> map(call);
            case FILTER -> select(call, "SelectSeq(%s, %s)");
            case COUNT -> select(call, "Len(SelectSeq(%s, %s))");
            case FIND -> search(call, context.prelude.use("First") + "(%s, %s)", false);
            case ANY -> search(call, "(" + context.prelude.use("FirstPlace") + "(%s, %s) # 0)", false);
            case ALL -> search(call, "(\\A %3$s \\in " + context.prelude.use("Range") + "(%1$s) : %4$s)", true);
            case REDUCE -> reduce(call);
            case SUM -> sum(call);
            case SORT -> sort(call);
            case SEEDED_SAMPLE -> sample(call);
            default -> simple(call);
        };
    }

    private Applied apply(Term lambda) {
        Term.Lambda written = (Term.Lambda) lambda;
        String name = scope.names.take(parameterName(written));
        scope.enterLambda();
        TlaTerm body = within(written, new TlaScope.Local(name, false));
        scope.leaveLambda();
        return new Applied(name, body);
    }

    private TlaTerm within(Term.Lambda lambda, TlaScope.Local argument) {
        TlaScope.Local before = scope.local(lambda.parameter());
        scope.set(lambda.parameter(), argument);
        TlaTerm body = terms.write(lambda.body());
        scope.set(lambda.parameter(), before);
        return body;
    }

    /** As the source calls it. */
    private static String parameterName(Term.Lambda lambda) {
        String source = lambda.span().text();
        int arrow = source.indexOf("=>");
        String name = arrow < 0 ? "" : source.substring(0, arrow).strip();
        return name.matches("[A-Za-z]\\w*") ? name : "x";
    }

    private TlaTerm map(Term.CallBuiltin call) {
        TlaTerm list = terms.write(call.arguments().get(0));
        Applied applied = apply(call.arguments().get(1));
        String place = scope.names.take("i");
        return new TlaTerm(
                "[" + place + " \\in DOMAIN " + list.value() + " |-> LET " + applied.name() + " == " + list.value()
                        + "[" + place + "] IN " + applied.body().value() + "]",
                TlaTerm.and(list.present(), forEach(list, applied)),
                false);
    }

    /** All elements have what the lambda needs. */
    private List<String> forEach(TlaTerm list, Applied applied) {
        List<String> needed = applied.body().present();
        return needed.isEmpty()
                ? List.of()
                : List.of("(\\A " + applied.name() + " \\in " + context.prelude.use("Range") + "(" + list.value()
                        + ") : " + TlaTerm.all(needed) + ")");
    }

    private TlaTerm select(Term.CallBuiltin call, String pattern) {
        TlaTerm list = terms.write(call.arguments().get(0));
        Applied applied = apply(call.arguments().get(1));
        return new TlaTerm(
                String.format(Locale.ROOT, pattern, list.value(), applied.value()),
                TlaTerm.and(list.present(), forEach(list, applied)),
                false);
    }

    /** Ends at the first element that decides; what comes after it is not evaluated. */
    private TlaTerm search(Term.CallBuiltin call, String pattern, boolean decidedByFalse) {
        TlaTerm list = terms.write(call.arguments().get(0));
        Applied applied = apply(call.arguments().get(1));
        List<String> conditions = list.present();
        if (!applied.body().present().isEmpty()) {
            Applied again = apply(call.arguments().get(1));
            String decides =
                    decidedByFalse ? "~" + again.body().value() : again.body().value();
            conditions = TlaTerm.and(
                    conditions,
                    List.of(context.prelude.use("DefinedUntil") + "(" + list.value() + ", " + applied.present()
                            + ", LAMBDA " + again.name() + " : " + decides + ")"));
        }
        return new TlaTerm(
                String.format(
                        Locale.ROOT,
                        pattern,
                        list.value(),
                        applied.value(),
                        applied.name(),
                        applied.body().value()),
                conditions,
                call.builtin() == Builtin.FIND);
    }

    /** A fault at one element is passed on as {@code Faulted}. */
    private TlaTerm reduce(Term.CallBuiltin call) {
        TlaTerm list = terms.write(call.arguments().get(0));
        TlaTerm start = terms.write(call.arguments().get(1));
        Term.Lambda outer = (Term.Lambda) call.arguments().get(2);
        Term.Lambda inner = (Term.Lambda) outer.body();
        String folded = scope.names.take(parameterName(outer));
        String element = scope.names.take(parameterName(inner));
        TlaTerm body = folded(outer, inner, folded, element, false);
        if (body.nullable()) {
            body = folded(outer, inner, folded, element, true);
        }
        String step = body.isTotal()
                ? body.value()
                : "IF " + folded + " = Faulted THEN Faulted ELSE IF " + TlaTerm.all(body.conditions()) + " THEN "
                        + body.value() + " ELSE Faulted";
        String fold = context.prelude.use("Fold") + "(LAMBDA " + folded + ", " + element + " : " + step + ", "
                + start.value() + ", " + list.value() + ")";
        List<String> conditions = TlaTerm.and(list.present(), start.present());
        if (!body.isTotal()) {
            context.atom(TlaContext.FAULTED);
            conditions = TlaTerm.and(conditions, List.of("(" + fold + " # Faulted)"));
        }
        return new TlaTerm(fold, conditions, body.nullable());
    }

    private TlaTerm folded(Term.Lambda outer, Term.Lambda inner, String folded, String element, boolean nullable) {
        TlaScope.Local before = scope.local(outer.parameter());
        scope.set(outer.parameter(), new TlaScope.Local(folded, nullable));
        scope.enterLambda();
        TlaTerm body = within(inner, new TlaScope.Local(element, false));
        scope.leaveLambda();
        scope.set(outer.parameter(), before);
        return body;
    }

    private TlaTerm sum(Term.CallBuiltin call) {
        TlaTerm list = terms.write(call.arguments().get(0));
        String sum = scope.names.take("sum");
        if (call.arguments().size() == 1) {
            String element = scope.names.take("x");
            return TlaTerm.total(fold(sum, element, sum + " + " + element, list))
                    .after(list.present());
        }
        Applied applied = apply(call.arguments().get(1));
        return TlaTerm.total(
                        fold(sum, applied.name(), sum + " + " + applied.body().value(), list))
                .after(TlaTerm.and(list.present(), forEach(list, applied)));
    }

    private String fold(String folded, String element, String step, TlaTerm list) {
        return context.prelude.use("Fold") + "(LAMBDA " + folded + ", " + element + " : " + step + ", 0, "
                + list.value() + ")";
    }

    private TlaTerm sort(Term.CallBuiltin call) {
        TlaTerm list = terms.write(call.arguments().get(0));
        Type element = ((Type.ListOf) call.type()).element();
        if (call.arguments().size() == 1) {
            String left = scope.names.take("a");
            String right = scope.names.take("b");
            String keys = context.prelude.use("Range") + "(" + list.value() + ")";
            return TlaTerm.total(sorted(list, left, right, before(element, left, right, keys, call)))
                    .after(list.present());
        }
        Applied left = apply(call.arguments().get(1));
        Applied right = apply(call.arguments().get(1));
        Applied all = apply(call.arguments().get(1));
        String keys = "{" + all.body().value() + " : " + all.name() + " \\in " + context.prelude.use("Range") + "("
                + list.value() + ")}";
        Type key = ((Term.Lambda) call.arguments().get(1)).body().type();
        String less = before(key, left.body().value(), right.body().value(), keys, call);
        return TlaTerm.total(sorted(list, left.name(), right.name(), less))
                .after(TlaTerm.and(list.present(), forEach(list, all)));
    }

    private String sorted(TlaTerm list, String left, String right, String less) {
        return context.prelude.use("Sorted") + "(" + list.value() + ", LAMBDA " + left + ", " + right + " : " + less
                + ")";
    }

    /** Whether one key comes before another; keys that are no numbers come in an order that TLA+ leaves open. */
    private String before(Type key, String left, String right, String keys, Term.CallBuiltin call) {
        if (isNumber(key)) {
            return left + " < " + right;
        }
        noteOrder(call);
        String order = context.prelude.use("InSomeOrder") + "(" + keys + ")";
        return context.prelude.use("PlaceOf") + "(" + order + ", " + left + ") < PlaceOf(" + order + ", " + right + ")";
    }

    private void noteOrder(Term.CallBuiltin call) {
        context.note(
                call.span(),
                "the canonical order of values other than numbers is some order that TLA+ leaves open, the same"
                        + " wherever the same values are ordered.");
    }

    private static boolean isNumber(Type type) {
        return type == Type.Scalar.INT
                || type == Type.Scalar.UINT
                || type == Type.Scalar.FIXED
                || type == Type.Scalar.TIMESTAMP
                || type == Type.Scalar.DURATION;
    }

    /** The keys of a map in canonical order, where TLA+ has one. */
    String keys(Type.MapOf map, String value) {
        return context.prelude.use(isNumber(map.key()) ? "Ascending" : "InSomeOrder") + "(DOMAIN " + value + ")";
    }

    private TlaTerm sample(Term.CallBuiltin call) {
        List<TlaTerm> arguments = terms.writeAll(call.arguments());
        String list = arguments.get(1).value();
        String count = arguments.get(2).value();
        context.note(call.span(), "SEEDED_SAMPLE draws the first elements of the list, whatever the seed.");
        return new TlaTerm(
                "SubSeq(" + list + ", 1, " + count + ")",
                TlaTerm.and(TlaTerms.present(arguments), List.of("(" + count + " \\in 0..Len(" + list + "))")),
                false);
    }

    private TlaTerm simple(Term.CallBuiltin call) {
        List<TlaTerm> arguments = terms.writeAll(call.arguments());
        List<String> present = TlaTerms.present(arguments);
        String first = arguments.get(0).value();
        String second = arguments.size() > 1 ? arguments.get(1).value() : "";
        String both = "(" + TlaTerms.values(arguments) + ")";
        String value =
                switch (call.builtin()) {
                    case CONTAINS -> "(" + second + " \\in " + context.prelude.use("Range") + "(" + first + "))";
                    case CONCAT -> "(" + first + " \\o " + second + ")";
                    case APPEND -> "Append" + both;
                    case REMOVE -> context.prelude.use("Remove") + both;
                    case DISTINCT -> context.prelude.use("Distinct") + both;
                    case TAKE -> context.prelude.use("Take") + both;
                    case SET_EQUALS -> "(" + context.prelude.use("Range") + "(" + first + ") = Range(" + second + "))";
                    case HAS_KEY -> "(" + second + " \\in DOMAIN " + first + ")";
                    case GET -> "(IF " + second + " \\in DOMAIN " + first + " THEN " + first + "[" + second + "] ELSE "
                            + arguments.get(2).value() + ")";
                    case PUT -> context.prelude.use("Put") + both;
                    case KEYS, VALUES -> ofMap(call, first);
                    default -> throw new IllegalArgumentException(call.builtin() + " is no function of lists");
                };
        List<String> conditions =
                call.builtin() == Builtin.TAKE ? TlaTerm.and(present, List.of("(" + second + " >= 0)")) : present;
        return new TlaTerm(value, conditions, false);
    }

    private String ofMap(Term.CallBuiltin call, String map) {
        Type.MapOf type = (Type.MapOf) call.arguments().get(0).type();
        if (!isNumber(type.key())) {
            noteOrder(call);
        }
        String keys = keys(type, map);
        if (call.builtin() == Builtin.KEYS) {
            return keys;
        }
        String place = scope.names.take("i");
        return "[" + place + " \\in 1..Cardinality(DOMAIN " + map + ") |-> " + map + "[" + keys + "[" + place + "]]]";
    }
}
