package io.omerta.protocol.language.bind;

import static io.omerta.protocol.language.model.Type.Scalar.BOOL;
import static io.omerta.protocol.language.model.Type.Scalar.BYTES;
import static io.omerta.protocol.language.model.Type.Scalar.DURATION;
import static io.omerta.protocol.language.model.Type.Scalar.FIXED;
import static io.omerta.protocol.language.model.Type.Scalar.HASH;
import static io.omerta.protocol.language.model.Type.Scalar.INT;
import static io.omerta.protocol.language.model.Type.Scalar.PEER_ID;
import static io.omerta.protocol.language.model.Type.Scalar.SIGNATURE;
import static io.omerta.protocol.language.model.Type.Scalar.STRING;
import static io.omerta.protocol.language.model.Type.Scalar.TIMESTAMP;
import static io.omerta.protocol.language.model.Type.Scalar.UINT;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.language.model.Type.Special;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Expression;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types of the calls of built-in functions, by the table of section 5 of the specification. */
final class BuiltinCalls {
    private static final String CHAIN_STATE = "ChainState";
    private static final Map<String, Type> KNOWN_OF_PEER = knownOfPeer();

    private final Symbols symbols;
    private final Scope scope;
    private final BindLog log;
    private final Expressions expressions;
    private final CollectionCalls collections;

    BuiltinCalls(Symbols symbols, Scope scope, BindLog log, Expressions expressions) {
        this.symbols = symbols;
        this.scope = scope;
        this.log = log;
        this.expressions = expressions;
        this.collections = new CollectionCalls(log);
    }

    Term call(Builtin builtin, Expression.Call call, @Nullable Type hint) {
        BuiltinArguments arguments = new BuiltinArguments(builtin, call, scope, log, expressions);
        return mayCall(builtin, call) && isCount(builtin, call) ? bind(builtin, arguments, hint) : arguments.failed();
    }

    private boolean mayCall(Builtin builtin, Expression.Call call) {
        if (builtin.isPure() || scope.site() == Scope.Site.ACTOR) {
            return true;
        }
        log.add(
                Code.E16,
                call.callee().span(),
                scope.owner() + " calls `" + builtin
                        + "`, which asks an actor or its host; pass the answer as an argument");
        return false;
    }

    private boolean isCount(Builtin builtin, Expression.Call call) {
        int count = call.arguments().size();
        if (builtin.minArguments() <= count && count <= builtin.maxArguments()) {
            return true;
        }
        log.add(
                Code.E27,
                count > builtin.maxArguments()
                        ? call.arguments().get(builtin.maxArguments()).span()
                        : call.callee().span(),
                "`" + builtin + "` does not take " + count + (count == 1 ? " argument" : " arguments") + "; write "
                        + builtin.signature());
        return false;
    }

    private Term bind(Builtin builtin, BuiltinArguments arguments, @Nullable Type hint) {
        return switch (builtin) {
            case HASH -> hashed(arguments, HASH);
            case SIGN -> hashed(arguments, SIGNATURE);
            case VERIFY -> {
                arguments.need(PEER_ID);
                arguments.need(SIGNATURE);
                yield hashed(arguments, BOOL);
            }
            case SIGNED_BY -> signedBy(arguments);
            case ABS -> {
                Type type = number(arguments);
                yield arguments.result(type == INT ? UINT : type);
            }
            case DIV, MOD, MUL_DIV -> wholeNumbers(builtin, arguments);
            case FLOOR -> taking(arguments, INT, FIXED);
            case MILLISECONDS, SECONDS -> taking(arguments, INT, DURATION);
            case DURATION -> taking(arguments, DURATION, INT);
            case SEEDED_RNG -> taking(arguments, HASH, HASH);
            case ABORT -> taking(arguments, Special.NEVER, STRING);
            case NOW -> arguments.result(TIMESTAMP);
            case SESSION -> arguments.result(HASH);
            case RANDOM_BYTES -> taking(arguments, BYTES, UINT);
            case LOAD -> load(arguments);
            case READ -> read(arguments);
            case CHAIN_HEAD -> {
                chain(arguments, false);
                yield arguments.result(HASH);
            }
            case CHAIN_CONTAINS, CHAIN_CONTAINS_HASH -> {
                chain(arguments, true);
                yield taking(arguments, BOOL, HASH);
            }
            case CHAIN_SEGMENT -> {
                chain(arguments, false);
                yield taking(arguments, BYTES, HASH);
            }
            case CHAIN_STATE_AT -> {
                chain(arguments, true);
                yield taking(arguments, chainState(arguments), HASH);
            }
            case VERIFY_CHAIN_SEGMENT -> taking(arguments, BOOL, BYTES, PEER_ID);
            default -> collections.bind(builtin, arguments, hint);
        };
    }

    private static Term taking(BuiltinArguments arguments, Type result, Type... types) {
        for (Type type : types) {
            arguments.need(type);
        }
        return arguments.result(result);
    }

    /** Takes all further arguments, as parts of a tuple that is hashed. */
    private Term hashed(BuiltinArguments arguments, Type result) {
        while (arguments.bound().size() < arguments.count()) {
            Term argument = arguments.add(expressions.operators().hashed(arguments.next()));
            if (argument.type() == FIXED) {
                log.add(
                        Code.W12,
                        argument.span(),
                        "a fraction is hashed here; whoever rounds in another order gets another hash, so hash integers");
            }
        }
        return arguments.result(result);
    }

    private Term signedBy(BuiltinArguments arguments) {
        String what = arguments.nextNamed();
        Term argument = arguments.any(null);
        MessageModel message =
                argument.type() instanceof Type.RecordOf type ? symbols.types().messageOf(type.record()) : null;
        if (message == null || !message.signed()) {
            arguments.misfit(argument, what + " is a message declared as `signed`");
        }
        return taking(arguments, BOOL, PEER_ID);
    }

    /** Takes a number and gives its type. */
    private static Type number(BuiltinArguments arguments) {
        String what = arguments.nextNamed();
        Term argument = arguments.any(null);
        if (!Conversions.isNumeric(argument.type())) {
            arguments.misfit(argument, what + " is a number");
            return Special.UNKNOWN;
        }
        return argument.type();
    }

    /** Quotients of numbers from 0 upwards are such; what remains has the sign of the divisor. */
    private static Term wholeNumbers(Builtin builtin, BuiltinArguments arguments) {
        while (arguments.bound().size() < arguments.count()) {
            arguments.need(INT);
        }
        boolean natural = builtin == Builtin.MOD
                ? arguments.bound().get(1).type() == UINT
                : arguments.bound().stream().allMatch(argument -> argument.type() == UINT);
        return arguments.result(natural ? UINT : INT);
    }

    private Term load(BuiltinArguments arguments) {
        Term argument = arguments.any(null);
        if (!(argument instanceof Term.Variable)) {
            arguments.misfit(argument, "`LOAD` takes the name of a variable of the store");
        }
        return arguments.result(argument.type());
    }

    private Term read(BuiltinArguments arguments) {
        arguments.need(PEER_ID);
        Expression key = arguments.next();
        if (!(key instanceof Expression.StringLiteral literal)) {
            log.add(Code.E27, key.span(), "`READ` takes what it reads as a text in quotes, such as `\"head_hash\"`");
            return arguments.failed();
        }
        Type type = KNOWN_OF_PEER.get(literal.value());
        if (type == null) {
            Span inQuotes =
                    key.span().source().span(key.span().start() + 1, key.span().end() - 1);
            UnknownName.tell(log, Code.E24, inQuotes, literal.value(), "known of a peer", KNOWN_OF_PEER.keySet());
            return arguments.failed();
        }
        arguments.need(STRING);
        return arguments.result(type);
    }

    /** Takes {@code chain}, or where admitted the encoded blocks of another chain. */
    private void chain(BuiltinArguments arguments, boolean orSegment) {
        String what = arguments.nextNamed();
        Term argument = arguments.any(null);
        boolean fits = argument.type() == Special.CHAIN || (orSegment && argument.type() == BYTES);
        if (!fits) {
            arguments.misfit(argument, what + (orSegment ? " is `chain` or bytes" : " is `chain`"));
        }
    }

    private Type chainState(BuiltinArguments arguments) {
        if (!symbols.types().structs().containsKey(CHAIN_STATE)) {
            log.add(
                    Code.E29,
                    arguments.callee(),
                    "this gives a `" + CHAIN_STATE + "`; declare what is wanted of it: `struct " + CHAIN_STATE
                            + " ( field type ... )`");
        }
        return symbols.types().reader().declared(CHAIN_STATE);
    }

    private static Map<String, Type> knownOfPeer() {
        Map<String, Type> known = new LinkedHashMap<>();
        known.put("head_hash", HASH);
        known.put("head_height", UINT);
        known.put("balance", UINT);
        known.put("trust", UINT);
        known.put("age", DURATION);
        known.put("last_contact", TIMESTAMP);
        return known;
    }
}
