package io.omerta.sim.economics.doublespend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.sim.economics.study.Replicated;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedFiguresTest {
    private static final Replicated DETECTION = new Replicated(
            new DetectionStudy(Topology.ERDOS_RENYI, 50, List.of(0.1, 0.5, 1.0), 30, Marking.FIRST_DISCOVERER), 30);

    @Test
    void theFastestOfAllPeersNoticesFirst() {
        // the least of 49 uniform delays from .04 to .06 s, after .001 s
        assertTrue(DETECTION.agrees("detection.time.1", 0.001 + 0.04 + 0.02 / 50));
        assertEquals(0.042, DETECTION.mean("detection.time.1"), 0.001);
        assertEquals(0.042, DETECTION.mean("detection.time.0.5"), 0.001);
    }

    @Test
    void aSpenderWithoutPeersIsNotNoticed() {
        assertTrue(DETECTION.agrees("detection.probability.0.1", 100 * (1 - Math.pow(0.9, 49))));
        assertTrue(DETECTION.mean("detection.probability.0.1") < 100);
    }

    @Test
    void everyoneButTheSpenderNoticesWhereAllAreConnected() {
        assertEquals(98, DETECTION.mean("detection.spread.1"), 1e-9);
    }

    @Test
    void theRuleOfArrivalsChangesWhenHalfHaveNoticed() {
        Replicated fastest = new Replicated(
                new DetectionStudy(Topology.ERDOS_RENYI, 50, List.of(0.1), 30, Marking.EARLIEST_ARRIVAL), 30);
        assertTrue(fastest.mean("detection.half.0.1") < DETECTION.mean("detection.half.0.1"));
    }

    @Test
    void mediansOfFinalityAreThePublishedOnes() {
        Replicated finality = new Replicated(
                new FinalityStudy(
                        Topology.ERDOS_RENYI,
                        50,
                        List.of(0.3, 0.5, 0.7),
                        List.of(0.5, 0.7, 0.9),
                        40,
                        5,
                        Marking.FIRST_DISCOVERER),
                30);
        assertEquals(0.14, finality.mean("finality.median.peers0.5.connectivity0.3"), 0.005);
        assertEquals(0.14, finality.mean("finality.median.peers0.7.connectivity0.5"), 0.005);
        assertEquals(0.14, finality.mean("finality.median.peers0.9.connectivity0.7"), 0.005);
    }

    @Test
    void inflationAndProfitAreThoseOfThePublishedEconomy() {
        Replicated economy =
                new Replicated(new PenaltyStudy(100, 0.05, 500, List.of(0.5, 0.9, 0.99), List.of(1.0, 5.0)), 30);
        assertTrue(economy.agrees("inflation.detection0.5.penalty5", 2.3));
        assertTrue(economy.agrees("inflation.detection0.9.penalty5", 1.28));
        assertTrue(economy.agrees("inflation.detection0.99.penalty1", 4.85));
        assertTrue(economy.agrees("profit.detection0.5.penalty1", -854));
    }

    /** The control: a penalty that is half of what it should be does not give the published figures. */
    @Test
    void halfThePenaltyIsAnotherEconomy() {
        Replicated economy = new Replicated(new PenaltyStudy(100, 0.05, 500, List.of(0.5), List.of(2.5)), 30);
        assertFalse(economy.agrees("inflation.detection0.5.penalty2.5", 2.3));
    }

    @Test
    void bothVictimsHoldTheirPaymentsAsOftenAsTheFormulaSays() {
        Replicated partition = new Replicated(new PartitionStudy(50, 0.7, 0.5, 5, PartitionStudy.Spread.ONE_HOP), 300);
        double one = 1 / 25.0 + 24 / 25.0 * 0.7;
        assertTrue(partition.agrees("spends.accepted", 5 * one * one));
        assertEquals(100, partition.mean("spends.noticed"));
    }

    @Test
    void everyDoubleSpendSucceedsInAFloodedPartition() {
        Replicated partition = new Replicated(new PartitionStudy(50, 0.7, 0.5, 3, PartitionStudy.Spread.FLOOD), 10);
        assertTrue(Arrays.stream(partition.values("spends.accepted")).allMatch(count -> count == 3));
    }

    @Test
    void aPartitionWithAnEmptySideIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new PartitionStudy(50, 0.7, 1, 3, PartitionStudy.Spread.ONE_HOP));
    }

    @Test
    void weightsOfCurrenciesAreThePublishedOnes() {
        assertEquals(0.135, WeightStudy.weight(0.9, 0.99, 0.5, 0.1), 1e-12);
        assertEquals(0.235, WeightStudy.weight(0.7, 0.95, 0.6, 0.5), 1e-12);
        assertEquals(0.34, WeightStudy.weight(0.5, 0.9, 0.7, 1), 1e-12);
        assertEquals(0.52, WeightStudy.weight(0.3, 0.7, 0.8, 3), 1e-12);
        assertEquals(0.8, WeightStudy.weight(0.1, 0.5, 0.9, 10), 1e-12);
        assertEquals(0.8, WeightStudy.weight(0.1, 0.5, 0.9, 100), 1e-12);
    }

    @Test
    void classesBeginAtTheirLimits() {
        assertEquals(1, WeightStudy.weightClass(0.19));
        assertEquals(2, WeightStudy.weightClass(0.2));
        assertEquals(5, WeightStudy.weightClass(0.8));
    }

    @Test
    void aDoubleSpendBreaksEvenAtAFifthAndNotAtAQuarter() {
        ReturnStudy study = new ReturnStudy(List.of(0.2, 0.5, 1.0), 1, 4);
        assertEquals(0.2, study.breakEven(), 1e-12);
        assertEquals(0, study.expected(0.2), 1e-12);
        assertEquals(-0.25, study.expected(0.25), 1e-12);
        assertEquals(-4, study.expected(1), 1e-12);
    }
}
