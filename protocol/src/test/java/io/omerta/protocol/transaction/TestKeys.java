package io.omerta.protocol.transaction;

import io.omerta.protocol.crypto.Ed25519Signer;
import io.omerta.protocol.crypto.Ed25519Verifier;
import io.omerta.protocol.crypto.KeyPair;
import io.omerta.protocol.crypto.Signer;
import io.omerta.protocol.crypto.SimulatedIdentities;
import io.omerta.protocol.crypto.Verifier;
import java.nio.ByteBuffer;
import java.util.function.LongFunction;

/** How the nodes of a test sign. */
record TestKeys(LongFunction<Signer> signers, Verifier verifier) {
    /** As nodes of mass simulations do. */
    static TestKeys simulated(long seed) {
        SimulatedIdentities identities = new SimulatedIdentities(seed);
        return new TestKeys(identities::signer, identities.verifier());
    }

    /** As real nodes do. */
    static TestKeys real(long seed) {
        return new TestKeys(
                number -> new Ed25519Signer(KeyPair.ofPrivateKey(ByteBuffer.allocate(KeyPair.PRIVATE_KEY_BYTES)
                        .putLong(seed)
                        .putLong(number)
                        .array())),
                new Ed25519Verifier(1_000));
    }

    Signer signer(long number) {
        return signers.apply(number);
    }
}
