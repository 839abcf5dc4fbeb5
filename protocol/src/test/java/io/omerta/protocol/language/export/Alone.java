package io.omerta.protocol.language.export;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Sha256Hasher;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.machine.Surroundings;
import io.omerta.protocol.machine.UnanswerableException;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Value;
import java.util.Arrays;
import java.util.List;

/** Surroundings of a machine that asks nobody. A signature is the hash, twice. */
final class Alone implements Surroundings {
    @Override
    public PeerId self() {
        return PeerId.of(new byte[PeerId.BYTES]);
    }

    @Override
    public Hash session() {
        return Hash.of(new byte[Hash.BYTES]);
    }

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
        return new Sha256Hasher().hash(domain, value);
    }

    @Override
    public Signature sign(Hash hash) {
        byte[] signature = Arrays.copyOf(hash.toByteArray(), Signature.BYTES);
        hash.copyTo(signature, Hash.BYTES);
        return Signature.of(signature);
    }

    @Override
    public boolean verify(PeerId signer, Hash hash, Signature signature) {
        return signer.equals(self()) && sign(hash).equals(signature);
    }

    @Override
    public Value ask(Builtin builtin, List<Value> arguments) {
        throw new UnanswerableException(builtin + " is not answered here");
    }

    @Override
    public Value call(NativeModel function, List<Value> arguments) {
        throw new UnanswerableException(function.name() + " is not answered here");
    }
}
