package io.omerta.protocol.machine;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.crypto.SimulatedHasher;
import io.omerta.protocol.crypto.SimulatedIdentities;
import io.omerta.protocol.language.model.Builtin;
import io.omerta.protocol.language.model.NativeModel;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Value;
import java.util.ArrayList;
import java.util.List;

/** Surroundings whose clock the test sets and whose chain and natives it scripts. */
final class TestSurroundings implements Surroundings {
    static final SimulatedIdentities IDENTITIES = new SimulatedIdentities(7);
    static final SimulatedHasher HASHER = new SimulatedHasher();

    long nowMillis = 1_000;
    Value answer = Value.Absent.INSTANCE;
    boolean answers = true;
    int randomBytesMissing;

    /** Arguments of all questions about chains, peers and natives so far. */
    final List<List<Value>> asked = new ArrayList<>();

    private final Signer signer;
    private int drawn;

    TestSurroundings() {
        this(0);
    }

    TestSurroundings(long identity) {
        this.signer = IDENTITIES.signer(identity);
    }

    static PeerId peer(long identity) {
        return IDENTITIES.signer(identity).peerId();
    }

    @Override
    public PeerId self() {
        return signer.peerId();
    }

    @Override
    public Hash session() {
        return Hash.of(new byte[Hash.BYTES]);
    }

    @Override
    public long nowMillis() {
        return nowMillis;
    }

    @Override
    public ByteString randomBytes(int count) {
        byte[] bytes = new byte[count - randomBytesMissing];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ++drawn;
        }
        return ByteString.of(bytes);
    }

    @Override
    public Hash hash(HashDomain domain, Value value) {
        return HASHER.hash(domain, value);
    }

    @Override
    public Signature sign(Hash hash) {
        return signer.sign(hash);
    }

    @Override
    public boolean verify(PeerId peer, Hash hash, Signature signature) {
        return IDENTITIES.verifier().verify(peer, hash, signature);
    }

    @Override
    public Value ask(Builtin builtin, List<Value> arguments) {
        return answered(arguments);
    }

    @Override
    public Value call(NativeModel function, List<Value> arguments) {
        return answered(arguments);
    }

    private Value answered(List<Value> arguments) {
        if (!answers) {
            throw new UnanswerableException("nobody knows");
        }
        asked.add(arguments);
        return answer;
    }
}
