package io.omerta.sim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.random.RandomStream;
import io.omerta.sim.random.RandomStreams;
import io.omerta.sim.testing.SeededTest;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Screening and variance-based indices of functions whose indices are known. */
class SensitivityTest {
    private static final RandomStreams STREAMS = new RandomStreams(17);

    /** Ishigami and Homma (1990) with a = 7, b = 0.1, over [-pi, pi] in each of three variables. */
    private static double ishigami(double[] unit) {
        double x = Math.PI * (2 * unit[0] - 1);
        double y = Math.PI * (2 * unit[1] - 1);
        double z = Math.PI * (2 * unit[2] - 1);
        double sine = StrictMath.sin(y);
        return StrictMath.sin(x) + 7 * sine * sine + 0.1 * z * z * z * z * StrictMath.sin(x);
    }

    private static final double[] G_WEIGHTS = {0, 1, 4.5, 9, 99, 99};

    /** Sobol's product function; a parameter counts the less, the larger its weight. */
    private static double sobolG(double[] unit) {
        double product = 1;
        for (int i = 0; i < unit.length; i++) {
            product *= (Math.abs(4 * unit[i] - 2) + G_WEIGHTS[i]) / (1 + G_WEIGHTS[i]);
        }
        return product;
    }

    private static List<SobolIndices> indices(int parameters, int rows, ToDoubleFunction<double[]> model) {
        SobolDesign design = SobolDesign.of(parameters, rows, STREAMS.stream("shift"));
        double[] outputs = new double[design.size()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = model.applyAsDouble(design.point(i));
        }
        return SobolIndices.of(design, outputs, 0.95, STREAMS.stream("bootstrap"));
    }

    @Test
    void indicesOfTheIshigamiFunctionAreTheKnownOnes() {
        List<SobolIndices> indices = indices(3, 2048, SensitivityTest::ishigami);
        double[] first = {0.3139, 0.4424, 0};
        double[] total = {0.5576, 0.4424, 0.2437};
        for (int i = 0; i < 3; i++) {
            assertEquals(first[i], indices.get(i).first().value(), 0.03, "first index of parameter " + i);
            assertEquals(total[i], indices.get(i).total().value(), 0.03, "total index of parameter " + i);
        }
    }

    @Test
    void indicesOfTheSobolFunctionAreTheKnownOnes() {
        List<SobolIndices> indices = indices(6, 2048, SensitivityTest::sobolG);
        double product = 1;
        for (double weight : G_WEIGHTS) {
            product *= 1 + partialVariance(weight);
        }
        for (int i = 0; i < G_WEIGHTS.length; i++) {
            double own = partialVariance(G_WEIGHTS[i]);
            assertEquals(own / (product - 1), indices.get(i).first().value(), 0.03, "first index of parameter " + i);
            assertEquals(
                    own * product / (1 + own) / (product - 1),
                    indices.get(i).total().value(),
                    0.03,
                    "total index of parameter " + i);
        }
    }

    private static double partialVariance(double weight) {
        return 1 / (3 * (1 + weight) * (1 + weight));
    }

    /** With 95 % intervals of 6 indices at 20 shifts, 114 of 120 are expected to cover; fewer than 100 would be a defect. */
    @Test
    void intervalsCoverTheKnownIndices() {
        double[] known = {0.3139, 0.4424, 0, 0.5576, 0.4424, 0.2437};
        int covered = 0;
        for (int trial = 0; trial < 20; trial++) {
            RandomStreams streams = new RandomStreams(trial);
            SobolDesign design = SobolDesign.of(3, 128, streams.stream("shift"));
            double[] outputs = new double[design.size()];
            for (int i = 0; i < outputs.length; i++) {
                outputs[i] = ishigami(design.point(i));
            }
            List<SobolIndices> indices = SobolIndices.of(design, outputs, 0.95, streams.stream("bootstrap"));
            for (int i = 0; i < known.length; i++) {
                var index = i < 3 ? indices.get(i).first() : indices.get(i - 3).total();
                covered += index.low() <= known[i] && known[i] <= index.high() ? 1 : 0;
            }
        }
        assertTrue(covered >= 100, "covered " + covered + " of 120");
    }

    @Test
    void aConstantOutputHasNoIndices() {
        assertTrue(Double.isNaN(indices(2, 16, point -> 1).get(0).total().value()));
    }

    @Test
    void refusesOutputsThatDoNotFitTheDesign() {
        SobolDesign design = SobolDesign.of(2, 4, STREAMS.stream("shift"));

        assertThrows(
                IllegalArgumentException.class,
                () -> SobolIndices.of(design, new double[3], 0.95, STREAMS.stream("bootstrap")));
    }

    private static List<MorrisScreening> screening(
            int parameters, int trajectories, RandomStream stream, ToDoubleFunction<double[]> model) {
        MorrisDesign design = MorrisDesign.of(parameters, trajectories, 4, stream);
        double[] outputs = new double[design.size()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = model.applyAsDouble(design.point(i));
        }
        return MorrisScreening.of(design, outputs, 0.95);
    }

    @SeededTest
    void aLinearFunctionIsScreenedExactly(RandomStreams streams) {
        List<MorrisScreening> screening = screening(3, 4, streams.stream("design"), x -> 3 * x[0] - 2 * x[1] + 5);

        assertEquals(3, screening.get(0).strength().value(), 1e-12);
        assertEquals(3, screening.get(0).direction(), 1e-12);
        assertEquals(2, screening.get(1).strength().value(), 1e-12);
        assertEquals(-2, screening.get(1).direction(), 1e-12);
        assertEquals(0, screening.get(1).spread(), 1e-12);
        assertEquals(0, screening.get(2).strength().value(), 1e-12);
    }

    @Test
    void anInteractionShowsInTheSpread() {
        List<MorrisScreening> screening = screening(2, 20, STREAMS.stream("product"), x -> x[0] * x[1]);

        assertTrue(screening.get(0).spread() > 0.1);
    }

    @Test
    void theSobolFunctionIsRankedByItsWeights() {
        List<MorrisScreening> screening = screening(6, 20, STREAMS.stream("g"), SensitivityTest::sobolG);
        for (int i = 0; i < 3; i++) {
            assertTrue(
                    screening.get(i).strength().value()
                            > screening.get(i + 1).strength().value(),
                    "parameter " + i + " against the next");
        }
    }

    @SeededTest
    void everyPointLiesInTheUnitCubeAndNeighboursDifferInOneParameter(RandomStreams streams) {
        MorrisDesign design = MorrisDesign.of(5, 3, 4, streams.stream("design"));
        for (int i = 0; i < design.size(); i++) {
            int changed = 0;
            for (int p = 0; p < 5; p++) {
                double at = design.point(i)[p];
                assertTrue(at > -1e-12 && at < 1 + 1e-12, "coordinate " + at);
                changed += i % 6 > 0 && at != design.point(i - 1)[p] ? 1 : 0;
            }
            assertEquals(i % 6 > 0 ? 1 : 0, changed, "point " + i);
        }
    }
}
