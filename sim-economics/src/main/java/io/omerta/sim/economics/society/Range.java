package io.omerta.sim.economics.society;

import io.omerta.sim.random.RandomStream;

/** Numbers from which one is drawn, all equally likely. */
public record Range(double low, double high) {
    public Range {
        if (!(low <= high)) {
            throw new IllegalArgumentException("a range from " + low + " to " + high + " is empty");
        }
    }

    public static Range of(double low, double high) {
        return new Range(low, high);
    }

    /** Always the same number. */
    public static Range exactly(double value) {
        return new Range(value, value);
    }

    /** Draws a number; takes one from the stream even if there is but one, so that widening a range shifts nothing. */
    public double draw(RandomStream stream) {
        return low + (high - low) * stream.nextDouble();
    }
}
