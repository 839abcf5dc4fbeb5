package io.omerta.sim.stats;

import io.omerta.sim.random.RandomStream;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Where to evaluate a model for Sobol indices: two samples A and B of the unit cube, and for each parameter the sample A
 * with that one column of B (Saltelli et al., "Variance based sensitivity analysis of model output", Computer Physics
 * Communications 181, 2010). Costs {@code rows * (parameters + 2)} evaluations.
 *
 * <p>A and B are halves of one Sobol sequence, shifted by one random vector modulo 1. A number of rows that is a power of
 * two keeps the sequence balanced.
 */
public final class SobolDesign {
    private final int parameters;
    private final double[][] first;
    private final double[][] second;

    private SobolDesign(int parameters, double[][] first, double[][] second) {
        this.parameters = parameters;
        this.first = first;
        this.second = second;
    }

    /**
     * Draws a design.
     *
     * @param parameters number of parameters, 1 to 500
     * @param rows size of the samples, at least 2
     * @param stream source of the shift
     */
    public static SobolDesign of(int parameters, int rows, RandomStream stream) {
        if (parameters < 1 || parameters > 500 || rows < 2) {
            throw new IllegalArgumentException(
                    "needs 1 to 500 parameters and 2 rows, but got " + parameters + " and " + rows);
        }
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(2 * parameters);
        double[] shift = new double[2 * parameters];
        for (int i = 0; i < shift.length; i++) {
            shift[i] = stream.nextDouble();
        }
        double[][] first = new double[rows][parameters];
        double[][] second = new double[rows][parameters];
        for (int row = 0; row < rows; row++) {
            double[] point = sequence.nextVector();
            for (int p = 0; p < parameters; p++) {
                first[row][p] = (point[p] + shift[p]) % 1;
                second[row][p] = (point[parameters + p] + shift[parameters + p]) % 1;
            }
        }
        return new SobolDesign(parameters, first, second);
    }

    /** Number of parameters. */
    public int parameters() {
        return parameters;
    }

    /** Size of the samples A and B. */
    public int rows() {
        return first.length;
    }

    /** Number of points at which the model is to be evaluated. */
    public int size() {
        return rows() * stride();
    }

    /**
     * Coordinates of a point, each in [0, 1). For each row its points follow each other: A, B, then A with one column of B
     * for each parameter.
     */
    public double[] point(int index) {
        int row = index / stride();
        int kind = index % stride();
        if (kind == 1) {
            return second[row].clone();
        }
        double[] point = first[row].clone();
        if (kind > 1) {
            point[kind - 2] = second[row][kind - 2];
        }
        return point;
    }

    /** Points of one row. */
    int stride() {
        return parameters + 2;
    }
}
