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

/**
 * Everything that a step may learn besides its configuration and input. A host answers from its clock, its keys, its
 * chain and its libraries; a replay answers from a recording. During one step equal questions have equal answers, but
 * for {@link #randomBytes}.
 *
 * <p>An answer that is impossible is given by throwing {@link UnanswerableException}, which becomes a {@link Fault}.
 */
public interface Surroundings {
    /** The identity whose machine steps. */
    PeerId self();

    /** The session that the machine belongs to. */
    Hash session();

    /** Milliseconds since the epoch of the host's clock, at least 0. */
    long nowMillis();

    /** Bytes that nobody else can guess. */
    ByteString randomBytes(int count);

    /** The hash of a value, see {@link io.omerta.protocol.crypto.Hasher}. */
    Hash hash(HashDomain domain, Value value);

    /** Signs as {@link #self()}. */
    Signature sign(Hash hash);

    boolean verify(PeerId signer, Hash hash, Signature signature);

    /**
     * The answer of a builtin that asks for a chain or for what is known of a peer: {@code READ} and {@code CHAIN_...}.
     * The own chain, as an argument, is {@link Value.Absent}.
     */
    Value ask(Builtin builtin, List<Value> arguments);

    /** The result of a native function; {@link Value.Absent} for {@code null}. */
    Value call(NativeModel function, List<Value> arguments);
}
