package io.omerta.cli.diagram;

/** How far columns must be from each other so that what stands on and between them fits. */
final class Columns {
    private final double[] left;
    private final double[] right;

    /** Least distance between two columns; 0 where nothing asks for one. */
    private final double[][] apart;

    private final double minGap;

    Columns(int count, double minGap) {
        this.left = new double[count];
        this.right = new double[count];
        this.apart = new double[count][count];
        this.minGap = minGap;
    }

    /** Room on both sides of a column's middle. */
    void reserve(int column, double toLeft, double toRight) {
        left[column] = Math.max(left[column], toLeft);
        right[column] = Math.max(right[column], toRight);
    }

    /** Distance between the middles of two columns, the first to the left. */
    void part(int from, int to, double distance) {
        apart[from][to] = Math.max(apart[from][to], distance);
    }

    /** Middles of the columns, each as far to the left as all demands allow. */
    double[] middles(double start) {
        double[] middles = new double[left.length];
        for (int to = 0; to < middles.length; to++) {
            middles[to] = start + left[to];
            for (int from = 0; from < to; from++) {
                middles[to] = Math.max(middles[to], middles[from] + apart[from][to]);
            }
            if (to > 0) {
                double gap = Math.max(minGap, right[to - 1] + left[to]);
                middles[to] = Math.max(middles[to], middles[to - 1] + gap);
            }
        }
        return middles;
    }

    /** Where the last column ends. */
    double end(double start) {
        double end = start;
        double[] middles = middles(start);
        for (int column = 0; column < middles.length; column++) {
            end = Math.max(end, middles[column] + right[column]);
        }
        return end;
    }
}
