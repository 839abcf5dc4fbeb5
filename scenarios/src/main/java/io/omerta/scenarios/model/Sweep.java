package io.omerta.scenarios.model;

import java.util.List;

/**
 * A scenario at every combination of some values.
 *
 * @param axes what varies, at least one axis
 * @param metrics the metrics that are shown; empty for all of them
 * @param points one variant for each combination, the last axis varying fastest
 */
public record Sweep(List<Axis> axes, List<String> metrics, List<Variant> points) {
    public Sweep {
        axes = List.copyOf(axes);
        metrics = List.copyOf(metrics);
        points = List.copyOf(points);
    }

    /**
     * One setting and the values that it takes.
     *
     * @param key dotted key
     * @param values as YAML, in order; numbers in plain decimal notation
     * @param numeric whether all of them are numbers
     */
    public record Axis(String key, List<String> values, boolean numeric) {
        public Axis {
            values = List.copyOf(values);
        }
    }

    /** The position on each axis of a point. */
    public int[] positions(int point) {
        int[] positions = new int[axes.size()];
        int rest = point;
        for (int axis = axes.size() - 1; axis >= 0; axis--) {
            int size = axes.get(axis).values().size();
            positions[axis] = rest % size;
            rest /= size;
        }
        return positions;
    }
}
