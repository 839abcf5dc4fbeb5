package io.omerta.sim.economics.policy;

/**
 * What policy sees of one day.
 *
 * @param gini inequality of trust
 * @param verificationFailure part of the day's verified trades that failed; 0 if none was verified
 * @param clusterPrevalence part of the identities that are in a suspected cluster
 * @param meanTrust mean over all identities
 */
public record Indicators(double gini, double verificationFailure, double clusterPrevalence, double meanTrust) {}
