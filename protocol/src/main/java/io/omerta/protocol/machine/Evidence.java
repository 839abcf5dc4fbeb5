package io.omerta.protocol.machine;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Value;
import java.util.List;

/** The surroundings of a property: it belongs to no peer and no moment, but can check hashes and signatures. */
record Evidence(Hasher hasher, Verifier verifier) implements Surroundings {
    @Override
    public PeerId self() {
        throw unanswerable("an identity");
    }

    @Override
    public Hash session() {
        throw unanswerable("a session");
    }

    @Override
    public long nowMillis() {
        throw unanswerable("a clock");
    }

    @Override
    public ByteString randomBytes(int count) {
        throw unanswerable("random bytes");
    }

    @Override
    public Hash hash(HashDomain domain, Value value) {
        return hasher.hash(domain, value);
    }

    @Override
    public Signature sign(Hash hash) {
        throw unanswerable("a key");
    }

    @Override
    public boolean verify(PeerId signer, Hash hash, Signature signature) {
        return verifier.verify(signer, hash, signature);
    }

    @Override
    public Value ask(Builtin builtin, List<Value> arguments) {
        throw unanswerable("an answer to " + builtin);
    }

    @Override
    public Value call(NativeModel function, List<Value> arguments) {
        throw unanswerable("the native function " + function.name());
    }

    private static UnanswerableException unanswerable(String what) {
        return new UnanswerableException("a property has no " + what);
    }
}
