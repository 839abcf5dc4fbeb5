package io.omerta.reports.chart;

import java.awt.Color;
import java.awt.Paint;
import java.io.Serial;
import java.io.Serializable;
import org.jfree.chart.renderer.PaintScale;

/**
 * Values as colours of viridis, which is perceptually uniform and stays so in grey and under colour deficiencies: Smith
 * and van der Walt, matplotlib (2015). Ten anchors, linear in sRGB between them.
 */
final class ColourRamp implements PaintScale, Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int[] ANCHORS = {
        0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725
    };

    /** Relative luminance at which black and white text contrast alike with a ground: (L+0.05)^2 = 0.05 * 1.05. */
    private static final double LUMINANCE_SPLIT = 0.179;

    private final double low;
    private final double high;

    /** @throws IllegalArgumentException if {@code low} is not below {@code high} */
    ColourRamp(double low, double high) {
        if (!(low < high)) {
            throw new IllegalArgumentException("a colour ramp needs low < high, got " + low + " and " + high);
        }
        this.low = low;
        this.high = high;
    }

    @Override
    public double getLowerBound() {
        return low;
    }

    @Override
    public double getUpperBound() {
        return high;
    }

    @Override
    public Paint getPaint(double value) {
        return colour(value);
    }

    Color colour(double value) {
        double position = Math.min(1, Math.max(0, (value - low) / (high - low))) * (ANCHORS.length - 1);
        int from = Math.min((int) position, ANCHORS.length - 2);
        double part = position - from;
        Color start = new Color(ANCHORS[from]);
        Color end = new Color(ANCHORS[from + 1]);
        return new Color(
                mixed(start.getRed(), end.getRed(), part),
                mixed(start.getGreen(), end.getGreen(), part),
                mixed(start.getBlue(), end.getBlue(), part));
    }

    private static int mixed(int start, int end, double part) {
        return (int) Math.round(start + part * (end - start));
    }

    /** Black or white, whichever contrasts more with the ground. */
    static Color ink(Color ground) {
        return luminance(ground) > LUMINANCE_SPLIT ? Color.BLACK : Color.WHITE;
    }

    /** Relative luminance, WCAG 2.2. */
    static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : StrictMath.pow((part + 0.055) / 1.055, 2.4);
    }
}
