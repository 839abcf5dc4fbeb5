package io.omerta.sim.economics.trust;

/**
 * Trust as one identity sees another, through those it has dealt with. The documents give two rules, which disagree:
 * {@link #sumOfProducts} explains their worked example, {@link #bestPath} is what the programs compute.
 */
public final class LocalTrust {
    private static final int MOST_HOPS = 4;
    private static final double DECAY_PER_HOP = 0.5;
    private static final double AGAINST_THE_EDGE = 0.5;
    private static final double STRANGER_FACTOR = 0.3;

    private final int size;
    private final double[] edges;

    /** @param size number of identities; nobody has dealt with anybody yet */
    public LocalTrust(int size) {
        this.size = size;
        this.edges = new double[Math.multiplyExact(size, size)];
    }

    /**
     * Adds to what an observer has seen of a provider itself.
     *
     * @param weight its purchases, as {@code weight hours quality} decayed to today
     */
    public void observed(int observer, int provider, double weight) {
        edges[observer * size + provider] += weight;
    }

    private double edge(int from, int to) {
        return edges[from * size + to];
    }

    /** What was seen directly, and for each common acquaintance the product of both edges, halved. */
    public double sumOfProducts(int observer, int subject) {
        double sum = edge(observer, subject);
        for (int middle = 0; middle < size; middle++) {
            if (middle != observer && middle != subject) {
                sum += edge(observer, middle) * edge(middle, subject) * DECAY_PER_HOP;
            }
        }
        return sum;
    }

    /**
     * What was seen directly if anything; otherwise the best path of at most four hops, each worth its weakest edge halved
     * for each hop; otherwise a part of what everybody thinks.
     *
     * @param globalTrust of the subject
     */
    public double bestPath(int observer, int subject, double globalTrust) {
        double direct = edge(observer, subject) + AGAINST_THE_EDGE * edge(subject, observer);
        if (direct > 0) {
            return direct;
        }
        double[] reached = new double[size];
        reached[observer] = Double.POSITIVE_INFINITY;
        double best = 0;
        double decay = 1;
        for (int hop = 1; hop <= MOST_HOPS; hop++) {
            reached = widestOneHopOn(reached);
            decay *= DECAY_PER_HOP;
            best = Math.max(best, reached[subject] * decay);
        }
        return best > 0 ? best : STRANGER_FACTOR * globalTrust;
    }

    private double[] widestOneHopOn(double[] reached) {
        double[] next = new double[size];
        for (int from = 0; from < size; from++) {
            if (reached[from] > 0) {
                for (int to = 0; to < size; to++) {
                    double width = Math.max(edge(from, to), AGAINST_THE_EDGE * edge(to, from));
                    next[to] = Math.max(next[to], Math.min(reached[from], width));
                }
            }
        }
        return next;
    }
}
