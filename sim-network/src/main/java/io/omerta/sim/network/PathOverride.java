package io.omerta.sim.network;

/**
 * What differs on one path from what the preset says, in one direction.
 *
 * @param from node index
 * @param to node index
 * @param delayNanos propagation delay instead of the drawn one, access delays included; negative keeps the drawn one
 * @param lossProbability loss instead of the access links', in [0, 1]; NaN keeps theirs
 */
public record PathOverride(int from, int to, long delayNanos, double lossProbability) {
    public PathOverride {
        if (lossProbability < 0 || lossProbability > 1) {
            throw new IllegalArgumentException("the loss probability of the path from node " + from + " to node " + to
                    + " must lie in [0, 1], but is " + lossProbability);
        }
    }
}
