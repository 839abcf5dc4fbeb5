package io.omerta.protocol.explore;

import java.util.Arrays;

/**
 * What each input leads to, by number of the input: an open-addressing table that is only added to. Every input leads to
 * something, if only to nothing new, so that an empty array is one that is not known yet.
 */
final class ReactionTable {
    private static final int SLOTS_AT_FIRST = 4;

    private long[] inputs = new long[SLOTS_AT_FIRST];
    private Reaction[][] reactions = free(SLOTS_AT_FIRST);
    private int size;

    /** What an input leads to, empty if that is not known yet. */
    Reaction[] get(long input) {
        return reactions[slot(input)];
    }

    void put(long input, Reaction[] led) {
        if (2 * size >= inputs.length) {
            grow();
        }
        int slot = slot(input);
        inputs[slot] = input;
        reactions[slot] = led;
        size++;
    }

    private static Reaction[][] free(int slots) {
        Reaction[][] free = new Reaction[slots][];
        Arrays.fill(free, new Reaction[0]);
        return free;
    }

    private int slot(long input) {
        int mask = inputs.length - 1;
        int slot = (int) (input * 0x9E3779B97F4A7C15L >>> Integer.SIZE) & mask;
        while (reactions[slot].length > 0 && inputs[slot] != input) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldInputs = inputs;
        Reaction[][] oldReactions = reactions;
        inputs = new long[2 * oldInputs.length];
        reactions = free(2 * oldInputs.length);
        for (int old = 0; old < oldInputs.length; old++) {
            Reaction[] led = oldReactions[old];
            if (led.length > 0) {
                int slot = slot(oldInputs[old]);
                inputs[slot] = oldInputs[old];
                reactions[slot] = led;
            }
        }
    }
}
