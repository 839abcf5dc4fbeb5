package io.omerta.protocol.language.export;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.wire.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes calls of built-in functions. What the host answers becomes any element of a set of answers. */
final class TlaBuiltins {
    private final TlaContext context;
    private final TlaScope scope;
    private final TlaTerms terms;
    private final TlaLists lists;

    TlaBuiltins(TlaContext context, TlaScope scope, TlaTerms terms) {
        this.context = context;
        this.scope = scope;
        this.terms = terms;
        this.lists = new TlaLists(context, scope, terms);
    }

    TlaTerm write(Term.CallBuiltin call) {
        return switch (call.builtin()) {
            case HASH -> hash(call);
            case SIGN -> {
                List<TlaTerm> said = terms.writeAll(call.arguments());
                yield new TlaTerm(signature("self", call.arguments(), said), TlaTerms.present(said), false);
            }
            case VERIFY -> verify(call);
            case SIGNED_BY -> signedBy(call);
            case LENGTH -> length(call);
            case MAP, FILTER, FIND, REDUCE, COUNT, ALL, ANY, SORT, SUM -> lists.write(call);
            case CONTAINS, CONCAT, APPEND, REMOVE, DISTINCT, TAKE, SET_EQUALS -> lists.write(call);
            case KEYS, VALUES, HAS_KEY, GET, PUT, SEEDED_SAMPLE -> lists.write(call);
            case MIN -> extreme(call, "<=", "Smallest");
            case MAX -> extreme(call, ">=", "Largest");
            case ABS, DIV, MOD, MUL_DIV, FLOOR, MILLISECONDS, SECONDS, DURATION -> number(call);
            case SEEDED_RNG -> {
                TlaTerm seed = terms.write(call.arguments().get(0));
                yield new TlaTerm(seed.value(), seed.present(), false);
            }
            case LOAD -> terms.write(call.arguments().get(0));
            case ABORT -> new TlaTerm(TlaContext.NULL, List.of("FALSE"), true);
            case SESSION -> TlaTerm.total(context.atom(TlaContext.SESSION));
            case NOW -> now(call);
            case RANDOM_BYTES,
                    CHAIN_HEAD,
                    CHAIN_CONTAINS,
                    CHAIN_CONTAINS_HASH,
                    CHAIN_SEGMENT,
                    CHAIN_STATE_AT,
                    VERIFY_CHAIN_SEGMENT -> ask(call, call.builtin().name(), false);
            case READ -> ask(call, "READ_" + key(call), true);
        };
    }

    /** Any answer of the host, a new one at each place where it is asked. */
    TlaTerm answer(String question, Type type, boolean nullable, Span span) {
        if (scope.place == TlaScope.Place.PROPERTY) {
            context.note(span, question + " has no answer in a property, which is then not defined.");
            return new TlaTerm(TlaContext.NULL, List.of("FALSE"), true);
        }
        context.asked.add(question);
        if (scope.isInLambda()) {
            context.note(span, question + " is asked once for all elements of the list, not once for each.");
        }
        return new TlaTerm(
                scope.choice(question + "_answer", context.answers(question, type, nullable)), List.of(), nullable);
    }

    private TlaTerm ask(Term.CallBuiltin call, String question, boolean nullable) {
        List<TlaTerm> arguments = terms.writeAll(call.arguments().stream()
                .filter(argument -> !(argument instanceof Term.OwnChain))
                .toList());
        return answer(question, call.type(), nullable, call.span()).after(TlaTerms.present(arguments));
    }

    private static String key(Term.CallBuiltin read) {
        return read.arguments().get(1) instanceof Term.Constant constant && constant.value() instanceof Text text
                ? text.text()
                : "key";
    }

    /** One time for all that an input leads to. */
    private TlaTerm now(Term.CallBuiltin call) {
        if (scope.place == TlaScope.Place.PROPERTY) {
            return answer("NOW", call.type(), false, call.span());
        }
        context.usesTime = true;
        return TlaTerm.total("o.now");
    }

    private TlaTerm hash(Term.CallBuiltin call) {
        List<TlaTerm> arguments = terms.writeAll(call.arguments());
        return new TlaTerm(
                "<<\"hash\", " + TlaLiteral.string(types(call.arguments())) + ", <<" + TlaTerms.values(arguments)
                        + ">>>>",
                TlaTerms.conditions(arguments),
                false);
    }

    private TlaTerm verify(Term.CallBuiltin call) {
        List<TlaTerm> arguments = terms.writeAll(call.arguments());
        int given = call.arguments().size();
        String genuine =
                signature(arguments.get(0).value(), call.arguments().subList(2, given), arguments.subList(2, given));
        return new TlaTerm("(" + arguments.get(1).value() + " = " + genuine + ")", TlaTerms.present(arguments), false);
    }

    private static String signature(String signer, List<Term> said, List<TlaTerm> values) {
        return "<<\"signature\", " + signer + ", " + TlaLiteral.string("statement " + types(said)) + ", <<"
                + TlaTerms.values(values) + ">>>>";
    }

    private TlaTerm signedBy(Term.CallBuiltin call) {
        List<TlaTerm> arguments = terms.writeAll(call.arguments());
        Type message = call.arguments().get(0).type();
        String body = arguments.get(0).value();
        return new TlaTerm(
                "(" + body + ".signature = Signature_" + message.notation() + "("
                        + arguments.get(1).value() + ", " + body + "))",
                TlaTerms.present(arguments),
                false);
    }

    /** The kinds of values in a tuple, so that tuples of other kinds are other terms. */
    private static String types(List<Term> tuple) {
        return tuple.stream().map(term -> kind(term.type())).collect(Collectors.joining(", "));
    }

    /** Types whose values have one encoding have one name. */
    private static String kind(Type type) {
        if (type == Type.Scalar.UINT || type == Type.Scalar.DURATION) {
            return Type.Scalar.INT.notation();
        }
        if (type instanceof Type.ListOf list) {
            return "list<" + kind(list.element()) + ">";
        }
        if (type instanceof Type.MapOf map) {
            return "map<" + kind(map.key()) + ", " + kind(map.value()) + ">";
        }
        return type instanceof Type.EnumOf ? "enum" : type.notation();
    }

    private TlaTerm length(Term.CallBuiltin call) {
        TlaTerm of = terms.write(call.arguments().get(0));
        Type type = call.arguments().get(0).type();
        if (type == Type.Scalar.BYTES) {
            context.note(call.span(), "LENGTH of bytes is that of the sequence that stands for them.");
        }
        String length =
                type instanceof Type.MapOf ? "Cardinality(DOMAIN " + of.value() + ")" : "Len(" + of.value() + ")";
        return new TlaTerm(length, of.present(), false);
    }

    private TlaTerm extreme(Term.CallBuiltin call, String order, String ofSet) {
        List<TlaTerm> arguments = terms.writeAll(call.arguments());
        List<String> present = TlaTerms.present(arguments);
        String first = arguments.get(0).value();
        if (arguments.size() == 1) {
            return new TlaTerm(
                    context.prelude.use(ofSet) + "(" + context.prelude.use("Range") + "(" + first + "))",
                    TlaTerm.and(present, List.of("(" + first + " # <<>>)")),
                    false);
        }
        String second = arguments.get(1).value();
        return TlaTerm.total("(IF " + first + " " + order + " " + second + " THEN " + first + " ELSE " + second + ")")
                .after(present);
    }

    private TlaTerm number(Term.CallBuiltin call) {
        List<TlaTerm> arguments = terms.writeAll(call.arguments());
        List<String> conditions = new ArrayList<>(TlaTerms.present(arguments));
        Builtin builtin = call.builtin();
        if (builtin == Builtin.DIV || builtin == Builtin.MOD || builtin == Builtin.MUL_DIV) {
            conditions = TlaTerm.and(conditions, TlaTerms.notZero(arguments.get(arguments.size() - 1)));
        }
        return TlaTerm.total(
                        number(builtin, arguments.stream().map(TlaTerm::value).toList()))
                .after(conditions);
    }

    private String number(Builtin builtin, List<String> of) {
        String n = of.get(0);
        return switch (builtin) {
            case ABS -> context.prelude.use("Abs") + "(" + n + ")";
            case DIV -> terms.floorDiv(n, of.get(1));
            case MOD -> "(" + n + " - " + of.get(1) + " * " + terms.floorDiv(n, of.get(1)) + ")";
            case MUL_DIV -> terms.mulDiv(n, of.get(1), of.get(2));
            case FLOOR -> terms.floorDiv(n, TlaTerms.MILLIONTHS);
            case SECONDS -> terms.floorDiv(n, "1000");
            case DURATION -> "(" + n + " * 1000)";
            default -> n;
        };
    }
}
