package io.omerta.sim.network.region;

/**
 * How a node is attached to the network.
 *
 * @param key machine name, such as "cable"
 * @param name name for people
 * @param share fraction of nodes attached this way, in [0, 1]
 * @param uploadBitsPerSecond upload rate; 0 takes the region's
 * @param downloadBitsPerSecond download rate; 0 takes the region's
 * @param addedDelayNanos one-way delay added at this end of a path
 * @param lossProbability probability that this end loses a message, in [0, 1]; a path loses with the larger of its ends
 */
public record AccessType(
        String key,
        String name,
        double share,
        long uploadBitsPerSecond,
        long downloadBitsPerSecond,
        long addedDelayNanos,
        double lossProbability) {}
