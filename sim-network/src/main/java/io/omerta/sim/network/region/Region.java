package io.omerta.sim.network.region;

/**
 * A region of the world.
 *
 * @param key machine name, such as "north_america"
 * @param name name for people
 * @param share fraction of nodes that live here, in [0, 1]
 * @param uploadBitsPerSecond default upload rate of a node here; 0 where the access type gives the rate
 * @param downloadBitsPerSecond default download rate of a node here; 0 where the access type gives the rate
 */
public record Region(String key, String name, double share, long uploadBitsPerSecond, long downloadBitsPerSecond) {}
