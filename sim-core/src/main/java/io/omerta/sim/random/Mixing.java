package io.omerta.sim.random;

/** Bijective 64-bit finalisers. */
public final class Mixing {
    private Mixing() {}

    /** David Stafford's variant 13 of the MurmurHash3 finaliser. */
    public static long stafford13(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** The MurmurHash3 finaliser, for the increments: independent of {@link #stafford13}. */
    static long murmur3(long value) {
        long z = value;
        z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }
}
