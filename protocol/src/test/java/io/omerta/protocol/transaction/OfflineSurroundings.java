package io.omerta.protocol.transaction;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.SimulatedHasher;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.machine.Surroundings;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Value;
import java.util.List;

/** Surroundings of a machine that stands alone: time does not pass, signatures are blank and genuine, nothing is known. */
record OfflineSurroundings(PeerId self, Hash session) implements Surroundings {
    @Override
    public long nowMillis() {
        return 0;
    }

    @Override
    public ByteString randomBytes(int count) {
        return ByteString.of(new byte[count]);
    }

    @Override
    public Hash hash(HashDomain domain, Value value) {
        return new SimulatedHasher().hash(domain, value);
    }

    @Override
    public Signature sign(Hash hash) {
        return Signature.of(new byte[Signature.BYTES]);
    }

    @Override
    public boolean verify(PeerId peer, Hash hash, Signature signature) {
        return true;
    }

    @Override
    public Value ask(Builtin builtin, List<Value> arguments) {
        return Value.Absent.INSTANCE;
    }

    @Override
    public Value call(NativeModel function, List<Value> arguments) {
        return Value.Absent.INSTANCE;
    }
}
