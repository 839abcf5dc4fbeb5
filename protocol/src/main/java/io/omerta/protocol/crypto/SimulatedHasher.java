package io.omerta.protocol.crypto;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.StructuralHash;
import io.omerta.protocol.wire.Value;

/**
 * The hashes of one simulation, some ten times cheaper than SHA-256. A hash is 128 bits over the value as it stands, see
 * {@link StructuralHash}, and two more words that follow from them: equal hashes of different values are as unlikely as
 * chance makes them, but whoever wants two such values can construct them. Never for a node: what it signs would prove
 * nothing. Not for use by several threads.
 */
public final class SimulatedHasher implements Hasher {
    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

    private final StructuralHash hash = new StructuralHash();

    @Override
    public Hash hash(HashDomain domain, Value value) {
        hash.clear().add(domain.structuralHash()).add(value);
        long high = hash.high();
        long low = hash.low();
        return Hash.ofWords(high, low, high * GOLDEN_RATIO ^ low, low * GOLDEN_RATIO ^ high);
    }
}
