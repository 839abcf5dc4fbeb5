package io.omerta.protocol.wire;

import java.util.Locale;

/**
 * 128 bits by which equal values are recognised, the same on every machine. Good against chance, where n values collide
 * with probability below n^2 / 2^129; not against malice, for which there are hashes.
 *
 * @param high first half
 * @param low second half
 */
public record Fingerprint(long high, long low) {
    /** 32 hexadecimal digits. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%016x%016x", high, low);
    }
}
