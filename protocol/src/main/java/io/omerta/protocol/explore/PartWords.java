package io.omerta.protocol.explore;

import io.omerta.protocol.wire.Fingerprint;
import java.util.Arrays;

/** Fingerprints of numbered parts of states as words in one array, for sums over the parts of many states. */
final class PartWords {
    private static final int PARTS_AT_FIRST = 1024;

    /** Two words for each part; the second is 0 where the part is not known yet. */
    private long[] words = new long[2 * PARTS_AT_FIRST];

    boolean knows(int part) {
        return 2 * part < words.length && words[2 * part + 1] != 0;
    }

    void put(int part, Fingerprint fingerprint) {
        if (2 * part >= words.length) {
            words = Arrays.copyOf(words, Math.max(2 * words.length, 2 * (part + 1)));
        }
        words[2 * part] = fingerprint.high();
        words[2 * part + 1] = fingerprint.low() == 0 ? 1 : fingerprint.low();
    }

    long high(int part) {
        return words[2 * part];
    }

    long low(int part) {
        return words[2 * part + 1];
    }
}
