package io.omerta.protocol.crypto;

import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Value;
import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * SHA-256 over the canonical encoding of the domain's label followed by that of the value. Neither encoding is the
 * beginning of another, so that no two pairs of label and value are hashed alike. Not for use by several threads.
 */
public final class Sha256Hasher implements Hasher {
    private final CanonicalEncoder encoder = new CanonicalEncoder();
    private final SHA256Digest digest = new SHA256Digest();

    @Override
    public Hash hash(HashDomain domain, Value value) {
        encoder.clear().append(domain.label()).append(value);
        digest.update(encoder.buffer(), 0, encoder.length());
        byte[] hash = new byte[Hash.BYTES];
        digest.doFinal(hash, 0);
        return Hash.of(hash);
    }
}
