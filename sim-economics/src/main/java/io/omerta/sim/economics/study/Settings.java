package io.omerta.sim.economics.study;

import java.math.BigDecimal;
import java.util.List;

/** Settings that one replication sweeps, so that all of them meet the same luck. */
public final class Settings {
    private Settings() {}

    /** A setting as part of the name of a metric: 0.5, 1, 0.05. */
    public static String text(double setting) {
        return BigDecimal.valueOf(setting).stripTrailingZeros().toPlainString();
    }

    /** Settings as categories of a chart. */
    public static List<String> texts(List<Double> settings) {
        return settings.stream().map(Settings::text).toList();
    }

    /** Settings as abscissae of a chart. */
    public static double[] array(List<Double> settings) {
        return settings.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * @throws IllegalArgumentException unless there are some, in ascending order
     */
    public static List<Double> ascending(String what, List<Double> settings) {
        boolean ascending = !settings.isEmpty();
        for (int i = 1; i < settings.size(); i++) {
            ascending &= settings.get(i - 1) < settings.get(i);
        }
        if (!ascending) {
            throw new IllegalArgumentException(what + " must be given in ascending order, at least one: " + settings);
        }
        return List.copyOf(settings);
    }
}
