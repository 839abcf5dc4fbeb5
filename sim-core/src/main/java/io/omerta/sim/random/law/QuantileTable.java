package io.omerta.sim.random.law;

import io.omerta.sim.random.RandomStream;

/**
 * A fast sampler of a law with a smooth quantile function: tabulated, with straight lines between the nodes.
 *
 * <p>Nodes are spaced evenly within each halving of the distance to the nearer end of [0, 1], from 1/2 down to 2^-12, so
 * that both tails are followed equally well. The cell and the place in it are read off the exponent and the leading
 * fraction bits of the tail probability, without a search or a power. Beyond 2^-12, one draw in 2048, the law itself
 * is asked. From the same state of a stream a table and its law give the same variate to within {@link #RELATIVE_ERROR}.
 */
public final class QuantileTable implements Sampler {
    /** Largest relative error of a variate against {@link Law#sample}. */
    public static final double RELATIVE_ERROR = 1e-4;

    private static final int OCTAVES = 11;
    private static final double SMALLEST_TABULATED = 0x1.0p-12;
    private static final int FEWEST_CELL_BITS = 5;
    private static final int MOST_CELL_BITS = 12;
    private static final long MASK_53 = (1L << 53) - 1;

    private final Law law;

    /** Upper quantiles at ascending tail probabilities, then lower quantiles at the same. */
    private final double[] nodes;

    private final int nodesPerTail;
    private final int shift;
    private final int firstCell;
    private final long fractionMask;
    private final double fractionUnit;

    private QuantileTable(Law law, int cellBits) {
        this.law = law;
        this.shift = 52 - cellBits;
        this.firstCell = (int) (Double.doubleToRawLongBits(SMALLEST_TABULATED) >>> shift);
        this.fractionMask = (1L << shift) - 1;
        this.fractionUnit = 1.0 / (1L << shift);
        int cells = OCTAVES << cellBits;
        this.nodesPerTail = cells + 2; // both ends of every cell, and a right neighbour for the median
        this.nodes = new double[2 * nodesPerTail];
        for (int i = 0; i < nodesPerTail; i++) {
            double tail = tailAt(Math.min(i, cells), 0);
            nodes[i] = law.upperQuantile(tail);
            nodes[nodesPerTail + i] = law.quantile(tail);
        }
    }

    /**
     * Tabulates a law, with as many cells as the error bound needs.
     *
     * @throws IllegalArgumentException if the quantile function bends too sharply, as it does at a jump; such a law is
     *     sampled directly
     */
    public static QuantileTable of(Law law) {
        for (int cellBits = FEWEST_CELL_BITS; cellBits <= MOST_CELL_BITS; cellBits++) {
            QuantileTable table = new QuantileTable(law, cellBits);
            // A parabola departs most from its chord halfway; half the bound leaves room for higher terms.
            if (table.errorHalfwayIsWithin(RELATIVE_ERROR / 2)) {
                return table;
            }
        }
        throw new IllegalArgumentException(
                "the quantile function of " + law + " bends too sharply for a table; sample the law itself");
    }

    @Override
    public double sample(RandomStream stream) {
        return invert(stream.nextLong() >>> 11);
    }

    /** The value that is exceeded with probability {@code (draw + 1) 2^-53}, for 53 uniform bits. */
    double invert(long draw) {
        // The distance to the nearer end of [0, 1], and which end it is; without a branch, as the end is a coin toss.
        long lower = draw >>> 52;
        double tail = ((draw ^ (-lower & MASK_53)) + 1 - lower) * 0x1.0p-53;
        long bits = Double.doubleToRawLongBits(tail);
        int cell = (int) (bits >>> shift) - firstCell;
        if (cell < 0) {
            return beyondTable(tail, lower == 1);
        }
        int left = cell + (int) lower * nodesPerTail;
        double value = nodes[left];
        return value + (nodes[left + 1] - value) * ((bits & fractionMask) * fractionUnit);
    }

    private double beyondTable(double tail, boolean lower) {
        return lower ? law.quantile(tail) : law.upperQuantile(Math.max(tail, Law.SMALLEST_TAIL));
    }

    private double tailAt(int cell, long fraction) {
        return Double.longBitsToDouble(((long) (firstCell + cell) << shift) + fraction);
    }

    private boolean errorHalfwayIsWithin(double bound) {
        for (int cell = 0; cell < nodesPerTail - 2; cell++) {
            double tail = tailAt(cell, 1L << (shift - 1));
            int lower = nodesPerTail + cell;
            if (!isClose((nodes[cell] + nodes[cell + 1]) / 2, law.upperQuantile(tail), bound)
                    || !isClose((nodes[lower] + nodes[lower + 1]) / 2, law.quantile(tail), bound)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isClose(double approximation, double exact, double bound) {
        return Math.abs(approximation - exact) <= bound * Math.abs(exact);
    }
}
