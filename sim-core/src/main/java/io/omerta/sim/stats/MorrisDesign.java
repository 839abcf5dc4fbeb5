package io.omerta.sim.stats;

import io.omerta.sim.random.RandomStream;

/**
 * Where to evaluate a model for Morris screening: trajectories through a grid of the unit cube, each moving one parameter at
 * a time (Morris, "Factorial sampling plans for preliminary computational experiments", Technometrics 33, 1991). Costs
 * {@code trajectories * (parameters + 1)} evaluations.
 */
public final class MorrisDesign {
    private final int parameters;
    private final double step;
    private final double[][] points;
    /** {@code moved[t][k]}: the parameter that differs between points k and k + 1 of trajectory t. */
    private final int[][] moved;

    private MorrisDesign(int parameters, double step, double[][] points, int[][] moved) {
        this.parameters = parameters;
        this.step = step;
        this.points = points;
        this.moved = moved;
    }

    /**
     * Draws a design.
     *
     * @param parameters number of parameters, at least 1
     * @param trajectories number of trajectories, at least 2; 10 to 20 are usual
     * @param levels levels of the grid, even and at least 2; 4 is usual
     * @param stream source of starts, directions and orders
     */
    public static MorrisDesign of(int parameters, int trajectories, int levels, RandomStream stream) {
        if (parameters < 1 || trajectories < 2 || levels < 2 || levels % 2 != 0) {
            throw new IllegalArgumentException(
                    "needs a parameter, 2 trajectories and an even number of levels, but got " + parameters + ", "
                            + trajectories + ", " + levels);
        }
        // Half of the grid plus half a cell: each level is reached equally often, from below as from above.
        double step = levels / (2.0 * (levels - 1));
        double[][] points = new double[trajectories * (parameters + 1)][];
        int[][] moved = new int[trajectories][parameters];
        for (int t = 0; t < trajectories; t++) {
            double[] at = new double[parameters];
            boolean[] upwards = new boolean[parameters];
            for (int p = 0; p < parameters; p++) {
                upwards[p] = stream.nextBoolean();
                double lower = stream.nextInt(levels / 2) / (levels - 1.0);
                at[p] = upwards[p] ? lower : lower + step;
                moved[t][p] = p;
            }
            stream.shuffle(moved[t]);
            points[t * (parameters + 1)] = at;
            for (int k = 0; k < parameters; k++) {
                at = at.clone();
                at[moved[t][k]] += upwards[moved[t][k]] ? step : -step;
                points[t * (parameters + 1) + k + 1] = at;
            }
        }
        return new MorrisDesign(parameters, step, points, moved);
    }

    /** Number of parameters. */
    public int parameters() {
        return parameters;
    }

    /** Number of points at which the model is to be evaluated. */
    public int size() {
        return points.length;
    }

    /** Coordinates of a point, each in [0, 1]. */
    public double[] point(int index) {
        return points[index].clone();
    }

    /**
     * The elementary effects {@code (f(x + step) - f(x)) / step}.
     *
     * @param outputs of the model at each point, in order
     * @return {@code effects[parameter][trajectory]}; NaN where the model gave none
     */
    double[][] effects(double[] outputs) {
        if (outputs.length != points.length) {
            throw new IllegalArgumentException(
                    "the design has " + points.length + " points, but there are " + outputs.length + " outputs");
        }
        double[][] effects = new double[parameters][moved.length];
        for (int t = 0; t < moved.length; t++) {
            for (int k = 0; k < parameters; k++) {
                int parameter = moved[t][k];
                int before = t * (parameters + 1) + k;
                boolean upwards = points[before + 1][parameter] > points[before][parameter];
                effects[parameter][t] = (outputs[before + 1] - outputs[before]) / (upwards ? step : -step);
            }
        }
        return effects;
    }
}
