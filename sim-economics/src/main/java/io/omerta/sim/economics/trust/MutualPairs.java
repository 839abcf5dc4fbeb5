package io.omerta.sim.economics.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The rule of the published programs: two providers that have bought from each other are suspect, each such pair joins the
 * first group that has one of the two, groups never merge, and a group counts as a cluster if it has fewer customers outside
 * than members. Defeated by a few honest sales, or by a ring in which nobody buys from whom he sells to.
 */
public final class MutualPairs implements ClusterRule {
    private final TreeSet<Long> mutual = new TreeSet<>();
    private final List<List<Integer>> customers = new ArrayList<>();
    private int pairsSeen;
    private double[] weights = new double[0];

    @Override
    public double[] weights(TrustRecord record) {
        boolean changed = record.trades().size() > pairsSeen;
        while (customers.size() < record.size()) {
            customers.add(new ArrayList<>());
        }
        for (; pairsSeen < record.trades().size(); pairsSeen++) {
            see(record.trades(), pairsSeen);
        }
        if (changed || weights.length < record.size()) {
            weigh(record.size());
        }
        return weights;
    }

    private void see(PairTable trades, int row) {
        int consumer = trades.first(row);
        int provider = trades.second(row);
        customers.get(provider).add(consumer);
        if (consumer != provider && trades.find(provider, consumer) >= 0) {
            mutual.add((long) Math.min(consumer, provider) << 32 | Math.max(consumer, provider));
        }
    }

    private void weigh(int size) {
        if (weights.length < size) {
            weights = new double[Math.max(size, 2 * weights.length)];
        }
        Arrays.fill(weights, 1);
        for (TreeSet<Integer> group : groups()) {
            if (outsideCustomers(group) < group.size()) {
                for (int member : group) {
                    weights[member] = 1.0 / group.size();
                }
            }
        }
    }

    private List<TreeSet<Integer>> groups() {
        List<TreeSet<Integer>> groups = new ArrayList<>();
        for (long pair : mutual) {
            int one = (int) (pair >>> 32);
            int other = (int) pair;
            TreeSet<Integer> home = null;
            for (TreeSet<Integer> group : groups) {
                if (group.contains(one) || group.contains(other)) {
                    home = group;
                    break;
                }
            }
            if (home == null) {
                home = new TreeSet<>();
                groups.add(home);
            }
            home.add(one);
            home.add(other);
        }
        return groups;
    }

    private int outsideCustomers(TreeSet<Integer> group) {
        TreeSet<Integer> outside = new TreeSet<>();
        for (int member : group) {
            for (int customer : customers.get(member)) {
                if (!group.contains(customer)) {
                    outside.add(customer);
                }
            }
        }
        return outside.size();
    }
}
