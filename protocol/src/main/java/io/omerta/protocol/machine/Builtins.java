package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;

/** Finds what a built-in function computes. */
final class Builtins {
    private Builtins() {}

    static BuiltinNode.Computation computation(Term.CallBuiltin call) {
        return switch (call.builtin()) {
            case HASH -> EvidenceBuiltins::hash;
            case VERIFY -> EvidenceBuiltins::verify;
            case SIGNED_BY -> signedBy(call);
            case LENGTH -> NumberBuiltins::length;
            case MAP -> ListBuiltins::map;
            case FILTER -> ListBuiltins::filter;
            case FIND -> ListBuiltins::find;
            case REDUCE -> ListBuiltins::reduce;
            case COUNT -> ListBuiltins::count;
            case ALL -> ListBuiltins::all;
            case ANY -> ListBuiltins::any;
            case CONTAINS -> ListBuiltins::contains;
            case CONCAT -> NumberBuiltins::concat;
            case APPEND -> ListBuiltins::append;
            case REMOVE -> ListBuiltins::remove;
            case DISTINCT -> ListBuiltins::distinct;
            case TAKE -> ListBuiltins::take;
            case SORT -> ListBuiltins::sort;
            case SET_EQUALS -> ListBuiltins::setEquals;
            case SUM -> NumberBuiltins::sum;
            case MIN -> NumberBuiltins::min;
            case MAX -> NumberBuiltins::max;
            case ABS -> NumberBuiltins::abs;
            case DIV -> NumberBuiltins::div;
            case MOD -> NumberBuiltins::mod;
            case MUL_DIV -> NumberBuiltins::mulDiv;
            case FLOOR -> NumberBuiltins::floor;
            case MILLISECONDS -> NumberBuiltins::milliseconds;
            case SECONDS -> NumberBuiltins::seconds;
            case DURATION -> NumberBuiltins::duration;
            case KEYS -> ListBuiltins::keys;
            case VALUES -> ListBuiltins::values;
            case HAS_KEY -> ListBuiltins::hasKey;
            case GET -> ListBuiltins::get;
            case PUT -> ListBuiltins::put;
            case SEEDED_RNG -> EvidenceBuiltins::seed;
            case SEEDED_SAMPLE -> EvidenceBuiltins::sample;
            case ABORT -> EvidenceBuiltins::abort;
            case NOW -> HostBuiltins::now;
            case SESSION -> HostBuiltins::session;
            case RANDOM_BYTES -> HostBuiltins::randomBytes;
            case SIGN -> EvidenceBuiltins::sign;
            case LOAD -> HostBuiltins::load;
            case READ,
                    CHAIN_HEAD,
                    CHAIN_CONTAINS,
                    CHAIN_CONTAINS_HASH,
                    CHAIN_SEGMENT,
                    CHAIN_STATE_AT,
                    VERIFY_CHAIN_SEGMENT -> HostBuiltins.question(call.builtin(), call.type());
        };
    }

    private static BuiltinNode.Computation signedBy(Term.CallBuiltin call) {
        if (call.arguments().get(0).type() instanceof Type.RecordOf message) {
            return EvidenceBuiltins.signedBy(new SignedBody(message.record().shape()));
        }
        throw new IllegalArgumentException(Builtin.SIGNED_BY + " takes a message, not "
                + call.arguments().get(0).type().notation());
    }
}
