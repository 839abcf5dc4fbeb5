package io.omerta.scenarios.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.scenarios.model.Expectation;
import io.omerta.scenarios.model.PublishedFigure;
import io.omerta.scenarios.model.PublishedFigure.Classification;
import io.omerta.scenarios.model.Scenario;
import org.junit.jupiter.api.Test;

/** What a file may say of published figures, of comparisons and of the number of replications. */
class FigureSchemaTest {
    private static final Scenario SCENARIO = Examples.load(Examples.ECONOMY);

    @Test
    void aFigureIsConfirmedUnlessTheFileSaysOtherwise() {
        PublishedFigure figure = SCENARIO.figures().get(0);

        assertEquals(Classification.CONFIRMED, figure.expected());
        assertEquals("figures[0]", figure.id());
        assertEquals(new Expectation.StandardErrors(3), figure.tolerance());
    }

    @Test
    void aVariantHasItsOwnFiguresOnly() {
        assertEquals(2, SCENARIO.figures().size());
        assertEquals(1, SCENARIO.variants().get(0).scenario().figures().size());
        assertEquals(2, SCENARIO.variants().get(1).scenario().figures().size());
    }

    @Test
    void variantsAreComparedWithTheFirst() {
        assertEquals("none", SCENARIO.comparison().baseline());
    }

    @Test
    void aPrecisionStartsWithTwentyReplications() {
        assertEquals(20, SCENARIO.precision().rule().atLeast());
        assertEquals(50, SCENARIO.replications());
    }

    @Test
    void aNumberOfReplicationsReplacesAPrecision() {
        Scenario fixed = Examples.load(Examples.ECONOMY, "replications=7");

        assertEquals(7, fixed.replications());
        assertEquals(null, fixed.precision());
    }

    @Test
    void anUnsafeStartIsRefused() {
        assertProblem("replications.at_least must be", "replications.at_least=3");
    }

    @Test
    void aMostBelowTheLeastIsRefused() {
        assertProblem("at_most is below at_least, 20", "replications.at_most=15");
    }

    @Test
    void aFigureOfAnUnknownVariantIsRefused() {
        assertProblem("unknown variant \"eagre\"", "figures[1].variant=eagre");
    }

    @Test
    void aFigureNamedLikeAnotherIsRefused() {
        assertProblem("duplicate figure id \"floor\"", "figures[0].id=floor");
    }

    @Test
    void variantsWithAnotherSeedCannotBeCompared() {
        assertProblem("has another seed", "variants[1].set={seed: 5}", "figures=[]");
    }

    @Test
    void oneVariantCannotBeCompared() {
        assertProblem("needs at least two variants", "variants=[{name: eager}]");
    }

    private static void assertProblem(String expected, String... overrides) {
        String message = Examples.messageOf(Examples.ECONOMY, overrides);
        assertTrue(message.contains(expected), message);
    }
}
