package io.omerta.sim.economics.trust;

/** Finds groups of identities that trade among themselves to seem trusted. Each instance watches one record. */
public interface ClusterRule {
    /**
     * What the trade of each identity counts: 1 for one outside every suspected group, 1 / n for one in a group of n.
     *
     * @return weights by identity, at least as many as there are identities; the array is reused by the next call
     */
    double[] weights(TrustRecord record);
}
