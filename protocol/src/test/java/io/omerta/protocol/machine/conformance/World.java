package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Sha256Hasher;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.crypto.SimulatedIdentities;
import io.omerta.protocol.machine.UnanswerableException;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.LongStream;

/** The surroundings of a machine under test: a clock set by hand, peers {@code p0}, {@code p1}, ...,, prepared answers. */
final class World {
    /** Peers that scripts can name. */
    static final int PEERS = 20;

    private final SimulatedIdentities identities = new SimulatedIdentities(1);
    private final Sha256Hasher hasher = new Sha256Hasher();
    private final Map<String, Value> answers = new LinkedHashMap<>();
    private final List<Signer> signers =
            LongStream.range(0, PEERS).mapToObj(identities::signer).toList();
    private int randomCalls;

    /** Place of the peer whose machine runs. */
    int self;

    long nowMillis = 1_000_000;

    PeerId peer(int place) {
        return signers.get(place).peerId();
    }

    PeerId self() {
        return peer(self);
    }

    Hash session() {
        return hash("omerta.test", new Text("session"));
    }

    Hash hash(String domain, Value value) {
        return hasher.hash(HashDomain.of(domain), value);
    }

    Signature sign(int signer, Hash hash) {
        return signers.get(signer).sign(hash);
    }

    boolean verify(PeerId signer, Hash hash, Signature signature) {
        return identities.verifier().verify(signer, hash, signature);
    }

    /** Other bytes at each call, all of them the number of the call. */
    ByteString randomBytes(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) ++randomCalls);
        return ByteString.of(bytes);
    }

    /** Prepares the answer to a question as {@link #question} writes it. */
    void answer(String question, Value value) {
        answers.put(question, value);
    }

    /** The prepared answer. Nothing is known of peers but what was prepared. */
    Value ask(String function, List<Value> arguments) {
        Value answer = answers.get(question(function, arguments));
        if (answer != null) {
            return answer;
        }
        if (function.equals("READ")) {
            return Value.Absent.INSTANCE;
        }
        throw new UnanswerableException("no answer to " + question(function, arguments));
    }

    static String question(String function, List<Value> arguments) {
        StringJoiner question = new StringJoiner(", ", function + "(", ")");
        arguments.forEach(argument -> question.add(argument.toString()));
        return question.toString();
    }
}
