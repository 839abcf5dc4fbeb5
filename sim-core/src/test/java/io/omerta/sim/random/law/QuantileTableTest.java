package io.omerta.sim.random.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuantileTableTest {
    static List<Law> smoothLaws() {
        return List.of(
                Pareto.ofMean(1, 5),
                Pareto.ofMean(1, 1.05),
                new Pareto(1, 0.5),
                new SimBlockPareto(5.5, false),
                new SimBlockPareto(11, false),
                new SimBlockPareto(325, false),
                new Lognormal(1, 0.05),
                new Lognormal(1, 0.3),
                new Lognormal(1, 10),
                new Exponential(1));
    }

    @ParameterizedTest
    @MethodSource("smoothLaws")
    void tableAndLawAgreeDrawByDraw(Law law) {
        QuantileTable table = QuantileTable.of(law);
        RandomStream tableStream = new RandomStreams(9).stream("table");
        RandomStream lawStream = new RandomStreams(9).stream("table");
        for (int i = 0; i < 200_000; i++) {
            double exact = law.sample(lawStream);
            assertEquals(exact, table.sample(tableStream), QuantileTable.RELATIVE_ERROR * exact);
        }
    }

    @ParameterizedTest
    @MethodSource("smoothLaws")
    void errorBoundHoldsInEveryCell(Law law) {
        QuantileTable table = QuantileTable.of(law);
        // Finer than the finest cells of the table at every distance from either end.
        for (double tail = 0x1.0p-13; tail < 0.5; tail *= 1 + 0x1.0p-13) {
            long draw = (long) (tail * 0x1.0p53);
            double upper = law.upperQuantile((draw + 1) * 0x1.0p-53);
            assertEquals(upper, table.invert(draw), QuantileTable.RELATIVE_ERROR * upper);
            double lower = law.quantile(draw * 0x1.0p-53);
            assertEquals(lower, table.invert((1L << 53) - 1 - draw), QuantileTable.RELATIVE_ERROR * lower);
        }
    }

    @Test
    void everyEndOfEveryPieceIsExact() {
        Exponential law = new Exponential(1);
        QuantileTable table = QuantileTable.of(law);
        long one = 1L << 53;

        assertEquals(law.upperQuantile(0.5), table.invert(one / 2 - 1), 1e-15); // the median, from above
        assertEquals(law.quantile(0.5), table.invert(one / 2), 1e-15); // and from below
        assertEquals(0, table.invert(one - 1)); // the minimum
        assertEquals(law.upperQuantile(0x1.0p-12), table.invert((1L << 41) - 1)); // where the table ends
        assertEquals(law.upperQuantile(0x1.0p-13), table.invert((1L << 40) - 1)); // and beyond
    }

    @Test
    void farthestTailIsClamped() {
        Pareto law = Pareto.ofMean(1, 5);

        assertEquals(law.upperQuantile(Law.SMALLEST_TAIL), QuantileTable.of(law).invert(0));
    }

    @Test
    void tableNeverFallsWhereTheUniformRises() {
        QuantileTable table = QuantileTable.of(new Lognormal(1, 0.3));
        double previous = Double.POSITIVE_INFINITY;
        for (long draw = 0; draw < 1L << 53; draw += (1L << 53) / 50_000) {
            double value = table.invert(draw);
            assertTrue(value <= previous);
            previous = value;
        }
    }

    @Test
    void tableSamplesFollowTheLaw() {
        Pareto law = Pareto.ofMean(100, 5);
        double[] values = Samples.of(QuantileTable.of(law), 200_000, new RandomStreams(10).stream("table"));

        Samples.assertFollow(law, values);
        Samples.assertMean(law, values);
    }

    @Test
    void lawWithAJumpIsRefused() {
        Law law = new Empirical(List.of(1.0, 1.0, 1.0, 9.0, 9.0, 9.0, 9.0, 9.0));

        String message = assertThrows(IllegalArgumentException.class, () -> QuantileTable.of(law))
                .getMessage();
        assertTrue(message.endsWith("bends too sharply for a table; sample the law itself"), message);
    }
}
