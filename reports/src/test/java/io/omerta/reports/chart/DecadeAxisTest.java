package io.omerta.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.TextAnchor;
import org.junit.jupiter.api.Test;

final class DecadeAxisTest {
    private static List<String> labels(double low, double high, int labelsMax) {
        return DecadeAxis.ticks(low, high, labelsMax, TextAnchor.CENTER).stream()
                .map(ValueTick::getText)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Test
    void fewDecadesAreLabelledAtOneTwoAndFive() {
        assertEquals(List.of("1", "2", "5", "10", "20", "50", "100"), labels(1, 100, 8));
    }

    @Test
    void partOfADecadeIsLabelledAtEveryDigit() {
        assertEquals(List.of("3", "4", "5", "6"), labels(2.5, 6.5, 8));
    }

    @Test
    void manyDecadesAreLabelledAsPowersOfTen() {
        assertEquals(List.of("10⁻⁶", "10⁻⁴", "10⁻²", "10⁰", "10²"), labels(1e-6, 1e3, 6));
    }

    @Test
    void numberOfLabelsStaysWithinTheRoomThereIs() {
        for (int decades = 1; decades < 300; decades++) {
            int labels = labels(1, StrictMath.pow(10, decades), 7).size();
            assertTrue(labels >= 2 && labels <= 8, decades + " decades have " + labels + " labels");
        }
    }
}
