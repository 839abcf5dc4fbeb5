package io.omerta.sim.economics.trust;

import java.util.Arrays;

/**
 * The documented rule: sellers that buy from sellers form components, and a component is a cluster if more of its trade than
 * a threshold stays within it. Old trade counts less, as it does for trust. Where peers trade with each other the market is
 * such a component itself; it is told by the identity that sold first, the seed of trust, since neither numbers nor volume
 * tell it from a ring that makes up both. Defeated by enough trade outside, which then costs what honest trade costs.
 */
public final class IsolationRatio implements ClusterRule {
    private double threshold;
    private double[] weights = new double[0];
    private int[] parent = new int[0];
    private int[] members = new int[0];
    private double[] inside = new double[0];
    private double[] touched = new double[0];

    /** @param threshold part of its trade within itself from which a component is suspected */
    public IsolationRatio(double threshold) {
        this.threshold = threshold;
    }

    /** Changes the threshold from now on. */
    public void threshold(double value) {
        threshold = value;
    }

    @Override
    public double[] weights(TrustRecord record) {
        int size = record.size();
        clear(size);
        PairTable pairs = record.trades();
        for (int row = 0; row < pairs.size(); row++) {
            if (joins(record, row)) {
                parent[root(pairs.first(row))] = root(pairs.second(row));
            }
        }
        for (int row = 0; row < pairs.size(); row++) {
            if (joins(record, row)) {
                inside[root(pairs.first(row))] += record.volume(row);
            }
        }
        for (int i = 0; i < size; i++) {
            touched[root(i)] += record.dealt(i);
            if (record.hasProvided(i)) {
                members[root(i)]++;
            }
        }
        int market = record.firstProvider() < 0 ? -1 : root(record.firstProvider());
        for (int i = 0; i < size; i++) {
            int group = root(i);
            double inOrOut = touched[group] - inside[group]; // trade within is touched from both ends
            boolean suspected = group != market && members[group] > 1 && inside[group] > threshold * inOrOut;
            weights[i] = suspected ? 1.0 / members[group] : 1;
        }
        return weights;
    }

    private static boolean joins(TrustRecord record, int row) {
        return record.hasProvided(record.trades().first(row));
    }

    private void clear(int size) {
        if (weights.length < size) {
            int capacity = Math.max(size, 2 * weights.length);
            weights = new double[capacity];
            parent = new int[capacity];
            members = new int[capacity];
            inside = new double[capacity];
            touched = new double[capacity];
        }
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
        Arrays.fill(members, 0, size, 0);
        Arrays.fill(inside, 0, size, 0);
        Arrays.fill(touched, 0, size, 0);
    }

    private int root(int identity) {
        int at = identity;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
