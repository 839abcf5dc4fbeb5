package io.omerta.protocol.crypto;

import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The identities of one simulation, whose signatures are some hundred times cheaper than real ones.
 *
 * <p>A signature is a keyed hash under a secret of the identity, which never leaves this registry: a peer that is given
 * its {@link Signer} and the {@link Verifier} can sign only as itself, like with real keys. Only who holds the registry
 * can sign for everybody, so nothing but the composition of a simulation should.
 *
 * <p>Not for use by several threads.
 */
public final class SimulatedIdentities {
    private static final HashDomain PEER = HashDomain.of("omerta.simulated.peer");
    private static final HashDomain SECRET = HashDomain.of("omerta.simulated.secret");

    private final long seed;
    private final Sha256Hasher hasher = new Sha256Hasher();
    private final Map<PeerId, KeyedSigner> signers = new LinkedHashMap<>();

    /** @param seed of the simulation; the same seed gives the same identities */
    public SimulatedIdentities(long seed) {
        this.seed = seed;
    }

    /** The signer of an identity, which exists from now on if it did not. */
    public Signer signer(long identity) {
        Value name = ValueList.of(new Value.Int(seed), new Value.Int(identity));
        PeerId peerId = PeerId.of(hasher.hash(PEER, name).toByteArray());
        return signers.computeIfAbsent(
                peerId, id -> new KeyedSigner(id, hasher.hash(SECRET, name).toByteArray()));
    }

    /** Verifies signatures of the identities that exist. */
    public Verifier verifier() {
        return (signer, message, signature) -> {
            KeyedSigner known = signers.get(signer);
            return known != null && known.isSigned(message, signature);
        };
    }
}
