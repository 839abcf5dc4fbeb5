package io.omerta.protocol.explore;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.SimulatedHasher;
import io.omerta.protocol.crypto.Verifier;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hashes, signatures and random bytes as terms (Dolev and Yao, "On the Security of Public Key Protocols", 1983): of each
 * hash it is known what was hashed, of each signature who signed what, and nobody can make one without the parts. Equal
 * terms are equal bytes, and the same in every exploration.
 */
final class SymbolicTerms implements Hasher, Verifier {
    private static final HashDomain BYTES = HashDomain.of("omerta.explored.bytes");
    private static final HashDomain KNOWN = HashDomain.of("omerta.explored.known");

    /** Shorter bytes are not told apart by what they came from. */
    private static final int REMEMBERED_BYTES_MIN = 8;

    /** Hexadecimal digits that tell the hashes of one exploration apart. */
    private static final int DIGITS = 12;

    /** What was hashed, and for what. */
    record HashOf(HashDomain domain, Value value) {}

    private final SimulatedHasher hasher = new SimulatedHasher();
    private final Map<Hash, HashOf> hashes = new LinkedHashMap<>();
    private final Map<ByteString, Value> bytes = new LinkedHashMap<>();

    @Override
    public Hash hash(HashDomain domain, Value value) {
        Hash hash = hasher.hash(domain, value);
        if (!hashes.containsKey(hash)) {
            hashes.put(hash, new HashOf(domain, value));
        }
        return hash;
    }

    /** A hash that everybody may know, such as the head of somebody's chain. */
    Hash known(Value what) {
        return hash(KNOWN, what);
    }

    Signature sign(PeerId signer, Hash hash) {
        byte[] both = new byte[Signature.BYTES];
        signer.copyTo(both, 0);
        hash.copyTo(both, PeerId.BYTES);
        return Signature.of(both);
    }

    @Override
    public boolean verify(PeerId signer, Hash message, Signature signature) {
        return sign(signer, message).equals(signature);
    }

    PeerId signer(Signature signature) {
        return PeerId.of(Arrays.copyOf(signature.toByteArray(), PeerId.BYTES));
    }

    Hash signed(Signature signature) {
        return Hash.of(Arrays.copyOfRange(signature.toByteArray(), PeerId.BYTES, Signature.BYTES));
    }

    /** Bytes that a member draws: always the same for one draw, and different for others. */
    ByteString random(PeerId by, int draw, int count) {
        return bytes(ValueList.of(by, new Value.Int(draw)), count);
    }

    /** Bytes that everybody may know. */
    ByteString usualBytes() {
        return bytes(Value.Absent.INSTANCE, Hash.BYTES);
    }

    /** Bytes that stand for something. */
    ByteString bytes(Value what, int count) {
        byte[] content = new byte[count];
        byte[] hash = hasher.hash(BYTES, what).toByteArray();
        System.arraycopy(hash, 0, content, 0, Math.min(count, hash.length));
        ByteString made = ByteString.of(content);
        if (count >= REMEMBERED_BYTES_MIN) {
            bytes.putIfAbsent(made, what);
        }
        return made;
    }

    /** What was hashed, or null if the hash came about in no other way than as a number. */
    @Nullable
    HashOf origin(Hash hash) {
        return hashes.get(hash);
    }

    /** What the bytes stand for, or null. */
    @Nullable
    Value origin(ByteString octets) {
        return bytes.get(octets);
    }

    /** The first digits of a hash, enough to tell those of one exploration apart. */
    static String digits(Hash hash) {
        return hash.toHex().substring(0, DIGITS);
    }
}
