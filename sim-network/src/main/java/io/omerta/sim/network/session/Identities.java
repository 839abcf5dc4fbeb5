package io.omerta.sim.network.session;

import io.omerta.protocol.crypto.CachingVerifier;
import io.omerta.protocol.crypto.Ed25519Signer;
import io.omerta.protocol.crypto.Ed25519Verifier;
import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.KeyPair;
import io.omerta.protocol.crypto.Sha256Hasher;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.crypto.SimulatedHasher;
import io.omerta.protocol.crypto.SimulatedIdentities;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.transaction.NodeIdentity;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.sim.network.workload.SessionsSpec.Signing;
import java.util.function.LongFunction;

/** The identities of one replication, which follow from its seed. */
final class Identities {
    private static final HashDomain KEY = HashDomain.of("omerta.simulation.key");
    private static final HashDomain SECRET = HashDomain.of("omerta.simulation.secret");

    /** True signatures that are not verified again; the answer is the same for every node. */
    private static final int SIGNATURES_REMEMBERED = 1 << 16;

    private final long seed;
    private final Hasher hasher;
    private final Verifier verifier;
    private final LongFunction<Signer> signers;

    Identities(Signing signing, long seed, int nodes) {
        this.seed = seed;
        if (signing == Signing.SIMULATION) {
            SimulatedIdentities simulated = new SimulatedIdentities(seed);
            this.hasher = new SimulatedHasher();
            this.verifier = simulated.verifier();
            this.signers = simulated::signer;
        } else {
            this.hasher = new Sha256Hasher();
            this.verifier = new CachingVerifier(new Ed25519Verifier(2 * nodes), SIGNATURES_REMEMBERED);
            this.signers = number ->
                    new Ed25519Signer(KeyPair.ofPrivateKey(derived(KEY, number).toByteArray()));
        }
    }

    /** @param number of the node; the machines of providers follow the nodes */
    NodeIdentity of(long number) {
        ByteString secret = ByteString.of(derived(SECRET, number).toByteArray());
        return new NodeIdentity(signers.apply(number), hasher, verifier, secret);
    }

    private Hash derived(HashDomain domain, long number) {
        return hasher.hash(domain, ValueList.of(new Value.Int(seed), new Value.Int(number)));
    }

    Hasher hasher() {
        return hasher;
    }

    Verifier verifier() {
        return verifier;
    }
}
