package io.omerta.protocol.machine;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Value;
import java.util.List;

/** Surroundings whose questions are all of one form, so that they can be written down. */
abstract class AskedSurroundings implements Surroundings {
    /** A question, to be put to other surroundings. */
    @FunctionalInterface
    interface Question {
        Value to(Surroundings surroundings);
    }

    /**
     * The answer to a question.
     *
     * @param put asks the same of other surroundings
     */
    abstract Value answer(String question, List<Value> arguments, Question put);

    @Override
    public final PeerId self() {
        return (PeerId) answer("self", List.of(), Surroundings::self);
    }

    @Override
    public final Hash session() {
        return (Hash) answer("session", List.of(), Surroundings::session);
    }

    @Override
    public final long nowMillis() {
        Value now = answer("nowMillis", List.of(), surroundings -> new Value.Int(surroundings.nowMillis()));
        return ((Value.Int) now).value();
    }

    @Override
    public final ByteString randomBytes(int count) {
        return (ByteString)
                answer("randomBytes", List.of(new Value.Int(count)), surroundings -> surroundings.randomBytes(count));
    }

    @Override
    public final Hash hash(HashDomain domain, Value value) {
        return (Hash) answer("hash", List.of(domain.label(), value), surroundings -> surroundings.hash(domain, value));
    }

    @Override
    public final Signature sign(Hash hash) {
        return (Signature) answer("sign", List.of(hash), surroundings -> surroundings.sign(hash));
    }

    @Override
    public final boolean verify(PeerId signer, Hash hash, Signature signature) {
        Value answer = answer(
                "verify",
                List.of(signer, hash, signature),
                surroundings -> new Value.Bool(surroundings.verify(signer, hash, signature)));
        return ((Value.Bool) answer).value();
    }

    @Override
    public final Value ask(Builtin builtin, List<Value> arguments) {
        return answer(builtin.name(), arguments, surroundings -> surroundings.ask(builtin, arguments));
    }

    @Override
    public final Value call(NativeModel function, List<Value> arguments) {
        return answer("native " + function.name(), arguments, surroundings -> surroundings.call(function, arguments));
    }
}
