package io.omerta.protocol.machine.benchmark;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.machine.Surroundings;
import io.omerta.protocol.machine.UnanswerableException;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Value;
import java.util.List;

/** Of machines that ask nothing. */
final class NoSurroundings implements Surroundings {
    @Override
    public PeerId self() {
        throw unanswerable();
    }

    @Override
    public Hash session() {
        throw unanswerable();
    }

    @Override
    public long nowMillis() {
        throw unanswerable();
    }

    @Override
    public ByteString randomBytes(int count) {
        throw unanswerable();
    }

    @Override
    public Hash hash(HashDomain domain, Value value) {
        throw unanswerable();
    }

    @Override
    public Signature sign(Hash hash) {
        throw unanswerable();
    }

    @Override
    public boolean verify(PeerId signer, Hash hash, Signature signature) {
        throw unanswerable();
    }

    @Override
    public Value ask(Builtin builtin, List<Value> arguments) {
        throw unanswerable();
    }

    @Override
    public Value call(NativeModel function, List<Value> arguments) {
        throw unanswerable();
    }

    private static UnanswerableException unanswerable() {
        return new UnanswerableException("nothing is known here");
    }
}
