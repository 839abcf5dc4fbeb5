package io.omerta.protocol.crypto;

import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.ValueList;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * Draws that whoever knows the seed can repeat, such as the choice of witnesses. The algorithm is part of the protocol, see
 * {@code protocol/docs/encoding.md}: SHA-256 in counter mode, numbers below a bound by rejection, samples by the beginning
 * of a Fisher-Yates shuffle.
 */
public final class SeededSampling {
    private static final int WORDS_PER_BLOCK = Hash.BYTES / Long.BYTES;

    private final SHA256Digest digest = new SHA256Digest();
    private final byte[] input = new byte[Hash.BYTES + Long.BYTES];
    private final byte[] block = new byte[Hash.BYTES];
    private long drawn;

    public SeededSampling(Hash seed) {
        seed.copyTo(input, 0);
    }

    /**
     * Uniform in [0, bound), without bias.
     *
     * @param bound at least 1
     */
    public long nextBelow(long bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be at least 1, but was " + bound);
        }
        long excess = Long.remainderUnsigned(-bound, bound);
        long word = nextWord();
        while (excess != 0 && Long.compareUnsigned(word, -excess) >= 0) {
            word = nextWord();
        }
        return Long.remainderUnsigned(word, bound);
    }

    /**
     * Elements drawn without replacement, in the order in which they are drawn; every such sequence is equally likely.
     *
     * @param population what to draw from; its order matters, and peers that must agree have to agree on it
     * @param count how many, at most as many as there are
     */
    public <T> List<T> sample(List<T> population, int count) {
        if (count < 0 || count > population.size()) {
            throw new IllegalArgumentException(
                    "cannot draw " + count + " of " + population.size() + " without replacement");
        }
        List<T> shuffled = new ArrayList<>(population);
        for (int i = 0; i < count; i++) {
            int j = i + (int) nextBelow(shuffled.size() - i);
            T drawnElement = shuffled.get(j);
            shuffled.set(j, shuffled.get(i));
            shuffled.set(i, drawnElement);
        }
        return List.copyOf(shuffled.subList(0, count));
    }

    /** Like {@link #sample(List, int)}. */
    public ValueList sample(ValueList population, int count) {
        return ValueList.of(sample(population.elements(), count));
    }

    private long nextWord() {
        int inBlock = (int) (drawn % WORDS_PER_BLOCK);
        if (inBlock == 0) {
            ByteBuffer.wrap(input).putLong(Hash.BYTES, drawn / WORDS_PER_BLOCK);
            digest.update(input, 0, input.length);
            digest.doFinal(block, 0);
        }
        drawn++;
        return ByteBuffer.wrap(block).getLong(inBlock * Long.BYTES);
    }
}
