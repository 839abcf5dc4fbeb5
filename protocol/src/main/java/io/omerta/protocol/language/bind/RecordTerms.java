package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.Type.Scalar;
import io.omerta.protocol.language.model.Type.Special;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.StructEntry;
import io.omerta.protocol.wire.ValueMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Struct literals and payloads. */
final class RecordTerms {
    private static final String TIMESTAMP_FIELD = "timestamp";

    private final Symbols symbols;
    private final Scope scope;
    private final BindLog log;
    private final Expressions expressions;
    private boolean inSpread;

    RecordTerms(Symbols symbols, Scope scope, BindLog log, Expressions expressions) {
        this.symbols = symbols;
        this.scope = scope;
        this.log = log;
        this.expressions = expressions;
    }

    /** {@code { name value, ... }} where an expression stands; {@code {}} is the empty map unless a record is required. */
    Term literal(Expression.StructLiteral literal, @Nullable Type hint) {
        if (!(hint instanceof Type.RecordOf) && literal.entries().isEmpty()) {
            Type map = hint instanceof Type.MapOf ? hint : new Type.MapOf(Special.NEVER, Special.NEVER);
            return new Term.Constant(ValueMap.of(new TreeMap<>()), map, literal.span());
        }
        List<Term> spreads = spreads(literal);
        RecordModel record = hint instanceof Type.RecordOf type ? type.record() : onlyStructFor(literal, spreads);
        if (record == null) {
            return Conversions.unknown(literal.span());
        }
        return complete(record, brace(literal), literal, spreads, false);
    }

    /**
     * The payload of a message or block, or the arguments of a trigger, of which what is not given comes from names.
     *
     * @param name where the message, block or trigger is named
     * @param given null if there are no braces
     */
    Term.RecordOf payload(RecordModel record, Span name, Expression.@Nullable StructLiteral given) {
        return complete(record, name, given, given == null ? List.of() : spreads(given), true);
    }

    /** What is spread, in order. Bound once, also where it takes part in the choice of a struct. */
    private List<Term> spreads(Expression.StructLiteral literal) {
        List<Term> spreads = new ArrayList<>();
        for (StructEntry entry : literal.entries()) {
            if (entry instanceof StructEntry.Spread spread) {
                Term from = spread(spread.value());
                if (!(from.type() instanceof Type.RecordOf) && from.type() != Special.UNKNOWN) {
                    log.add(
                            Code.E27,
                            from.span(),
                            "`...` takes a struct, message or block, but this is "
                                    + from.type().notation());
                }
                spreads.add(from);
            }
        }
        return spreads;
    }

    /** Each field that a spread gives reads the whole of it, so that nested ones would grow without bound. */
    private Term spread(Expression value) {
        if (isPath(value)) {
            return expressions.bind(value);
        }
        if (inSpread) {
            log.add(
                    Code.S11,
                    value.span(),
                    "a `...` within another takes a name or a field; give this value a name, or write its fields");
            return Conversions.unknown(value.span());
        }
        inSpread = true;
        Term from = expressions.bind(value);
        inSpread = false;
        return from;
    }

    private static boolean isPath(Expression expression) {
        Expression target = expression;
        while (target instanceof Expression.FieldAccess access) {
            target = access.target();
        }
        return target instanceof Expression.NameReference;
    }

    private Term.RecordOf complete(
            RecordModel record,
            Span place,
            Expression.@Nullable StructLiteral given,
            List<Term> spreads,
            boolean fromNames) {
        List<FieldModel> fields = written(record);
        @Nullable Term[] values = new Term[fields.size()];
        boolean[] isExplicit = new boolean[fields.size()];
        for (StructEntry entry : given == null ? List.<StructEntry>of() : given.entries()) {
            if (entry instanceof StructEntry.FieldValue field) {
                explicit(record, field, values, isExplicit);
            }
        }
        for (Term spread : spreads) {
            spread(record, spread, values, isExplicit);
        }
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Term value = values[i];
            if (value == null && fromNames) {
                value = byName(record, fields.get(i), place);
            }
            if (value == null) {
                missing(record, fields.get(i), place, fromNames);
                value = Conversions.unknown(place);
            }
            terms.add(value);
        }
        return new Term.RecordOf(record, terms, given == null ? place : given.span());
    }

    /** The fields that a text gives: all but the signature of a signed message. */
    private List<FieldModel> written(RecordModel record) {
        MessageModel message = symbols.types().messageOf(record);
        List<FieldModel> fields = record.fields();
        return message != null && message.signed() ? fields.subList(0, fields.size() - 1) : fields;
    }

    private void explicit(
            RecordModel record, StructEntry.FieldValue entry, @Nullable Term[] values, boolean[] isExplicit) {
        int place = record.indexOf(entry.field().text());
        if (place < 0 || place >= values.length) {
            UnknownName.tell(
                    log,
                    Code.E24,
                    entry.field(),
                    "a field of `" + record.name() + "`",
                    written(record).stream().map(FieldModel::name).toList());
            expressions.bind(entry.value());
            return;
        }
        FieldModel field = record.fields().get(place);
        values[place] = fit(expressions.bind(entry.value(), field.type()), record, field);
        isExplicit[place] = true;
    }

    private void spread(RecordModel record, Term from, @Nullable Term[] values, boolean[] isExplicit) {
        if (!(from.type() instanceof Type.RecordOf type)) {
            // Whatever the fault is, it is the only one: the spread may have been meant to give every field.
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null) {
                    values[i] = Conversions.unknown(from.span());
                }
            }
            return;
        }
        List<FieldModel> others = type.record().fields();
        for (int i = 0; i < values.length; i++) {
            int place = type.record().indexOf(record.fields().get(i).name());
            if (place >= 0 && !isExplicit[i]) {
                FieldModel field = record.fields().get(i);
                Term value = new Term.FieldOf(from, place, others.get(place).type(), from.span());
                values[i] = fit(value, record, field);
            }
        }
    }

    private @Nullable Term byName(RecordModel record, FieldModel field, Span place) {
        Scope.Local local = scope.local(field.name());
        if (local != null) {
            return fit(new Term.Local(local.index(), local.name(), local.type(), place), record, field);
        }
        Scope.StoreVariables store = scope.store();
        int slot = store == null ? -1 : store.slot(field.name());
        if (store != null && slot >= 0) {
            Term variable =
                    new Term.Variable(slot, field.name(), store.variable(slot).type(), place);
            return fit(variable, record, field);
        }
        boolean isTime = field.name().equals(TIMESTAMP_FIELD) && field.type() == Scalar.TIMESTAMP;
        return isTime ? new Term.CallBuiltin(Builtin.NOW, List.of(), Scalar.TIMESTAMP, place) : null;
    }

    private Term fit(Term value, RecordModel record, FieldModel field) {
        String what = "the field `" + field.name() + "` of `" + record.name() + "`";
        if (value.type() == Special.NULL && !field.optional()) {
            log.add(Diagnostic.of(
                            Code.E27,
                            value.span(),
                            what + " is never `null`; give it a value or declare it `optional<"
                                    + field.type().notation() + ">`")
                    .withRelated(field.span(), "declared here"));
            return Conversions.unknown(value.span());
        }
        return expressions.fit(value, new Required(field.type(), what, field.span()));
    }

    private void missing(RecordModel record, FieldModel field, Span place, boolean fromNames) {
        String from = "";
        Scope.StoreVariables store = scope.store();
        if (fromNames && store != null) {
            from = ": no parameter of the trigger at hand and no variable of `" + store.actor() + "` has its name";
        }
        log.add(Diagnostic.of(
                        Code.E23,
                        place,
                        "the field `" + field.name() + "` of `" + record.name() + "` has no value" + from
                                + "; write `{ " + field.name() + " value }`")
                .withRelated(field.span(), "declared here"));
    }

    /** The struct that has exactly the fields of a literal whose place requires no type; else the fault is told. */
    private @Nullable RecordModel onlyStructFor(Expression.StructLiteral literal, List<Term> spreads) {
        Set<String> names = new LinkedHashSet<>();
        for (StructEntry entry : literal.entries()) {
            if (entry instanceof StructEntry.FieldValue field) {
                names.add(field.field().text());
            }
        }
        for (Term spread : spreads) {
            if (!(spread.type() instanceof Type.RecordOf type)) {
                return null;
            }
            names.addAll(type.record().shape().fields());
        }
        List<RecordModel> matching = symbols.types().structs().values().stream()
                .filter(struct -> struct.fields().size() == names.size()
                        && names.containsAll(struct.shape().fields()))
                .toList();
        if (matching.size() == 1) {
            return matching.get(0);
        }
        log.add(
                Code.E29,
                brace(literal),
                matching.isEmpty()
                        ? "no struct has exactly these fields; declare it: `struct Name ( field type ... )`"
                        : "the structs "
                                + UnknownName.listed(
                                        matching.stream().map(RecordModel::name).toList(), " and ")
                                + " have exactly these fields; put the value where one of them is required");
        return null;
    }

    private static Span brace(Expression.StructLiteral literal) {
        return literal.span()
                .source()
                .span(literal.span().start(), literal.span().start() + 1);
    }
}
