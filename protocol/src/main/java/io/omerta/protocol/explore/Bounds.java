package io.omerta.protocol.explore;

/**
 * How far to explore.
 *
 * @param states that may be found
 * @param depth moves of a run
 */
public record Bounds(int states, int depth) {
    /** No bound but the memory's. */
    public static final Bounds NONE = new Bounds(Integer.MAX_VALUE, Integer.MAX_VALUE);

    public Bounds {
        if (states < 1 || depth < 1) {
            throw new IllegalArgumentException(
                    "at least 1 state and 1 move are explored, not " + states + " and " + depth);
        }
    }
}
