package io.omerta.sim.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeScaleTest {
    @ParameterizedTest
    @CsvSource({
        "0, ms, 0.001",
        "1.999, ms, 0.001",
        "2, s, 1",
        "119, s, 1",
        "120, min, 60",
        "7199, min, 60",
        "7200, h, 3600",
        "172799, h, 3600",
        "172800, d, 86400"
    })
    void theUnitIsTheLargestOfWhichTheSpanHoldsTwo(double span, String unit, double seconds) {
        assertEquals(new TimeScale(unit, seconds), TimeScale.forSeconds(span));
    }
}
