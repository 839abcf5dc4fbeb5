package io.omerta.sim.network.region;

/**
 * Where one node lives and how it is attached.
 *
 * @param id name of the node, unique in its population
 * @param region key of a region of the preset
 * @param access key of an access type of the preset
 */
public record NodePlacement(String id, String region, String access) {}
