package io.omerta.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;

final class ColourRampTest {
    private final ColourRamp ramp = new ColourRamp(0, 1);

    @Test
    void textContrastsWithEveryColourAsWcagAaAsks() {
        for (int i = 0; i <= 1000; i++) {
            Color ground = ramp.colour(i / 1000.0);
            double lighter = Math.max(ColourRamp.luminance(ground), ColourRamp.luminance(ColourRamp.ink(ground)));
            double darker = Math.min(ColourRamp.luminance(ground), ColourRamp.luminance(ColourRamp.ink(ground)));
            double contrast = (lighter + 0.05) / (darker + 0.05);
            assertTrue(contrast >= 4.5, ground + " has contrast " + contrast);
        }
    }

    @Test
    void lightnessRisesWithTheValue() {
        for (int i = 1; i <= 100; i++) {
            assertTrue(
                    ColourRamp.luminance(ramp.colour(i / 100.0)) > ColourRamp.luminance(ramp.colour((i - 1) / 100.0)));
        }
    }

    @Test
    void valuesOutsideTakeTheColourOfTheNearestEnd() {
        assertEquals(ramp.colour(0), ramp.colour(-5));
        assertEquals(ramp.colour(1), ramp.colour(5));
    }

    @Test
    void emptyRangeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ColourRamp(1, 1));
    }
}
