package io.omerta.protocol.language.bind;

import io.omerta.protocol.language.model.EnumModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.ParameterModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.Type.Special;
import io.omerta.protocol.language.model.VariableModel;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Fix;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Name;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what names and fields stand for, in the order of section 2 of the specification. */
final class NameTerms {
    private static final String MESSAGE = "message";
    private static final String SENDER = "sender";
    private static final String PAYLOAD = "payload";

    private final Symbols symbols;
    private final Scope scope;
    private final BindLog log;
    private final Expressions expressions;

    NameTerms(Symbols symbols, Scope scope, BindLog log, Expressions expressions) {
        this.symbols = symbols;
        this.scope = scope;
        this.log = log;
        this.expressions = expressions;
    }

    Term name(Expression.NameReference reference, @Nullable Type hint) {
        Term term = value(reference.name(), reference.span());
        return term == null ? member(reference, hint) : term;
    }

    /** What a name means before members of enums are considered, or null. */
    private @Nullable Term value(String name, Span span) {
        Scope.Local local = scope.local(name);
        if (local != null) {
            return new Term.Local(local.index(), name, local.type(), span);
        }
        if (scope.isAssignedLater(name)) {
            log.add(Code.E24, span, "`" + name + "` is read before it is assigned; assign it above, `null` if need be");
            return Conversions.unknown(span);
        }
        Term own = ownName(name, span);
        if (own != null) {
            return own;
        }
        Term variable = variable(name, span);
        if (variable != null) {
            return variable;
        }
        ParameterModel parameter = symbols.parameters().get(name);
        return parameter == null ? null : new Term.ParameterValue(parameter, span);
    }

    private @Nullable Term ownName(String name, Span span) {
        return switch (name) {
            case "peer_id" -> ofActor(new Term.Self(span), "`peer_id`, the identity of an actor");
            case "chain" -> ofActor(new Term.OwnChain(span), "`chain`, the chain of an actor");
            case MESSAGE -> payload(span);
            default -> null;
        };
    }

    private Term ofActor(Term term, String what) {
        if (scope.site() == Scope.Site.ACTOR) {
            return term;
        }
        notGiven(term.span(), what);
        return Conversions.unknown(term.span());
    }

    /** Tells that something is read which the function or property does not see. */
    private void notGiven(Span span, String what) {
        if (scope.site() == Scope.Site.FUNCTION) {
            log.add(
                    Code.E16,
                    span,
                    scope.owner() + " reads " + what + "; a function sees its arguments alone, so pass it as one");
        } else {
            log.add(
                    Code.E24,
                    span,
                    scope.owner() + " speaks of all actors and has no " + what
                            + "; name an actor: `ALL(Actor, a => ...)`");
        }
    }

    private Term payload(Span span) {
        MessageModel message = scope.message();
        if (message != null) {
            return new Term.Local(0, MESSAGE, new Type.RecordOf(message.body()), span);
        }
        if (scope.site() == Scope.Site.ACTOR) {
            log.add(Code.E24, span, "no message is at hand here; `message` is for transitions `on` a message");
        } else {
            notGiven(span, "`message`, the message at hand");
        }
        return Conversions.unknown(span);
    }

    private @Nullable Term variable(String name, Span span) {
        Scope.StoreVariables store = scope.store();
        if (store != null) {
            int slot = store.slot(name);
            return slot < 0
                    ? null
                    : new Term.Variable(slot, name, store.variable(slot).type(), span);
        }
        if (scope.site() == Scope.Site.PROPERTY) {
            Symbols.Instances instances = symbols.actors().get(name);
            return instances == null ? null : new Term.Instances(instances.actor(), instances.type(), span);
        }
        boolean hidden = symbols.isStoreVariable(name)
                && !symbols.parameters().containsKey(name)
                && symbols.types().enumsOf(name).isEmpty();
        if (hidden) {
            notGiven(span, "the variable `" + name + "` of an actor's store");
            return Conversions.unknown(span);
        }
        return null;
    }

    private Term member(Expression.NameReference reference, @Nullable Type hint) {
        String name = reference.name();
        Span span = reference.span();
        List<Type.EnumOf> enums = symbols.types().enumsOf(name);
        Type.@Nullable EnumOf wanted = hint instanceof Type.EnumOf type ? type : null;
        if (enums.size() == 1 && (wanted == null || wanted.equals(enums.get(0)))) {
            return new Term.Constant(new Value.EnumMember(name), enums.get(0), span);
        }
        if (enums.isEmpty()) {
            unknown(reference, wanted);
        } else if (wanted != null && !enums.contains(wanted)) {
            log.add(
                    Code.E15,
                    span,
                    "`" + name + "` is a member of " + listed(enums) + ", but `" + wanted.name()
                            + "` is needed here; its members are " + UnknownName.listed(wanted.members(), " and "));
        } else {
            String qualified = (wanted == null ? enums.get(0) : wanted).name() + "." + name;
            Diagnostic diagnostic = Diagnostic.of(
                    Code.E15, span, "`" + name + "` is a member of " + listed(enums) + "; write `" + qualified + "`");
            log.add(
                    wanted == null
                            ? diagnostic
                            : diagnostic.withFix(Fix.replace("write `" + qualified + "`", span, qualified)));
        }
        return Conversions.unknown(span);
    }

    private static String listed(List<Type.EnumOf> enums) {
        return UnknownName.listed(enums.stream().map(Type.EnumOf::name).toList(), " and ");
    }

    private void unknown(Expression.NameReference reference, Type.@Nullable EnumOf wanted) {
        String name = reference.name();
        if (wanted != null
                && symbols.actors().containsKey(wanted.name())
                && wanted.members().contains(name)) {
            String qualified = wanted.name() + "." + name;
            log.add(Diagnostic.of(Code.E24, reference.span(), "a state is named with its actor: `" + qualified + "`")
                    .withFix(Fix.replace("write `" + qualified + "`", reference.span(), qualified)));
            return;
        }
        UnknownName.tell(log, Code.E24, reference.span(), name, "known here", log.isLong() ? List.of() : known());
    }

    /** All names that have a value here. */
    private List<String> known() {
        List<String> known = new ArrayList<>(scope.localNames());
        Scope.StoreVariables store = scope.store();
        if (store != null) {
            known.addAll(store.names());
        }
        if (scope.site() == Scope.Site.PROPERTY) {
            known.addAll(symbols.actors().keySet());
        }
        known.addAll(symbols.parameters().keySet());
        symbols.types().members().forEach(known::add);
        return known;
    }

    Term field(Expression.FieldAccess access) {
        if (access.target() instanceof Expression.NameReference target) {
            if (target.name().equals(MESSAGE) && scope.local(MESSAGE) == null && scope.message() != null) {
                return messagePart(access, target.span());
            }
            Term value = value(target.name(), target.span());
            if (value == null) {
                return qualified(target, access);
            }
            if (!(value instanceof Term.Instances instances)) {
                return fieldOf(value, access.field(), access.span());
            }
            return member(instances.actor().stateType(), access);
        }
        return fieldOf(expressions.bind(access.target()), access.field(), access.span());
    }

    private Term messagePart(Expression.FieldAccess access, Span message) {
        return switch (access.field().text()) {
            case SENDER -> new Term.Sender(access.span());
            case PAYLOAD -> payload(access.span());
            default -> fieldOf(payload(message), access.field(), access.span());
        };
    }

    /** {@code Enum.MEMBER}, if the target is no value. */
    private Term qualified(Expression.NameReference target, Expression.FieldAccess access) {
        EnumModel type = symbols.types().enums().get(target.name());
        if (type != null) {
            return member(type.type(), access);
        }
        if (Character.isUpperCase(target.name().charAt(0))) {
            UnknownName.tell(
                    log,
                    Code.E13,
                    target.span(),
                    target.name(),
                    "an enum",
                    symbols.types().enums().keySet());
        } else {
            member(target, null);
        }
        return Conversions.unknown(access.span());
    }

    private Term member(Type.EnumOf type, Expression.FieldAccess access) {
        Name member = access.field();
        if (type.members().contains(member.text())) {
            return new Term.Constant(new Value.EnumMember(member.text()), type, access.span());
        }
        List<Type.EnumOf> others = symbols.types().enumsOf(member.text());
        if (others.isEmpty()) {
            UnknownName.tell(log, Code.E14, member, "a member of `" + type.name() + "`", type.members());
        } else {
            log.add(
                    Code.E15,
                    member.span(),
                    "`" + member + "` is no member of `" + type.name() + "`, but of " + listed(others));
        }
        return Conversions.unknown(access.span());
    }

    Term computedField(Expression.ComputedField field) {
        Term target = expressions.bind(field.target());
        if (field.name() instanceof Expression.StringLiteral literal) {
            return fieldOf(target, new Name(literal.value(), literal.span()), field.span());
        }
        log.add(
                Code.E27,
                field.name().span(),
                "which field is meant must be known before the protocol runs; write its name in quotes, or `.name`");
        return Conversions.unknown(field.span());
    }

    private Term fieldOf(Term target, Name field, Span span) {
        if (target.type() instanceof Type.RecordOf type) {
            RecordModel record = type.record();
            int place = record.indexOf(field.text());
            if (place >= 0) {
                return new Term.FieldOf(
                        target, place, record.fields().get(place).type(), span);
            }
            UnknownName.tell(
                    log,
                    Code.E24,
                    field,
                    "a field of `" + record.name() + "`",
                    record.shape().fields());
        } else if (target.type() != Special.UNKNOWN) {
            log.add(
                    Code.E27,
                    field.span(),
                    "only structs, messages and blocks have fields, but `"
                            + target.span().text() + "` is " + target.type().notation());
        }
        return Conversions.unknown(span);
    }

    /** A variable of the store that an action sets; -1 if there is none, which has been told. */
    int target(Name name) {
        Scope.StoreVariables store = scope.store();
        int slot = store == null ? -1 : store.slot(name.text());
        if (slot < 0 && store != null) {
            UnknownName.tell(log, Code.E24, name, "a variable of `" + store.actor() + "`", store.names());
        }
        return slot;
    }

    /** The variable of a slot as a place that requires its type. */
    Required variableType(int slot) {
        Scope.StoreVariables store = scope.store();
        if (store == null) {
            throw new IllegalStateException("only actors have variables");
        }
        VariableModel variable = store.variable(slot);
        return new Required(variable.type(), "the variable `" + variable.name() + "`", variable.span());
    }
}
